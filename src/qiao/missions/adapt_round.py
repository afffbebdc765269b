"""A matchmaking round as a problem of `engines/plan/timetable`.

Ids of people and meetings are the ids of invitees and wishes, so that what is kept of a problem names nobody. Two who
wish each other are one meeting. "must" counts 8, "would like" 3; whoever will not meet another is never sent with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from qiao.missions.enums import InviteeStatus, WishKind
from qiao.missions.models import Invitee, PlannedEvent, Wish

Json = dict[str, Any]

PRIORITIES = {WishKind.MUST: 8, WishKind.LIKE: 3}
AWAY = (InviteeStatus.DECLINED, InviteeStatus.ABSENT)


def round_problem(event: PlannedEvent, invitees: Sequence[Invitee], wishes: Iterable[Wish]) -> Json:
    """The JSON form of the problem: of those who are not away, whoever has somebody to meet."""
    here = {row.pk: row for row in invitees if row.status not in AWAY}
    pairs = _pairs(here, wishes)
    needed = {person for pair in pairs for person in pair}
    return {
        "slots": event.slots,
        "tables": event.tables,
        "people": [
            {"id": str(pk), "forbidden": slots_within(row.forbidden, event.slots)}
            for pk, row in here.items()
            if pk in needed
        ],
        "requests": [_request(wish, priority, here, event.slots) for wish, priority in pairs.values()],
    }


def slots_within(told: Iterable[Any], slots: int) -> list[int]:
    """The slots of a column that the round has."""
    return sorted({slot for slot in told if isinstance(slot, int) and 0 <= slot < slots})


Pair = tuple[UUID, UUID]


def _pairs(here: Mapping[UUID, Invitee], wishes: Iterable[Wish]) -> dict[Pair, tuple[Wish, int]]:
    """Two persons, the lower id first -> the wish that stands for their meeting, and what it counts."""
    found: dict[Pair, tuple[Wish, int]] = {}
    refused: set[Pair] = set()
    for wish in sorted(wishes, key=lambda one: str(one.pk)):
        pair = _pair(wish)
        if wish.kind == WishKind.NO:
            refused.add(pair)
        elif wish.asker_id in here and wish.asked_id in here:
            priority = PRIORITIES[WishKind(wish.kind)]
            first, before = found.get(pair, (wish, 0))
            found[pair] = (first, max(before, priority))
    return {pair: told for pair, told in found.items() if pair not in refused}


def _pair(wish: Wish) -> Pair:
    one, other = sorted((wish.asker_id, wish.asked_id), key=str)
    return one, other


def _request(wish: Wish, priority: int, here: Mapping[UUID, Invitee], slots: int) -> Json:
    fixed = wish.fixed_slot if wish.fixed_slot is not None and wish.fixed_slot < slots else None
    both = {*here[wish.asker_id].forbidden, *here[wish.asked_id].forbidden}
    return {
        "id": str(wish.pk),
        "a": str(wish.asker_id),
        "b": str(wish.asked_id),
        "priority": priority,
        "fixed_slot": None if fixed in both else fixed,
        "forbidden": [],
    }
