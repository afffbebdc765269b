"""A planned visit becomes a meeting of its mission, and is a planned visit again when that is undone."""

from __future__ import annotations

from datetime import date, datetime

from qiao.meetings.actions.enter import Present, enter_meeting
from qiao.meetings.enums import MeetingKind, Side
from qiao.meetings.occasions import occasion_of
from qiao.missions.models import Mission, MissionPart, Visit
from qiao.register.actions.undo import undo_action
from qiao.register.forms.days import Days
from qiao.zones.models import Membership


def test_visit_that_took_place_is_a_meeting_of_the_mission(
    lin: Membership, otto: Membership, mission: Mission, visits: list[Visit], now: datetime
) -> None:
    occasion = occasion_of(lin, f"visit:{visits[0].pk}")
    assert occasion is not None
    assert (occasion.met, occasion.place) == ((visits[0].host,), "Lyon")
    assert occasion_of(otto, f"visit:{visits[0].pk}") is None
    assert occasion_of(lin, "visit:nonsense") is None
    day = date(2026, 6, 8)
    meeting = enter_meeting(
        member=lin,
        kind=MeetingKind.VISIT,
        days=Days(day, day, "day"),
        place=occasion.place,
        present=[Present(visits[0].host, Side.HOST)],
        occasion=occasion,
        now=now,
    ).meeting
    visits[0].refresh_from_db()
    assert visits[0].met_id == meeting.pk
    part = MissionPart.objects.live().get(object=meeting)
    assert part.subject_id == mission.pk
    undo_action(member=lin, action=part.recorded, now=now)
    visits[0].refresh_from_db()
    assert visits[0].met_id is None
    assert not MissionPart.objects.live().filter(object=meeting).exists()
