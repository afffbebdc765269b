"""Pairs that an import put in line since the last search, of which nothing was said since."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from qiao.register.enums import EntityKind
from qiao.register.models import WaitingPair
from qiao.register.queries.readers import Reader, groups_of_kind
from qiao.zones.models import Action

Sides = tuple[UUID, UUID]


def weighed_since(reader: Reader, kind: EntityKind, since: datetime, *, but: Action) -> set[Sides]:
    """Pairs that were weighed against the whole register: a look through the index would know less.

    but    the search under way, whose own pairs are not among them.
    One query for each action that found some, and one more.
    """
    pairs = WaitingPair.objects.filter(zone=reader.zone, kind=kind, dropped=None, found__at__gt=since)
    pairs = pairs.exclude(found=but).order_by("found_id")
    told: dict[datetime, set[Sides]] = {}
    for at, left, right in pairs.values_list("found__at", "left_id", "right_id"):
        told.setdefault(at, set()).add((left, right))
    kept: set[Sides] = set()
    for at, found in told.items():
        moved = {record for records in groups_of_kind(reader, kind, since=at).values() for record in records}
        kept |= {sides for sides in found if moved.isdisjoint(sides)}
    return kept
