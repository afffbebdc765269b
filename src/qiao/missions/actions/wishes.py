"""Who wants to meet whom at a matchmaking round: said for many pairs at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from qiao.missions.enums import WishKind
from qiao.missions.models import Invitee, PlannedEvent, Wish
from qiao.zones.actions import acting, change, make
from qiao.zones.models import Action, Membership
from qiao.zones.rules import may_plan

Said = tuple[Invitee, Invitee, WishKind]


def wish_many(
    *, member: Membership, event: PlannedEvent, wishes: Iterable[Said], now: datetime
) -> tuple[int, Action | None]:
    """Note wishes of invitees of one event. A pair that was named before gets the new kind; the same again is nothing.

    Returns   how many were new or changed, and the action, which undoes as one; None when there was nothing to do.
    Raises    ValidationError for a wish to meet oneself; ForeignRow, NotAllowed.
    """
    rows = Wish.objects.visible_to(member).live().filter(event=event)
    held: dict[tuple[UUID, UUID], Wish] = {(row.asker_id, row.asked_id): row for row in rows}
    told = {(asker.pk, asked.pk): (asker, asked, kind) for asker, asked, kind in wishes}
    fresh = {pair: one for pair, one in told.items() if pair not in held or held[pair].kind != one[2]}
    if not fresh:
        return 0, None
    with acting(member=member, verb="change_wishes", now=now, allowed=may_plan) as act:
        for pair, (asker, asked, kind) in fresh.items():
            if pair in held:
                change(act, held[pair], kind=kind)
            else:
                make(act, Wish, event=event, asker=asker, asked=asked, kind=kind)
    return len(fresh), act.action
