"""What does not fit is said by name, before anybody travels; nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from django.test import Client
from django.urls import reverse

from qiao.kit.instants import Moment
from qiao.missions.actions.plans import move_visit
from qiao.missions.actions.rows import add_row, change_row
from qiao.missions.actions.ways import set_way
from qiao.missions.models import Leg, Mission, OwnTravelTime, PlannedEvent, Traveller, Visit, VisitWindow
from qiao.missions.queries.claims import Asking
from qiao.missions.queries.plan_page import plan_page
from qiao.missions.queries.planned import planned_of
from qiao.register.actions.undo import undo_action
from qiao.zones.models import Membership
from tests import factories


def found(member: Membership, mission: Mission) -> list[str]:
    page = plan_page(Mission.objects.get(pk=mission.pk), Asking(member, Moment(), "en"))
    return [one.words for one in page.misfits]


def test_sound_mission_has_nothing_that_does_not_fit(
    lin: Membership, mission: Mission, visits: list[Visit], event: PlannedEvent
) -> None:
    assert found(lin, mission) == []


def test_windows_events_and_places_are_named(
    lin: Membership, mission: Mission, visits: list[Visit], event: PlannedEvent, now: datetime
) -> None:
    short = {"day": date(2026, 6, 9), "opens": 540, "closes": 570}
    add_row(member=lin, table=VisitWindow, visit=visits[0], now=now, **short)
    late = {"day": date(2026, 7, 9), "opens": 540, "closes": 1020}
    add_row(member=lin, table=VisitWindow, visit=visits[1], now=now, **late)
    change_row(member=lin, row=visits[2], place="fr:nowhere", now=now)
    twin = {"title": "Dinner", "place": "fr:lyon", "day": date(2026, 6, 8), "start": 18 * 60}
    add_row(member=lin, table=PlannedEvent, mission=mission, now=now, **twin)
    assert found(lin, mission) == [
        "Seine Logiciels is in a town that the mission does not go to; no plan can reach it.",
        "Rhône Capteurs SA is to take 60 minutes; the hours on 9 June 2026 hold 30.",
        "École du Parc named hours on 9 July 2026, which is no day of the mission.",
        "Forum (invented) and Dinner overlap on 8 June 2026 from 18:00.",
    ]


def test_delegates_who_leave_early_are_missed_where_they_are_needed(
    lin: Membership, mission: Mission, visits: list[Visit], now: datetime
) -> None:
    person = factories.make_person(lin, "Jana Winter")
    told = {"duty": "interpreter", "languages": ["fr"], "leaves_on": date(2026, 6, 8)}
    add_row(member=lin, table=Traveller, mission=mission, person=person, now=now, **told)
    change_row(member=lin, row=visits[0], needs=["interpreter:fr"], now=now)
    move_visit(member=lin, visit=visits[0], day=date(2026, 6, 9), start=600, now=now)
    assert found(lin, mission) == [
        "Nobody of the group that is to meet Rhône Capteurs SA on 9 June 2026 travels on that day.",
        "Rhône Capteurs SA needs somebody who interprets “fr”; nobody there on 9 June 2026 does.",
    ]


def test_day_without_an_hour_is_said(lin: Membership, mission: Mission, now: datetime) -> None:
    from qiao.missions.actions.plan_mission import change_mission

    days = {"departs_on": date(2026, 3, 28), "returns_on": date(2026, 3, 30)}
    change_mission(member=lin, mission=mission, now=now, **days)
    assert found(lin, mission) == ["On 29 March 2026 the clocks of Paris skip the time from 2:00 to 3:00."]


def test_own_word_on_a_way_goes_first_and_is_taken_back(
    lin: Membership, otto: Membership, mission: Mission, visits: list[Visit], now: datetime
) -> None:
    def minutes(member: Membership) -> int:
        return planned_of(mission, member).travel["fr:lyon"]["fr:paris"]

    before = minutes(lin)
    action = set_way(member=lin, start="fr:lyon", end="fr:paris", minutes=200, now=now)
    assert minutes(lin) == 200
    assert not OwnTravelTime.objects.visible_to(otto).exists()
    undo_action(member=lin, action=action, now=now)
    assert minutes(lin) == before


def test_page_refuses_a_way_that_is_none(
    lin: Membership, mission: Mission, client_of: Callable[[Membership], Client]
) -> None:
    leg = Leg.objects.get(mission=mission, position=1)
    address = reverse("missions:way", args=[lin.zone.slug, mission.pk, leg.pk])
    for said in ("-5", "0", "soon", "99999"):
        assert "stays as it was" in client_of(lin).post(address, {"minutes": said}, follow=True).content.decode()
    assert not OwnTravelTime.objects.exists()
    client_of(lin).post(address, {"minutes": "180"})
    assert OwnTravelTime.objects.get().minutes == 180
