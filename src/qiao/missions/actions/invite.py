"""Many at once on the list of an event, and the slots in which they cannot be met."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from qiao.missions.models import Invitee, PlannedEvent
from qiao.missions.queries.events_invitees import on_the_list
from qiao.register.models import Entity
from qiao.zones.actions import acting, change, make
from qiao.zones.models import Action, Membership
from qiao.zones.rules import may_plan


def invite_many(
    *, member: Membership, event: PlannedEvent, parties: Iterable[Entity], now: datetime
) -> tuple[list[Invitee], Action | None]:
    """Put parties on the list of an event, each once; those on it already are passed over.

    Returns   the new rows and the action, which undoes as one; None when there was nobody to add.
    Raises    ForeignRow, NotAllowed.
    """
    listed = set(on_the_list(event, member))
    fresh: dict[UUID, Entity] = {}
    for party in parties:
        if party.canonical_id not in listed:
            fresh.setdefault(party.canonical_id, party)
    if not fresh:
        return [], None
    with acting(member=member, verb="change_invitees", now=now, allowed=may_plan) as act:
        rows = [make(act, Invitee, event=event, party=party) for party in fresh.values()]
    return rows, act.action


def set_availability(
    *, member: Membership, event: PlannedEvent, forbidden: Mapping[UUID, Sequence[int]], now: datetime
) -> Action:
    """Say in which slots of the round invitees cannot be met.

    forbidden   invitee -> slots from 0; those outside the round are left out. Invitees not named keep theirs.
    Raises      NotAllowed.
    """
    rows = Invitee.objects.visible_to(member).live().filter(event=event, pk__in=list(forbidden))
    with acting(member=member, verb="change_invitees", now=now, allowed=may_plan) as act:
        for row in rows:
            slots = sorted({slot for slot in forbidden[row.pk] if 0 <= slot < event.slots})
            if slots != row.forbidden:
                change(act, row, forbidden=slots)
    return act.action
