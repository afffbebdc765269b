"""A meeting entered by hand, on the member's word: who met, when and where, what was said, what was promised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from qiao.meetings.enums import MeetingKind, NoteKind, Side
from qiao.meetings.models import Attendance, Keeping, Meeting, Note, Promise
from qiao.meetings.occasions import Occasion, tell_entered
from qiao.register.actions.record import new_entity, record
from qiao.register.actions.state import location_values, own_word
from qiao.register.enums import EntityKind
from qiao.register.forms.days import Days
from qiao.register.models import Dating, Entity, Evidence, Location
from qiao.zones.actions import Act, acting, check_reach, make
from qiao.zones.models import Action, Circle, Membership
from qiao.zones.rules import may_record


class NobodyThere(ValueError):
    """A meeting was offered without anybody who was met."""


class NobodyPromised(ValueError):
    """A promise was offered of a side of which nobody was there."""


@dataclass(frozen=True, slots=True)
class Present:
    """A party that was there, and on which side."""

    party: Entity
    side: Side


@dataclass(frozen=True, slots=True)
class Promised:
    """What one side promised the other; `owner` is the member who looks after it."""

    ours: bool
    text: str
    due_on: date | None = None
    owner: Membership | None = None


@dataclass(frozen=True, slots=True)
class Entered:
    """A meeting that was entered, and the action by which it was, which can be undone."""

    meeting: Entity
    action: Action


def enter_meeting(
    *,
    member: Membership,
    kind: MeetingKind,
    days: Days,
    place: str,
    present: Sequence[Present],
    notes: Sequence[tuple[NoteKind, str]] = (),
    promised: Sequence[Promised] = (),
    occasion: Occasion | None = None,
    audience: Circle | None = None,
    now: datetime,
) -> Entered:
    """Record that parties met, when and where, with what was noted and promised: all of it or nothing.

    present   at least one party on another side than ours; a party named twice is recorded once.
    occasion  what it was entered for; its room notes what it became in the same action.
    Returns   the meeting, and the action that entered it.
    Raises    NobodyThere; NobodyPromised when a promise is of a side of which nobody was there; NotAllowed (also for a
              confined member without a circle of their own).
    """
    if all(one.side == Side.OURS for one in present):
        raise NobodyThere("Expected at least one party that was met; found none.")
    check_reach(member, audience)
    with acting(member=member, verb="enter_meeting", now=now, allowed=may_record) as act:
        meeting = new_entity(act, EntityKind.MEETING, Meeting, audience, kind=kind)
        word = own_word(act, member, audience)
        there = list({one.party.canonical_id: one for one in reversed(present)}.values())[::-1]
        for one in there:
            record(act, Attendance, subject=meeting, evidence=word, object=one.party, side=one.side)
        _say_when(act, meeting, word, days, place)
        for sort, text in notes:
            if text.strip():
                record(act, Note, subject=meeting, evidence=word, kind=sort, text=text.strip())
        for promise in promised:
            promise_at(act, meeting, word, there, promise)
        if occasion is not None:
            tell_entered(act, occasion, meeting)
    return Entered(meeting, act.action)


def promise_at(act: Act, meeting: Entity, word: Evidence, there: Sequence[Present], promised: Promised) -> Promise:
    """Record a promise of a meeting and begin to look after it. Raises NobodyPromised."""
    ours = next((one.party for one in there if one.side == Side.OURS), None)
    theirs = next((one.party for one in there if one.side != Side.OURS), None)
    if ours is None or theirs is None:
        raise NobodyPromised("Expected somebody of either side; found one side alone.")
    by, to = (ours, theirs) if promised.ours else (theirs, ours)
    promise = record(
        act,
        Promise,
        subject=meeting,
        evidence=word,
        object=by,
        to=to,
        ours=promised.ours,
        text=promised.text.strip(),
        due_on=promised.due_on,
    )
    make(act, Keeping, promise=promise, owner=promised.owner, due_on=promised.due_on)
    return promise


def _say_when(act: Act, meeting: Entity, word: Evidence, days: Days, place: str) -> None:
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
