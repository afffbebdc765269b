"""How events, encounters and figures come out of a report's facts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from qiao.intake.actions.review import accept_proposals
from qiao.meetings.models import Attendance, Event, Figure, Meeting
from qiao.register.models import Dating, Location, Name
from qiao.zones.models import Membership
from tests import factories

HOME = "Linhu High-tech Zone"


def accepted(member: Membership, text: str, facts: list[dict[str, Any]], now: datetime) -> None:
    document = factories.make_document(member, text, facts)
    waiting = document.proposals.order_by("position")
    accept_proposals(member=member, document=document, proposals=waiting, now=now)


def test_an_event_told_twice_is_one(lin: Membership, now: datetime) -> None:
    attrs = {"kind": "forum", "date": "2025-06-03", "place": "Graz"}
    facts = [
        {"kind": "event", "text": "Linhu Forum", "attrs": attrs},
        {"kind": "event", "text": "Linhu Forum", "nth": 1, "attrs": {}},
    ]

    accepted(lin, "The Linhu Forum in Graz. The Linhu Forum was full.", facts, now)

    assert Event.objects.get().kind == "forum"
    assert Name.objects.count() == 2
    assert Dating.objects.get().start_date == date(2025, 6, 3)
    assert Location.objects.get().country == "AT"


def test_a_kind_that_nobody_knows_is_another_event(lin: Membership, now: datetime) -> None:
    accepted(lin, "The Gala.", [{"kind": "event", "text": "Gala", "attrs": {"kind": "gala"}}], now)

    assert Event.objects.get().kind == "other"


@pytest.mark.parametrize("day", ["2025-02-30", "XXXX-06-03", "soon", ""])
def test_a_day_that_is_none_is_left_out(day: str, lin: Membership, now: datetime) -> None:
    accepted(lin, "The Forum.", [{"kind": "event", "text": "Forum", "attrs": {"date": day}}], now)

    assert not Dating.objects.exists()


def test_a_visit_has_a_host_and_ourselves(lin: Membership, now: datetime) -> None:
    attrs = {"kind": "visited", "parties": [HOME, "Steinfeld Mobility"]}
    accepted(
        lin,
        "The Linhu High-tech Zone visited Steinfeld Mobility.",
        [{"kind": "relation", "text": "visited", "attrs": attrs}],
        now,
    )

    assert Meeting.objects.get().kind == "visit"
    assert sorted(Attendance.objects.values_list("side", "object__kind")) == [
        ("host", "organisation"),
        ("ours", "organisation"),
    ]


def test_a_place_that_is_visited_is_no_party(lin: Membership, now: datetime) -> None:
    attrs = {"kind": "visited", "parties": [HOME, "La Défense"]}
    facts = [{"kind": "place", "text": "La Défense"}, {"kind": "relation", "text": "visited", "attrs": attrs}]

    accepted(lin, "The Linhu High-tech Zone visited La Défense.", facts, now)

    assert Attendance.objects.get().side == "ours"
    assert Location.objects.filter(subject__kind="meeting").get().place == "La Défense"


def test_who_is_talked_to_is_a_person(lin: Membership, now: datetime) -> None:
    attrs = {"kind": "met", "parties": [HOME, "Karin Lobmayr"]}
    accepted(
        lin,
        "The Linhu High-tech Zone met Karin Lobmayr.",
        [{"kind": "relation", "text": "met", "attrs": attrs}],
        now,
    )

    assert Attendance.objects.get(side="host").object.kind == "person"


def test_an_encounter_with_nobody_is_none(lin: Membership, now: datetime) -> None:
    attrs = {"kind": "visited", "parties": [HOME]}
    accepted(lin, "It visited.", [{"kind": "relation", "text": "visited", "attrs": attrs}], now)

    assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    ("attrs", "norm", "stored"),
    [
        ({"count": 20, "bound": "over"}, ">20", ">20"),
        ({"count": 20}, ">20", ">20"),
        ({"count": 200, "bound": "nearly"}, "~<200", "~<200"),
        ({"count": 200}, "~<200", "~<200"),
        ({"count": 40, "bound": "at_least"}, ">=40", ">=40"),
        ({"count": 35, "bound": "about"}, "~35", "~35"),
        ({"count": 19, "bound": "under"}, "<19", "<19"),
        ({"count": 7}, "7", "7"),
        ({"count": 7, "bound": "rather"}, "7", "7"),
    ],
)
def test_bounds_are_kept(attrs: dict[str, Any], norm: str, stored: str, lin: Membership, now: datetime) -> None:
    fact = {"kind": "count", "text": "that many guests", "norm": norm, "attrs": {"kind": "participants", **attrs}}

    accepted(lin, "There were that many guests.", [fact], now)

    figure = Figure.objects.get()
    assert (figure.quantity.norm, figure.quantity.words) == (stored, "that many guests")


@pytest.mark.parametrize(
    "attrs",
    [
        {},
        {"count": "many"},
        {"count": "NaN"},
        {"count": "Infinity"},
        {"count": -5, "bound": "under"},
        {"count": "1e30"},
        {"count": 3, "kind": "ordinal"},
    ],
)
def test_what_is_no_number_is_no_figure(attrs: dict[str, Any], lin: Membership, now: datetime) -> None:
    accepted(lin, "Many guests.", [{"kind": "count", "text": "Many guests", "attrs": attrs}], now)

    assert not Figure.objects.exists()


def test_an_amount_keeps_its_currency(lin: Membership, now: datetime) -> None:
    attrs = {"amount": 100000000, "currency": "CNY", "bound": "over"}
    accepted(lin, "总投资超亿元。", [{"kind": "amount", "text": "超亿元", "attrs": attrs}], now)

    figure = Figure.objects.get()
    assert (figure.measure, figure.quantity.norm) == ("investment", ">100000000 CNY")
