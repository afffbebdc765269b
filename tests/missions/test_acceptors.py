"""How a mission comes out of a report's facts."""

from __future__ import annotations

from datetime import date, datetime

from qiao.intake.actions.review import undo_review
from qiao.missions.models import Delegate, Mission, MissionPart
from qiao.register.enums import EntityKind
from qiao.register.models import Dating, Location
from qiao.zones.models import Membership
from tests.missions.conftest import Report


def test_range_is_when_it_travelled_and_single_days_belong_to_events(mission: Mission) -> None:
    own = Dating.objects.filter(subject=mission.entity)
    events = Dating.objects.filter(subject__kind=EntityKind.EVENT).order_by("start_date")

    assert [(one.start_date, one.end_date) for one in own] == [(date(2025, 6, 2), date(2025, 6, 9))]
    assert [one.start_date for one in events] == [date(2025, 6, 3), date(2025, 6, 7)]


def test_places_abroad_are_on_the_map_and_home_is_not(lin: Membership, accept: Report) -> None:
    text = "From 临湖 to Graz, Austria."
    facts = [{"kind": "place", "text": word} for word in ("临湖", "Graz", "Austria")]

    mission = accept(lin, text, facts).about

    told = Location.objects.filter(subject=mission).values_list("place", "country")
    assert sorted(told) == [("", "AT"), ("Graz", "AT")]


def test_everything_that_a_report_tells_is_a_part(mission: Mission) -> None:
    kinds = MissionPart.objects.filter(subject=mission.entity).values_list("object__kind", "object_id").distinct()

    counted: dict[str, int] = {}
    for kind, _record in kinds:
        counted[kind] = counted.get(kind, 0) + 1
    assert counted == {"event": 2, "meeting": 3, "agreement": 4, "station": 2}


def test_a_report_without_a_range_still_makes_a_mission(lin: Membership, accept: Report) -> None:
    facts = [
        {"kind": "place", "text": "Graz"},
        {"kind": "date", "text": "3 June 2025", "norm": "2025-06-03", "attrs": {"kind": "event"}},
    ]

    mission = accept(lin, "In Graz on 3 June 2025.", facts).about

    assert Dating.objects.count() == 0
    assert Location.objects.filter(subject=mission).count() == 1


def test_who_led_it_travelled_with_it(mission: Mission) -> None:
    delegate = Delegate.objects.get(subject=mission.entity)

    assert (delegate.leads, delegate.object.labels.get(language="en").text) == (True, "Chen Yulan")


def test_undo_takes_every_claim_back(lin: Membership, accept: Report, now: datetime) -> None:
    document = accept(lin)
    mission = document.about
    action = document.proposals.exclude(decided=None).first().decided

    undo_review(member=lin, document=document, action=action, now=now)

    for table in (Dating, Location, Delegate, MissionPart):
        assert not table.objects.live().filter(subject=mission).exists()
