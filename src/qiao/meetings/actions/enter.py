"""A meeting entered by hand, on the member's word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from qiao.meetings.enums import MeetingKind, Side
from qiao.meetings.models import Attendance, Meeting
from qiao.register.actions.record import new_entity, record
from qiao.register.actions.state import location_values, own_word
from qiao.register.enums import EntityKind
from qiao.register.forms.days import Days
from qiao.register.models import Dating, Entity, Location
from qiao.zones.actions import acting, check_reach
from qiao.zones.models import Circle, Membership
from qiao.zones.rules import may_record


class NobodyThere(ValueError):
    """A meeting was offered without anybody who was met."""


@dataclass(frozen=True, slots=True)
class Present:
    """A party that was there, and on which side."""

    party: Entity
    side: Side


def enter_meeting(
    *,
    member: Membership,
    kind: MeetingKind,
    days: Days,
    place: str,
    present: Sequence[Present],
    audience: Circle | None = None,
    now: datetime,
) -> Entity:
    """Record that parties met, when and where.

    present   at least one party on another side than ours; a party named twice is recorded once.
    Raises    NobodyThere, NotAllowed (also for a confined member without a circle of their own).
    """
    if all(one.side == Side.OURS for one in present):
        raise NobodyThere("Expected at least one party that was met; found none.")
    check_reach(member, audience)
    with acting(member=member, verb="enter_meeting", now=now, allowed=may_record) as act:
        meeting = new_entity(act, EntityKind.MEETING, Meeting, audience, kind=kind)
        word = own_word(act, member, audience)
        for one in {one.party.canonical_id: one for one in reversed(present)}.values():
            record(act, Attendance, subject=meeting, evidence=word, object=one.party, side=one.side)
        record(
            act,
            Dating,
            subject=meeting,
            evidence=word,
            start_date=days.first,
            end_date=days.last,
            precision=days.precision,
        )
        if place.strip():
            record(act, Location, subject=meeting, evidence=word, **location_values(place.strip()))
    return meeting
