"""The order of an agenda."""

from __future__ import annotations

from datetime import datetime

from qiao.missions.models import AgendaItem
from qiao.zones.actions import acting, change
from qiao.zones.models import Action, Membership
from qiao.zones.rules import may_plan


def move_up(*, member: Membership, item: AgendaItem, above: AgendaItem, now: datetime) -> Action:
    """Let a point of an agenda go before the one above it: it begins when that one did, which follows at its end.

    Raises    NotAllowed; ValidationError when the other would begin after midnight.
    """
    start = above.start
    with acting(member=member, verb="change_agenda", now=now, allowed=may_plan) as act:
        change(act, item, start=start)
        change(act, above, start=start + item.minutes)
    return act.action
