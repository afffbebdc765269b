"""Two sources of one mission, and two records of one event: nothing is lost, nothing is told twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.test import Client
from django.urls import reverse

from qiao.intake.actions.review import undo_review
from qiao.kit.instants import Moment
from qiao.missions.models import Mission
from qiao.missions.queries.claims import Asking
from qiao.missions.queries.listing import mission_lines
from qiao.missions.queries.page import MissionPage, mission_page
from qiao.register.actions.judge import judge
from qiao.register.enums import EntityKind, Verdict
from qiao.register.models import Entity
from qiao.zones.models import Membership
from tests.missions import founding
from tests.missions.conftest import Report

Browser = Callable[[Membership], Client]


def page_of(mission: Mission, member: Membership) -> MissionPage:
    return mission_page(mission, Asking(member, Moment(), "en"))


def listed(member: Membership) -> list[object]:
    lines, _after = mission_lines(Asking(member, Moment(), "en"))
    return [line.mission.pk for line in lines]


def second(lin: Membership, accept: Report) -> Mission:
    """The same week as another paper tells it: a forum under another name, a visit of its own, nine agreements."""
    text = "The Linhu-Graz Forum of 3 June brought nine agreements. The Linhu High-tech Zone visited Murwerk."
    facts = [
        {"kind": "event", "text": "Linhu-Graz Forum", "attrs": {"kind": "forum", "date": "2025-06-03"}},
        {"kind": "count", "text": "nine agreements", "norm": "9", "attrs": {"count": 9, "kind": "agreements"}},
        {
            "kind": "relation",
            "text": "visited Murwerk",
            "attrs": {"kind": "visited", "parties": [founding.HOME, "Murwerk"]},
        },
    ]
    return Mission.objects.get(entity=accept(lin, text, facts).about)


def test_two_missions_judged_the_same_are_one_line_and_one_page(
    mission: Mission, lin: Membership, accept: Report, now: datetime
) -> None:
    other = second(lin, accept)
    assert listed(lin) == [other.pk, mission.pk]

    judge(member=lin, left=mission.entity, right=other.entity, verdict=Verdict.SAME, now=now)

    assert listed(lin) == [mission.pk]
    for record in (mission, other):
        record.entity.refresh_from_db()
        page = page_of(record, lin)
        assert page.named["visits"].named == 3
        agreements = page.named["agreements"].shown
        assert agreements is not None
        told = [agreements.first, *agreements.others]
        assert sorted(one.claim.quantity.norm for one in told) == ["7", "9"]
        assert len(page.sources) == 2


def test_two_records_of_one_event_are_one_line(
    mission: Mission, lin: Membership, accept: Report, now: datetime
) -> None:
    other = second(lin, accept)
    judge(member=lin, left=mission.entity, right=other.entity, verdict=Verdict.SAME, now=now)
    mission.entity.refresh_from_db()
    assert page_of(mission, lin).named["events"].named == 3
    forums = Entity.objects.filter(kind=EntityKind.EVENT, name_claims__text__in=["Linhu Forum", "Linhu-Graz Forum"])

    judge(member=lin, left=forums[0], right=forums[1], verdict=Verdict.SAME, now=now)

    page = page_of(mission, lin)
    assert page.named["events"].named == 2
    [day] = [day for day in page.days if day.day.day == 3]
    assert [sorted(name.text for name in line.part.names) for line in day.parts] == [
        ["Linhu Forum", "Linhu-Graz Forum"]
    ]


def test_what_was_merged_later_stands_apart_before(
    mission: Mission, lin: Membership, accept: Report, now: datetime
) -> None:
    other = second(lin, accept)
    later = now.replace(day=20)
    judge(member=lin, left=mission.entity, right=other.entity, verdict=Verdict.SAME, now=later)
    mission.entity.refresh_from_db()

    before = mission_page(mission, Asking(lin, Moment(as_of=now.replace(day=10)), "en"))

    assert before.named["visits"].named == 2
    assert page_of(mission, lin).named["visits"].named == 3


def test_a_mission_whose_facts_were_taken_back_leaves_the_list(
    lin: Membership, accept: Report, now: datetime, client_of: Browser
) -> None:
    document = accept(lin)
    mission = document.about
    assert mission is not None
    action = document.proposals.exclude(decided=None).first().decided

    undo_review(member=lin, document=document, action=action, now=now)

    assert listed(lin) == []
    page = client_of(lin).get(reverse("missions:mission", args=[lin.zone.slug, mission.pk]))
    assert "Nothing is told of this mission" in page.content.decode()
