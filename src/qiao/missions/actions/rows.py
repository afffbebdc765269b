"""What belongs to a planned mission or event, added, changed and taken away: one verb for each kind of row."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar

from qiao.missions.models import (
    AgendaItem,
    ApprovalStep,
    Invitee,
    Leg,
    LinkedAgreement,
    MissionRole,
    OwnTravelTime,
    Photograph,
    PlannedEvent,
    Traveller,
    TripReport,
    Visit,
    VisitWindow,
    Wish,
)
from qiao.register.models import PlainRow
from qiao.zones.actions import acting, cancel, change, make
from qiao.zones.models import Action, Membership
from qiao.zones.rules import may_plan

R = TypeVar("R", bound=PlainRow)

# What it is called when such a row is made, and when it is changed or taken away.
VERBS: dict[type[PlainRow], tuple[str, str, str]] = {
    Leg: ("change_legs", "change_legs", "change_legs"),
    Traveller: ("change_travellers", "change_travellers", "change_travellers"),
    MissionRole: ("change_roles", "change_roles", "change_roles"),
    ApprovalStep: ("change_approval", "change_approval", "change_approval"),
    LinkedAgreement: ("link_agreement", "link_agreement", "link_agreement"),
    Visit: ("plan_visit", "change_visit", "cancel_visit"),
    VisitWindow: ("change_visit", "change_visit", "change_visit"),
    PlannedEvent: ("plan_event", "change_event", "change_event"),
    AgendaItem: ("change_agenda", "change_agenda", "change_agenda"),
    Invitee: ("change_invitees", "mark_attendance", "change_invitees"),
    Wish: ("change_wishes", "change_wishes", "change_wishes"),
    OwnTravelTime: ("set_travel_time", "set_travel_time", "set_travel_time"),
    TripReport: ("write_trip_report", "write_trip_report", "write_trip_report"),
    Photograph: ("change_photographs", "change_photographs", "change_photographs"),
}


def add_row(*, member: Membership, table: type[R], now: datetime, **columns: Any) -> tuple[R, Action]:
    """Add one row to what is planned.

    Returns   the row and the action, which can be undone.
    Raises    ValidationError naming the column; ForeignRow; NotAllowed.
    """
    with acting(member=member, verb=VERBS[table][0], now=now, allowed=may_plan) as act:
        row = make(act, table, **columns)
    return row, act.action


def change_row(*, member: Membership, row: PlainRow, now: datetime, **columns: Any) -> Action:
    """Change columns of a row. Raises ValidationError, ForeignRow, NotAllowed."""
    with acting(member=member, verb=VERBS[type(row)][1], now=now, allowed=may_plan) as act:
        change(act, row, **columns)
    return act.action


def cancel_row(*, member: Membership, row: PlainRow, now: datetime) -> Action:
    """Take a row out of what is planned; undo brings it back. Raises NotAllowed."""
    with acting(member=member, verb=VERBS[type(row)][2], now=now, allowed=may_plan) as act:
        cancel(act, row)
    return act.action
