"""The shortest walk through the house: text in, fact accepted, figure open."""

from __future__ import annotations

from datetime import datetime

from qiao.intake.actions.review import accept_proposals, undo_review
from qiao.intake.enums import ProposalState
from qiao.meetings.models import Figure, Meeting
from qiao.missions.models import Delegate, MissionPart
from qiao.partnerships.models import AgreementParty, LiaisonStation, Standing
from qiao.register.models import Entity, Label, Location, Name, Tie
from qiao.zones.models import Membership
from tests import factories

TEXT = (
    "From 2 to 6 May 2025 a delegation of the Linhu High-tech Zone, led by Chen Yulan, visited Steinfeld Mobility "
    "in Graz and met its chief executive Karin Lobmayr. It signed three letters of intent, one with Steinfeld "
    "Mobility, and opened a liaison station in Graz."
)
HOME = "Linhu High-tech Zone"
FACTS = [
    {"kind": "date", "text": "2 to 6 May 2025", "norm": "2025-05-02/2025-05-06", "attrs": {"kind": "range"}},
    {"kind": "organisation", "text": HOME},
    {"kind": "person", "text": "Chen Yulan"},
    {"kind": "organisation", "text": "Steinfeld Mobility"},
    {"kind": "place", "text": "Graz", "attrs": {"country": "AT"}},
    {
        "kind": "person",
        "text": "Karin Lobmayr",
        "attrs": {"role": "chief executive", "org": "Steinfeld Mobility"},
    },
    {"kind": "count", "text": "three", "norm": "3", "attrs": {"count": 3, "kind": "agreements"}},
    {
        "kind": "agreement",
        "text": "letters of intent",
        "attrs": {"kind": "letter_of_intent", "step": "signed", "parties": [HOME, "Steinfeld Mobility"]},
    },
    {
        "kind": "relation",
        "text": "led by Chen Yulan",
        "attrs": {"kind": "led", "parties": ["Chen Yulan", HOME]},
    },
    {
        "kind": "relation",
        "text": "visited Steinfeld Mobility",
        "attrs": {"kind": "visited", "parties": [HOME, "Steinfeld Mobility"]},
    },
    {
        "kind": "relation",
        "text": "met its chief executive Karin Lobmayr",
        "attrs": {"kind": "met", "parties": [HOME, "Karin Lobmayr"]},
    },
    {
        "kind": "relation",
        "text": "signed three letters of intent",
        "attrs": {"kind": "signed_with", "parties": [HOME, "Steinfeld Mobility"]},
    },
    {
        "kind": "relation",
        "text": "opened a liaison station in Graz",
        "attrs": {"kind": "opened", "parties": [HOME, "liaison station"], "place": "Graz"},
    },
]


def test_report_becomes_register_and_back(lin: Membership, now: datetime) -> None:
    document = factories.make_document(lin, TEXT, FACTS)

    action = accept_proposals(member=lin, document=document, proposals=document.proposals.order_by("position"), now=now)

    assert not document.proposals.filter(state=ProposalState.WAITING).exists()
    document.refresh_from_db()
    mission = document.about
    assert mission is not None
    assert [figure.quantity.norm for figure in Figure.objects.filter(subject=mission)] == ["3"]
    assert Delegate.objects.get(subject=mission).leads
    assert Meeting.objects.count() == 2
    assert LiaisonStation.objects.count() == 1
    assert [standing.step for standing in Standing.objects.all()] == ["signed"]
    parties = AgreementParty.objects.values_list("object__labels__text", flat=True)
    assert set(parties.filter(object__labels__language="en")) == {HOME, "Steinfeld Mobility"}
    assert Tie.objects.get().role == "chief executive"
    assert Location.objects.filter(subject=mission).values_list("country", flat=True).get() == "AT"
    assert MissionPart.objects.filter(subject=mission).count() == 5

    undo_review(member=lin, document=document, action=action, now=now)

    assert document.proposals.filter(state=ProposalState.WAITING).count() == len(FACTS)
    assert not Name.objects.live().exists()
    assert not Label.objects.exclude(text="").exists()
    assert Entity.objects.exists()
    document.refresh_from_db()
    assert document.about is None
