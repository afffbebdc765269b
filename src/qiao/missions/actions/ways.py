"""The zone's own word on how long it takes between two towns."""

from __future__ import annotations

from datetime import datetime

from qiao.missions.models import OwnTravelTime
from qiao.zones.actions import acting, cancel, change, make
from qiao.zones.models import Action, Membership
from qiao.zones.rules import may_plan

MINUTES = (1, 4320)  # the least and the most


def set_way(*, member: Membership, start: str, end: str, minutes: int | None, now: datetime) -> Action:
    """Say how long it takes from door to door from one town to another; None takes the zone's word back.

    start, end   keys of towns.     minutes   within MINUTES.
    Raises       ValidationError, NotAllowed.
    """
    with acting(member=member, verb="set_travel_time", now=now, allowed=may_plan) as act:
        held = OwnTravelTime.objects.visible_to(member).live().filter(start=start, end=end).first()
        if held is not None and minutes is not None:
            change(act, held, minutes=minutes)
        elif held is not None:
            cancel(act, held)
        elif minutes is not None:
            make(act, OwnTravelTime, start=start, end=end, minutes=minutes)
    return act.action
