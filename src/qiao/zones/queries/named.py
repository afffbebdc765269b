"""Names of the rows that an action touched. Actions hold ids only, so that an erased name stays erased."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeAlias
from uuid import UUID

from qiao.zones.models import Circle, Invitation, Membership

Namer: TypeAlias = Callable[[Membership, Collection[UUID]], dict[UUID, str]]
_namers: list[Namer] = []


def register_namer(namer: Namer) -> None:
    """Let a room name its rows on the audit page; it answers for those the member may see."""
    _namers.append(namer)


def names_of_rows(member: Membership, ids: Collection[UUID]) -> dict[UUID, str]:
    """The shown name of each row that some room knows and the member may see; unknown ids are left out."""
    named: dict[UUID, str] = {}
    for namer in (_zone_rows, *_namers):
        named.update(namer(member, ids))
    return named


def _zone_rows(member: Membership, ids: Collection[UUID]) -> dict[UUID, str]:
    members = Membership.objects.visible_to(member).filter(pk__in=ids).select_related("user")
    circles = Circle.objects.visible_to(member).filter(pk__in=ids)
    letters = Invitation.objects.visible_to(member).filter(pk__in=ids)
    return {
        **{row.pk: str(row.user) for row in members},
        **{row.pk: row.name for row in circles},
        **{row.pk: row.email for row in letters},
    }
