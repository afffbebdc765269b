"""The tokens of a search entry that say who may find it, of what kind it is, and whether it is in a sample.

z   the zone                 p   the zone when the entity is open, else its circle
c   the kind                 q   the circle, on the entry for its confined members
v   a share of all entries, drawn by their ids: v3 one in 8, v6 one in 64, v9 one in 512
"""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID
from zlib import crc32

from qiao.register.models import Entity
from qiao.zones.models import Membership, Role

SHARES = (9, 6, 3)  # of 2 ** n entries one is in the sample called v<n>


def scope_of(entity: Entity, *, is_own: bool) -> list[str]:
    """The tokens of an entity's entry: the first for those who see the entity, or the one for its circle alone."""
    keeper = entity.audience_id or entity.zone_id
    seen_by = [f"q{keeper.hex}"] if is_own else [f"z{entity.zone_id.hex}", f"p{keeper.hex}"]
    return [*seen_by, f"c{entity.kind}", *shares_of(entity.pk)]


def shares_of(entity_id: UUID) -> list[str]:
    drawn = crc32(entity_id.bytes)
    return [f"v{share}" for share in SHARES if drawn % (1 << share) == 0]


def visible_to(member: Membership) -> tuple[str, ...]:
    """The tokens of which an entry must bear one to be found by a member; empty for who sees nothing."""
    if member.role == Role.DIRECTOR:
        return (f"z{member.zone_id.hex}",)
    circles = sorted(circle.hex for circle in member.circle_ids)
    if member.is_confined:
        return tuple(f"q{circle}" for circle in circles)
    return (f"p{member.zone_id.hex}", *(f"p{circle}" for circle in circles))


def open_in(zone_id: UUID) -> str:
    """The token of the entries that everyone but a confined member may find."""
    return f"p{zone_id.hex}"


def of_kinds(kinds: Collection[str]) -> tuple[str, ...]:
    return tuple(f"c{kind}" for kind in sorted(kinds))
