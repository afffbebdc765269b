"""How a promise stands: kept, postponed, passed on, no longer wanted."""

from __future__ import annotations

from datetime import date, datetime

from qiao.meetings.enums import PromiseState
from qiao.meetings.models import Keeping
from qiao.zones.actions import acting, change
from qiao.zones.models import Action, Membership
from qiao.zones.rules import may_record


class ForeignOwner(ValueError):
    """A promise was passed on to somebody who does not work in the zone."""


def keep_promise(
    *,
    member: Membership,
    keeping: Keeping,
    state: PromiseState | None = None,
    due_on: date | None = None,
    owner: Membership | None = None,
    note: str = "",
    now: datetime,
) -> Action:
    """Say how a promise stands. What is not given stays as it is.

    state     closing it notes the day; opening it again forgets the day.
    Raises    ForeignOwner, ValidationError, NotAllowed.
    """
    if owner is not None and (owner.zone_id != member.zone_id or not owner.active):
        raise ForeignOwner("Expected a member of the zone.")
    columns: dict[str, object] = {}
    if state is not None:
        columns |= {"state": state, "closed_on": None if state == PromiseState.OPEN else now.date()}
    if due_on is not None:
        columns["due_on"] = due_on
    if owner is not None:
        columns["owner"] = owner
    if note:
        columns["note"] = note[:300]
    with acting(member=member, verb="keep_promise", now=now, allowed=may_record) as act:
        change(act, keeping, **columns)
    return act.action
