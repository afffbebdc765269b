"""How agreements and stations come out of a report's facts: told twice, each is one."""

from __future__ import annotations

from datetime import datetime
from itertools import permutations
from typing import Any

import pytest

from qiao.intake.actions.review import accept_proposals, refuse_proposals, undo_review
from qiao.intake.models import Document
from qiao.meetings.models import Figure
from qiao.partnerships.models import Agreement, AgreementParty, LiaisonStation, Standing
from qiao.register.models import Location, Name, Organisation
from qiao.zones.models import Membership
from tests import factories

HOME = "Linhu High-tech Zone"
TEXT = "The Linhu High-tech Zone signed a memorandum with Steinfeld Mobility and opened a station in Graz."


def agreement(text: str, *parties: str, kind: str = "memorandum", **more: Any) -> dict[str, Any]:
    attrs = {"kind": kind, "step": more.pop("step", "signed"), "parties": list(parties)}
    if "count" in more:
        attrs["count"] = more.pop("count")
    return {"kind": "agreement", "text": text, "attrs": attrs, **more}


def signing(text: str, *parties: str, **more: Any) -> dict[str, Any]:
    return {"kind": "relation", "text": text, "attrs": {"kind": "signed_with", "parties": list(parties)}, **more}


def opening(text: str, name: str, place: str = "", **more: Any) -> dict[str, Any]:
    return {
        "kind": "relation",
        "text": text,
        "attrs": {"kind": "opened", "parties": [HOME, name], "place": place},
        **more,
    }


def accepted(member: Membership, text: str, facts: list[dict[str, Any]], now: datetime) -> Document:
    document = factories.make_document(member, text, facts)
    waiting = document.proposals.order_by("position")
    accept_proposals(member=member, document=document, proposals=waiting, now=now)
    return document


def sides() -> list[list[str]]:
    """The parties of each agreement by name."""
    told: dict[object, set[str]] = {}
    for claim in AgreementParty.objects.live():
        told.setdefault(claim.subject_id, set()).add(claim.object.labels.get(language="en").text)
    return sorted(sorted(names) for names in told.values())


SIGNED = signing("signed a memorandum with Steinfeld Mobility", HOME, "Steinfeld Mobility")
MEMORANDUM = agreement("memorandum", HOME, "Steinfeld Mobility")
BARE = agreement("memorandum")


@pytest.mark.parametrize(
    "facts",
    [[SIGNED, MEMORANDUM], [MEMORANDUM, SIGNED], [SIGNED, BARE], [BARE, SIGNED]],
    ids=["signing first", "agreement first", "bare, signing first", "bare, agreement first"],
)
def test_signing_and_agreement_are_one(facts: list[dict[str, Any]], lin: Membership, now: datetime) -> None:
    accepted(lin, TEXT, facts, now)

    assert Agreement.objects.count() == 1
    assert sides() == [[HOME, "Steinfeld Mobility"]]
    assert [(one.instrument, one.step) for one in Standing.objects.live()] == [("memorandum", "signed")]
    assert Name.objects.live().filter(subject__kind="agreement").values_list("text", flat=True).get() == "memorandum"


def test_signing_alone_is_an_agreement(lin: Membership, now: datetime) -> None:
    accepted(lin, TEXT, [SIGNED], now)

    assert sides() == [[HOME, "Steinfeld Mobility"]]
    assert [(one.instrument, one.step) for one in Standing.objects.live()] == [("other", "intention")]


def test_signing_stands_alone_when_the_agreement_was_refused(lin: Membership, now: datetime) -> None:
    document = factories.make_document(lin, TEXT, [SIGNED, MEMORANDUM])
    signed, refused = document.proposals.order_by("position")
    refuse_proposals(member=lin, proposals=[refused], now=now)

    accept_proposals(member=lin, document=document, proposals=[signed], now=now)

    assert Agreement.objects.count() == 1
    assert Standing.objects.live().get().instrument == "other"


def test_accepting_a_signing_takes_its_agreement_in(lin: Membership, now: datetime) -> None:
    document = factories.make_document(lin, TEXT, [SIGNED, MEMORANDUM])
    signed, memorandum = document.proposals.order_by("position")

    accept_proposals(member=lin, document=document, proposals=[signed], now=now)

    memorandum.refresh_from_db()
    assert memorandum.state == "accepted"


def test_an_agreement_told_twice_is_one_with_two_sentences(lin: Membership, now: datetime) -> None:
    text = "A memorandum with Steinfeld Mobility. Again: the memorandum with Steinfeld Mobility."
    facts = [
        agreement("memorandum", HOME, "Steinfeld Mobility"),
        agreement("memorandum", HOME, "Steinfeld Mobility", nth=1),
    ]

    accepted(lin, text, facts, now)

    assert Agreement.objects.count() == 1
    assert Standing.objects.live().count() == 2


def test_words_of_its_own_join_two_tellings_though_one_names_no_side(lin: Membership, now: datetime) -> None:
    words = "co-operation on high-performance sensors for motion control"
    text = f"It reached {words}. At Steinfeld Mobility it reached {words}."
    signing = {
        "kind": "relation",
        "text": f"At Steinfeld Mobility it reached {words}",
        "attrs": {"kind": "signed_with", "parties": [HOME, "Steinfeld Mobility"]},
    }
    facts = [agreement(words, HOME), signing, agreement(words, HOME, "Steinfeld Mobility", nth=1)]

    accepted(lin, text, facts, now)

    assert Agreement.objects.count() == 1


def test_common_words_do_not_join_what_names_no_side(lin: Membership, now: datetime) -> None:
    text = "It signed a memorandum of understanding. It signed a memorandum of understanding with Steinfeld Mobility."
    facts = [
        agreement("memorandum of understanding", HOME),
        agreement("memorandum of understanding", HOME, "Steinfeld Mobility", nth=1),
    ]

    accepted(lin, text, facts, now)

    assert Agreement.objects.count() == 2


def test_a_contract_and_a_memorandum_with_one_party_are_two(lin: Membership, now: datetime) -> None:
    text = "A memorandum and a contract with Steinfeld Mobility."
    facts = [
        agreement("memorandum", HOME, "Steinfeld Mobility"),
        agreement("contract", HOME, "Steinfeld Mobility", kind="contract", step="contract"),
    ]

    accepted(lin, text, facts, now)

    assert sorted(Standing.objects.live().values_list("instrument", flat=True)) == ["contract", "memorandum"]
    assert Agreement.objects.count() == 2


def test_a_hope_is_another_agreement_than_the_fact(lin: Membership, now: datetime) -> None:
    text = "A memorandum with Steinfeld Mobility; it hopes for a further memorandum."
    facts = [
        agreement("memorandum", HOME, "Steinfeld Mobility"),
        agreement("memorandum", HOME, "Steinfeld Mobility", nth=1, modality="hope", step="hoped"),
    ]

    accepted(lin, text, facts, now)

    assert sorted(Standing.objects.live().values_list("modality", "step")) == [("fact", "signed"), ("hope", "hoped")]
    assert Agreement.objects.count() == 2


def test_several_at_once_are_one_with_each_party(lin: Membership, now: datetime) -> None:
    text = "Two papers with Steinfeld Mobility and Drava Careers."
    facts = [agreement("Two papers", HOME, "Steinfeld Mobility", "Drava Careers", count=2)]

    accepted(lin, text, facts, now)

    assert sides() == [["Drava Careers", HOME], [HOME, "Steinfeld Mobility"]]
    assert not Figure.objects.exists()


@pytest.mark.parametrize("parties", [[], [HOME], [HOME, "Steinfeld Mobility"]])
def test_a_number_beyond_the_parties_is_a_figure(parties: list[str], lin: Membership, now: datetime) -> None:
    text = "Seven letters, one with Steinfeld Mobility."
    facts = [agreement("Seven letters", *parties, kind="letter_of_intent", count=7)]

    accepted(lin, text, facts, now)

    assert [(one.measure, one.quantity.norm) for one in Figure.objects.all()] == [("agreements", "7")]
    assert Agreement.objects.count() == (1 if len(parties) > 1 else 0)


def test_each_place_has_a_station_and_each_is_part_of_the_mission(lin: Membership, now: datetime) -> None:
    text = "It opened stations in Graz and Ljubljana."
    document = accepted(lin, text, [opening("opened stations", "liaison station", "Graz, Ljubljana")], now)

    assert LiaisonStation.objects.count() == 2
    document.refresh_from_db()
    assert document.about is not None
    assert document.about.missionpart_claims.count() == 2


def test_a_station_told_twice_is_one(lin: Membership, now: datetime) -> None:
    text = "It opened a station in Graz. The post in 格拉茨 is open."
    facts = [opening("opened a station", "station", "Graz"), opening("post in 格拉茨", "post", "格拉茨")]

    accepted(lin, text, facts, now)

    assert LiaisonStation.objects.count() == 1
    assert sorted(Name.objects.live().filter(subject__kind="station").values_list("text", flat=True)) == [
        "post",
        "station",
    ]


def test_a_planned_station_is_not_the_open_one(lin: Membership, now: datetime) -> None:
    text = "It opened a station in Graz and plans a station in Graz."
    facts = [
        opening("opened a station", "station", "Graz"),
        opening("plans a station", "station", "Graz", modality="plan"),
    ]

    accepted(lin, text, facts, now)

    assert LiaisonStation.objects.count() == 2
    assert sorted(Location.objects.live().filter(subject__kind="station").values_list("modality", flat=True)) == [
        "fact",
        "plan",
    ]


POST = "Linhu overseas post"
POST_TEXT = "It opened the Linhu overseas post in Graz and in Ljubljana. The Linhu overseas post has a lease."
POST_FACTS: list[dict[str, Any]] = [
    {"kind": "relation", "text": f"opened the {POST}", "attrs": {"kind": "located_in", "parties": [POST, "Graz"]}},
    {"kind": "relation", "text": f"the {POST} in", "attrs": {"kind": "located_in", "parties": [POST, "Ljubljana"]}},
    opening(f"the {POST}", POST),
    {"kind": "organisation", "text": POST, "attrs": {"kind": "station"}},
]


@pytest.mark.parametrize("order", list(permutations(range(4))), ids=lambda order: "".join(map(str, order)))
def test_a_name_that_was_opened_is_a_station_and_no_organisation(
    lin: Membership, now: datetime, order: tuple[int, ...]
) -> None:
    document = accepted(lin, POST_TEXT, [POST_FACTS[at] for at in order], now)

    assert LiaisonStation.objects.count() == 2
    assert Organisation.objects.count() == 0
    told = Location.objects.live().values_list("subject__kind", "place")
    assert set(told) == {("station", "Graz"), ("station", "Ljubljana")}
    assert set(Name.objects.live().values_list("subject__kind", "text")) == {("station", POST)}
    document.refresh_from_db()
    assert document.about is not None
    assert document.about.missionpart_claims.live().values("object").distinct().count() == 2


def test_where_a_station_lies_brings_its_opening_along(lin: Membership, now: datetime) -> None:
    document = factories.make_document(lin, POST_TEXT, POST_FACTS)
    first = document.proposals.order_by("position")[:1]

    accept_proposals(member=lin, document=document, proposals=first, now=now)

    states = list(document.proposals.order_by("position").values_list("state", flat=True))
    assert states == ["accepted", "waiting", "accepted", "waiting"]
    assert (LiaisonStation.objects.count(), Organisation.objects.count()) == (2, 0)


def test_a_body_whose_opening_was_refused_is_an_organisation(lin: Membership, now: datetime) -> None:
    document = factories.make_document(lin, POST_TEXT, POST_FACTS)
    refuse_proposals(member=lin, proposals=document.proposals.filter(attrs__kind="opened"), now=now)

    accept_proposals(member=lin, document=document, proposals=document.proposals.order_by("position"), now=now)

    assert (LiaisonStation.objects.count(), Organisation.objects.count()) == (0, 1)


def test_what_a_station_brought_in_is_taken_back(lin: Membership, now: datetime) -> None:
    document = factories.make_document(lin, POST_TEXT, POST_FACTS)
    action = accept_proposals(member=lin, document=document, proposals=document.proposals.all(), now=now)

    undo_review(member=lin, document=document, action=action, now=now)

    assert not Name.objects.live().exists()
    assert not Location.objects.live().exists()
    assert set(document.proposals.values_list("state", flat=True)) == {"waiting"}
