"""The review page: what it shows, and what its decisions do, with and without htmx."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from qiao.intake.actions.review import accept_proposals
from qiao.intake.enums import DocumentState, Identity, ProposalState
from qiao.intake.models import Document
from qiao.intake.views import decisions
from qiao.zones.models import Action, Membership
from tests.factories import make_document, make_organisation
from tests.intake.texts import FACTS, REPORT

ClientOf = Callable[[Membership], Client]
HTMX = {"hx-request": "true"}


@pytest.fixture
def document(lin: Membership) -> Document:
    return make_document(lin, REPORT, FACTS)


def address(document: Document, name: str = "review", *more: Any) -> str:
    return reverse(f"intake:{name}", args=["linhu", document.pk, *more])


def test_the_page_shows_the_text_whole_and_every_fact(document: Document, lin: Membership, client_of: ClientOf) -> None:
    answer = client_of(lin).get(address(document))
    desk = answer.context["desk"]
    lines = ["".join(s.text for s in p.stretches) for p in desk.paragraphs]
    assert lines == [line for line in REPORT.split("\n") if line]
    assert desk.facts == desk.waiting == len(FACTS)
    page = answer.content.decode()
    assert all(f'id="fact-{number}"' in page for number in range(1, len(FACTS) + 1))
    assert all(f'id="span-{number}"' in page for number in range(1, len(FACTS) + 1))


def test_the_contradiction_of_days_is_shown_first(document: Document, lin: Membership, client_of: ClientOf) -> None:
    page = client_of(lin).get(address(document)).content.decode()
    assert "7 days" in page
    assert "2–9 Jun 2025 = 8 days" in page
    assert page.index('id="contradictions"') < page.index('id="head-amount"')


@pytest.mark.parametrize("times", [1, 30])
def test_the_page_asks_nine_questions_however_many_facts(
    lin: Membership, client_of: ClientOf, django_assert_num_queries: Any, times: int
) -> None:
    make_organisation(lin, "Steinfeld Optik")
    document = make_document(lin, "\n".join([REPORT] * times), FACTS * times)
    client = client_of(lin)
    with django_assert_num_queries(9):
        client.get(address(document))


def test_a_bound_is_part_of_the_figure(document: Document, lin: Membership, client_of: ClientOf) -> None:
    desk = client_of(lin).get(address(document)).context["desk"]
    (amount,) = desk.groups[0].lines
    assert "".join(map(str, amount.label)) == "> EUR\u00a020\u00a0million total investment"


def test_one_fact_is_open_and_shows_where_else_it_is_said(
    document: Document, lin: Membership, client_of: ClientOf
) -> None:
    number = document.proposals.get(quote="Steinfeld Optik GmbH").position + 1
    box = client_of(lin).get(address(document), {"fact": number}).context["desk"].opened
    assert [mention.paragraph for mention in box.seen] == [1, 3]
    assert box.party is not None
    assert box.party.hint is None


def test_htmx_asks_for_the_opened_fact_alone(document: Document, lin: Membership, client_of: ClientOf) -> None:
    part = client_of(lin).get(address(document), {"fact": 3}, headers=HTMX).content.decode()
    assert part.strip().startswith("<li")
    assert part.count("<li") == 1
    assert 'id="fact-3"' in part


def test_accepting_a_fact_leads_to_the_next_that_waits(
    document: Document, lin: Membership, client_of: ClientOf
) -> None:
    amount = document.proposals.get(kind="amount")
    answer = client_of(lin).post(address(document, "accept"), {"fact": str(amount.pk), "after": amount.position + 1})
    following = document.proposals.get(quote="7 days").position + 1
    assert answer.status_code == 303
    assert answer["Location"] == f"{address(document)}?fact={following}#fact-{following}"


def test_htmx_gets_the_parts_that_changed(document: Document, lin: Membership, client_of: ClientOf) -> None:
    person = document.proposals.get(quote="Karin Lobmayr")
    answer = client_of(lin).post(address(document, "accept"), {"fact": str(person.pk)}, headers=HTMX)
    part = answer.content.decode()
    decided = document.proposals.filter(state=ProposalState.ACCEPTED)
    assert decided.count() == 3  # the body that the post is held in comes with the person
    for proposal in decided:
        assert f'id="fact-{proposal.position + 1}"' in part
    assert f"{len(FACTS) - 3} to go" in part
    assert part.count('class="box"') == 1
    assert "<html" not in part


@pytest.mark.parametrize(
    ("which", "left"),
    [("all", 0), ("sure", 1), ("date", 11), ("nonsense", 12), ("", 12)],
)
def test_facts_are_accepted_by_the_heap(
    document: Document, lin: Membership, client_of: ClientOf, which: str, left: int
) -> None:
    client_of(lin).post(address(document, "accept"), {"which": which})
    assert document.proposals.waiting().count() == left


def test_a_heap_has_a_greatest_size(
    document: Document, lin: Membership, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decisions, "HEAP", 5)
    told = client_of(lin).post(address(document, "refuse"), {"which": "all"}, headers=HTMX).content.decode()
    assert document.proposals.waiting().count() == len(FACTS) - 5
    assert "5 facts decided, as many as go at once; 7 still wait." in told


def test_a_fact_that_no_table_can_hold_is_named_and_nothing_taken_in(
    document: Document, lin: Membership, client_of: ClientOf
) -> None:
    strange = document.proposals.get(kind="amount")
    strange.attrs["currency"] = "EUROS"
    strange.save()
    answer = client_of(lin).post(address(document, "accept"), {"which": "all"}, headers=HTMX)
    assert f"Fact {strange.position + 1} cannot be taken in as it stands" in answer.content.decode()
    assert document.proposals.waiting().count() == len(FACTS)


def test_a_finished_document_leads_to_its_mission(document: Document, lin: Membership, client_of: ClientOf) -> None:
    client = client_of(lin)
    client.post(address(document, "accept"), {"which": "all"})
    document.refresh_from_db()
    page = client.get(address(document)).content.decode()
    assert "All is decided." in page
    assert reverse("missions:mission", args=["linhu", document.about_id]) in page


def test_a_decision_is_taken_back(document: Document, lin: Membership, client_of: ClientOf) -> None:
    client = client_of(lin)
    client.post(address(document, "refuse"), {"which": "all"})
    (decision,) = client.get(address(document)).context["desk"].recent
    assert (decision.facts, decision.actor) == (len(FACTS), "Lin")
    client.post(address(document, "undo", decision.action))
    assert document.proposals.waiting().count() == len(FACTS)
    assert client.get(address(document)).context["desk"].recent == ()


def test_why_a_decision_cannot_be_taken_back_is_told(
    document: Document, lin: Membership, client_of: ClientOf, now: datetime
) -> None:
    body = document.proposals.get(quote="Steinfeld Optik GmbH")
    first = accept_proposals(member=lin, document=document, proposals=[body], now=now)
    person = document.proposals.get(quote="Karin Lobmayr")
    accept_proposals(member=lin, document=document, proposals=[person], now=now)
    client = client_of(lin)
    told = client.post(address(document, "undo", first.pk), headers=HTMX).content.decode()
    assert "rests on what this decision took in" in told or "rest on what this decision took in" in told
    answer = client.post(address(document, "undo", first.pk), follow=True)
    assert "nothing was changed" in answer.content.decode()


def test_a_fact_is_edited_by_its_words(document: Document, lin: Membership, client_of: ClientOf) -> None:
    amount = document.proposals.get(kind="amount")
    client = client_of(lin)
    form = client.get(address(document, "edit", amount.pk)).context["form"]
    said = {**form.initial, "words": "20 million euros", "bound": "exact", "parties": ""}
    answer = client.post(address(document, "edit", amount.pk), said)
    assert answer.status_code == 303
    amount.refresh_from_db()
    assert (amount.quote, amount.norm, amount.attrs["amount"], amount.attrs["bound"]) == (
        "20 million euros",
        "20000000 EUR",
        20_000_000,
        "exact",
    )


def test_words_that_stand_nowhere_are_refused_beside_the_field(
    document: Document, lin: Membership, client_of: ClientOf
) -> None:
    place = document.proposals.get(quote="Graz")
    said = {"words": "Vienna", "norm": "Vienna", "country": "AT", "modality": "fact"}
    answer = client_of(lin).post(address(document, "edit", place.pk), said)
    assert answer.status_code == 422
    assert "Expected words that stand in the text" in answer.content.decode()
    place.refresh_from_db()
    assert place.quote == "Graz"


@pytest.mark.parametrize(
    "kind", ["person", "organisation", "place", "date", "count", "amount", "agreement", "relation"]
)
def test_a_form_kept_as_it_is_changes_nothing(
    document: Document, lin: Membership, client_of: ClientOf, kind: str
) -> None:
    fact = document.proposals.filter(kind=kind).first()
    assert fact is not None
    before = fact.content
    client = client_of(lin)
    form = client.get(address(document, "edit", fact.pk)).context["form"]
    said = {name: value for name, value in form.initial.items() if name in form.fields and value is not None}
    assert client.post(address(document, "edit", fact.pk), said).status_code == 303
    fact.refresh_from_db()
    assert fact.content == before


def test_who_a_party_is_can_be_said_and_searched(lin: Membership, client_of: ClientOf) -> None:
    known = make_organisation(lin, "Steinfeld Optik")
    other = make_organisation(lin, "Steinfeld Holding")
    document = make_document(lin, REPORT, FACTS)
    party = document.parties.get(key="steinfeld optik")
    client = client_of(lin)
    assert party.hint_id == known.pk

    found = client.get(address(document, "identify", party.pk), {"q": "steinfeld"}).context["candidates"]
    assert {candidate.id for candidate in found} == {known.pk, other.pk}

    client.post(address(document, "identify", party.pk), {"identity": "existing", "entity": str(other.pk)})
    party.refresh_from_db()
    assert (party.hint_id, party.identity) == (other.pk, Identity.EXISTING)
    client.post(address(document, "identify", party.pk), {"identity": "new"})
    party.refresh_from_db()
    assert (party.hint_id, party.identity) == (other.pk, Identity.NEW)


@pytest.mark.parametrize("entity", ["", "no id", "00000000-0000-7000-8000-000000000000"])
def test_nobody_is_no_party(document: Document, lin: Membership, client_of: ClientOf, entity: str) -> None:
    party = document.parties.first()
    answer = client_of(lin).post(address(document, "identify", party.pk), {"identity": "existing", "entity": entity})
    assert answer.status_code == 404


def test_every_decision_is_exported_with_before_and_after(
    document: Document, lin: Membership, client_of: ClientOf
) -> None:
    client = client_of(lin)
    graz = document.proposals.get(quote="Graz")
    client.post(
        address(document, "edit", graz.pk),
        {"words": "in Graz", "norm": "Graz", "country": "AT", "modality": "fact"},
    )
    client.post(address(document, "refuse"), {"fact": str(graz.pk)})
    (decision, *_rest) = client.get(address(document)).context["desk"].recent
    client.post(address(document, "undo", decision.action))
    answer = client.get(reverse("intake:decisions", args=["linhu"]))
    records = [json.loads(line) for line in b"".join(answer.streaming_content).decode().splitlines()]
    assert [(record["decision"], record["undone"]) for record in records] == [
        ("edit", False),
        ("refuse", True),
        ("undo", False),
    ]
    edited = records[0]
    assert (edited["before"]["text"], edited["after"]["text"]) == ("Graz", "in Graz")
    assert edited["by"] == str(lin.user_id)
    assert edited["fact"] == graz.position + 1


def test_a_document_still_being_read_says_so(document: Document, lin: Membership, client_of: ClientOf) -> None:
    Document.objects.filter(pk=document.pk).update(state=DocumentState.READING, progress=40)
    page = client_of(lin).get(address(document)).content.decode()
    assert "This document is being read." in page
    assert "data-desk" not in page


def test_a_page_that_watched_the_reading_is_told_when_it_is_done(
    document: Document, lin: Membership, client_of: ClientOf
) -> None:
    client = client_of(lin)
    Document.objects.filter(pk=document.pk).update(state=DocumentState.READING, progress=40)
    during = client.get(address(document), headers=HTMX)
    assert 'value="40"' in during.content.decode()
    Document.objects.filter(pk=document.pk).update(state=DocumentState.READY, progress=100)
    assert client.get(address(document), headers=HTMX)["HX-Refresh"] == "true"


def test_nothing_is_decided_while_the_document_is_being_read(
    document: Document, lin: Membership, client_of: ClientOf
) -> None:
    Document.objects.filter(pk=document.pk).update(state=DocumentState.READING)
    actions = Action.objects.count()
    client = client_of(lin)
    for verb in ("accept", "refuse"):
        assert client.post(address(document, verb), {"which": "all"}).status_code == 303
    assert document.proposals.waiting().count() == len(FACTS)
    assert Action.objects.count() == actions


@pytest.mark.parametrize("fact", ["0", "999999", "-1", "x", "９"])
def test_a_strange_fact_number_opens_nothing_or_the_first(
    document: Document, lin: Membership, client_of: ClientOf, fact: str
) -> None:
    assert client_of(lin).get(address(document), {"fact": fact}).status_code == 200
