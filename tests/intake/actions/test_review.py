"""Nothing enters the register unreviewed; what enters can be taken back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from qiao.intake.acceptance import NoAcceptor
from qiao.intake.actions.review import (
    AlreadyDecided,
    NotAReview,
    SpanOutside,
    StillLeantOn,
    accept_proposals,
    edit_proposal,
    identify_party,
    refuse_proposals,
    undo_review,
)
from qiao.intake.enums import Decision, FactKind, Identity, ProposalState
from qiao.intake.models import Document, Proposal, Review
from qiao.register.actions.undo import AlreadyUndone
from qiao.register.models import Claim, Entity, Label, Name, Tie
from qiao.zones.actions import NotAllowed
from qiao.zones.models import Membership
from tests.factories import make_document, make_organisation
from tests.intake.texts import FACTS, REPORT


@pytest.fixture
def document(lin: Membership) -> Document:
    return make_document(lin, REPORT, FACTS)


def fact(document: Document, text: str) -> Proposal:
    return document.proposals.get(quote=text)


def live_claims() -> int:
    return sum(table._default_manager.filter(withdrawn__isnull=True).count() for table in Claim.kinds())


def test_nothing_is_in_the_register_before_somebody_accepts(document: Document) -> None:
    assert live_claims() == 0
    assert Entity.objects.count() == 0


def test_an_accepted_person_brings_the_body_they_work_for(document: Document, lin: Membership, now: datetime) -> None:
    accept_proposals(member=lin, document=document, proposals=[fact(document, "Karin Lobmayr")], now=now)
    post = Tie.objects.live().get()
    assert post.role == "managing director"
    body_names = Name.objects.live().filter(subject=post.object)
    assert {name.text for name in body_names} == {"Steinfeld Optik GmbH", "Steinfeld Optik"}
    assert fact(document, "Steinfeld Optik GmbH").state == ProposalState.ACCEPTED


def test_a_party_brings_each_of_its_names_once(lin: Membership, now: datetime) -> None:
    text = "Ada Kern of Brig. Brig and Brig GmbH. Brig."
    names = [{"kind": "organisation", "text": "Brig", "nth": nth} for nth in (0, 1, 3)]
    whole = {"kind": "organisation", "text": "Brig GmbH", "norm": "Brig"}
    person = {"kind": "person", "text": "Ada Kern", "attrs": {"role": "chair", "org": "Brig"}}
    document = make_document(lin, text, [person, *names, whole])
    accept_proposals(member=lin, document=document, proposals=[fact(document, "Ada Kern")], now=now)
    accepted = document.proposals.filter(state=ProposalState.ACCEPTED).order_by("position")
    assert list(accepted.values_list("position", flat=True)) == [0, 1, 4]


def test_every_claim_has_its_words_in_the_source(document: Document, lin: Membership, now: datetime) -> None:
    accept_proposals(member=lin, document=document, proposals=document.proposals.all(), now=now)
    for table in Claim.kinds():
        for claim in table._default_manager.select_related("evidence__source"):
            place = claim.evidence
            assert REPORT[place.start : place.end] == place.quote


def test_all_is_accepted_in_one_action_and_undone_in_one(document: Document, lin: Membership, now: datetime) -> None:
    action = accept_proposals(member=lin, document=document, proposals=document.proposals.all(), now=now)
    document.refresh_from_db()
    assert document.about is not None
    assert not document.proposals.waiting().exists()
    assert set(Review.objects.values_list("action", "decision")) == {(action.pk, Decision.ACCEPT)}

    undo_review(member=lin, document=document, action=action, now=now + timedelta(minutes=1))
    document.refresh_from_db()
    assert document.about is None
    assert live_claims() == 0
    assert document.proposals.waiting().count() == len(FACTS)
    assert not Label.objects.exclude(text="").exists()


def test_accepting_again_after_an_undo_gives_the_same_claims(
    document: Document, lin: Membership, now: datetime
) -> None:
    first = accept_proposals(member=lin, document=document, proposals=document.proposals.all(), now=now)
    claims = live_claims()
    undo_review(member=lin, document=document, action=first, now=now)
    accept_proposals(member=lin, document=document, proposals=document.proposals.all(), now=now)
    assert live_claims() == claims


def test_a_failing_fact_takes_the_whole_acceptance_back(document: Document, lin: Membership, now: datetime) -> None:
    strange = fact(document, "visited Steinfeld Optik GmbH")
    strange.attrs = {"kind": "sang_with", "parties": ["A", "B"]}
    strange.save()
    with pytest.raises(NoAcceptor):
        accept_proposals(member=lin, document=document, proposals=document.proposals.all(), now=now)
    assert live_claims() == 0
    assert document.proposals.waiting().count() == len(FACTS)


def test_an_accepted_fact_is_not_accepted_twice(document: Document, lin: Membership, now: datetime) -> None:
    chosen = [fact(document, "Chen Yulan")]
    accept_proposals(member=lin, document=document, proposals=chosen, now=now)
    before = live_claims()
    accept_proposals(member=lin, document=document, proposals=chosen, now=now)
    assert live_claims() == before
    assert Review.objects.filter(proposal=chosen[0]).count() == 1


def test_a_refused_fact_stays_in_the_record(document: Document, lin: Membership, now: datetime) -> None:
    refused = fact(document, "Graz")
    action = refuse_proposals(member=lin, proposals=[refused], now=now)
    refused.refresh_from_db()
    assert (refused.state, refused.decided_id) == (ProposalState.REFUSED, action.pk)
    review = Review.objects.get()
    assert (review.decision, review.before, review.after) == (Decision.REFUSE, refused.content, None)
    assert live_claims() == 0


def test_what_later_facts_rest_on_is_not_undone(document: Document, lin: Membership, now: datetime) -> None:
    first = accept_proposals(member=lin, document=document, proposals=[fact(document, "Steinfeld Optik GmbH")], now=now)
    later = accept_proposals(member=lin, document=document, proposals=[fact(document, "Karin Lobmayr")], now=now)
    with pytest.raises(StillLeantOn):
        undo_review(member=lin, document=document, action=first, now=now)
    undo_review(member=lin, document=document, action=later, now=now)
    undo_review(member=lin, document=document, action=first, now=now)
    assert live_claims() == 0


def test_a_decision_is_undone_once(document: Document, lin: Membership, now: datetime) -> None:
    action = refuse_proposals(member=lin, proposals=[fact(document, "Graz")], now=now)
    undo_review(member=lin, document=document, action=action, now=now)
    with pytest.raises(AlreadyUndone):
        undo_review(member=lin, document=document, action=action, now=now)


def test_only_decisions_on_this_document_are_undone_here(document: Document, lin: Membership, now: datetime) -> None:
    with pytest.raises(NotAReview):
        undo_review(member=lin, document=document, action=document.uploaded, now=now)


def test_an_edit_moves_the_quote_with_the_span(document: Document, lin: Membership, now: datetime) -> None:
    place = fact(document, "Graz")
    edit_proposal(member=lin, proposal=place, changes={"start": place.start - 3, "norm": "Graz"}, now=now)
    place.refresh_from_db()
    assert place.quote == "in Graz"
    review = Review.objects.get()
    assert (review.before["text"], review.after["text"]) == ("Graz", "in Graz")


@pytest.mark.parametrize("span", [{"start": -1}, {"end": 100_000}, {"start": 60, "end": 60}])
def test_an_edit_outside_the_text_is_refused(
    document: Document, lin: Membership, now: datetime, span: dict[str, int]
) -> None:
    place = fact(document, "Graz")
    with pytest.raises(SpanOutside):
        edit_proposal(member=lin, proposal=place, changes=span, now=now)
    assert document.proposals.get(pk=place.pk).quote == "Graz"


def test_a_corrected_name_joins_the_party_it_belongs_to(document: Document, lin: Membership, now: datetime) -> None:
    body = document.proposals.get(quote="Steinfeld Optik")
    edit_proposal(member=lin, proposal=body, changes={"norm": "Steinfeld Optics"}, now=now)
    body.refresh_from_db()
    assert body.party is not None
    assert body.party.name == "Steinfeld Optics"
    assert fact(document, "Steinfeld Optik GmbH").party_id != body.party_id


def test_a_decided_fact_is_not_edited(document: Document, lin: Membership, now: datetime) -> None:
    place = fact(document, "Graz")
    refuse_proposals(member=lin, proposals=[place], now=now)
    with pytest.raises(AlreadyDecided):
        edit_proposal(member=lin, proposal=place, changes={"norm": "Graz"}, now=now)


def test_an_edit_is_undone_only_before_what_followed_it(document: Document, lin: Membership, now: datetime) -> None:
    place = fact(document, "Graz")
    edit = edit_proposal(member=lin, proposal=place, changes={"norm": "Graz (Styria)"}, now=now)
    accepted = accept_proposals(member=lin, document=document, proposals=[place], now=now)
    with pytest.raises(StillLeantOn):
        undo_review(member=lin, document=document, action=edit, now=now)
    undo_review(member=lin, document=document, action=accepted, now=now)
    undo_review(member=lin, document=document, action=edit, now=now)
    assert fact(document, "Graz").norm == "Graz"


def test_a_party_said_to_be_known_gets_no_second_entity(lin: Membership, now: datetime) -> None:
    known = make_organisation(lin, "Steinfeld Optik")
    document = make_document(lin, REPORT, FACTS)
    body = fact(document, "Steinfeld Optik GmbH")
    assert body.party is not None
    assert (body.party.hint_id, body.party.identity) == (known.pk, Identity.EXISTING)
    accept_proposals(member=lin, document=document, proposals=[body], now=now)
    assert set(Name.objects.live().filter(subject=known).values_list("text", flat=True)) == {
        "Steinfeld Optik",
        "Steinfeld Optik GmbH",
    }
    assert Entity.objects.filter(kind="organisation").count() == 1


def test_a_party_said_to_be_new_is_made_new(lin: Membership, now: datetime) -> None:
    known = make_organisation(lin, "Steinfeld Optik")
    document = make_document(lin, REPORT, FACTS)
    body = fact(document, "Steinfeld Optik GmbH")
    assert body.party is not None
    identify_party(member=lin, party=body.party, entity=None, now=now)
    accept_proposals(member=lin, document=document, proposals=[body], now=now)
    body.refresh_from_db()
    assert body.entity_id not in (None, known.pk)


def test_an_analyst_decides_nothing(document: Document, mei: Membership, now: datetime) -> None:
    chosen = [fact(document, "Graz")]
    for decide in (
        lambda: accept_proposals(member=mei, document=document, proposals=chosen, now=now),
        lambda: refuse_proposals(member=mei, proposals=chosen, now=now),
        lambda: edit_proposal(member=mei, proposal=chosen[0], changes={}, now=now),
    ):
        with pytest.raises(NotAllowed):
            decide()
    assert Review.objects.count() == 0


@pytest.mark.parametrize("kind", [FactKind.AMOUNT, FactKind.DATE, FactKind.AGREEMENT, FactKind.PLACE])
def test_each_kind_can_be_taken_in_and_back_alone(
    document: Document, lin: Membership, now: datetime, kind: FactKind
) -> None:
    action = accept_proposals(member=lin, document=document, proposals=document.proposals.filter(kind=kind), now=now)
    assert live_claims() > 0
    undo_review(member=lin, document=document, action=action, now=now)
    assert live_claims() == 0
    assert document.proposals.waiting().count() == len(FACTS)
