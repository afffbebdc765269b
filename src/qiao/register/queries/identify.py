"""Whom the register may already know under some names. The next layer of identity replaces this by scores."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qiao.engines.text.names import fold, script_of
from qiao.register.enums import EntityKind
from qiao.register.models import Entity, Name
from qiao.register.queries.search import entities_named
from qiao.zones.models import Zone


@dataclass(frozen=True)
class Hint:
    """A record that may be the same, with a reason code; `sure` when its name is the same letter for letter."""

    entity: Entity
    reason: str
    sure: bool


def likely_same(zone: Zone, kind: EntityKind, names: Iterable[str]) -> Hint | None:
    """The record of the zone that bears one of these names, when there is exactly one.

    A person is never taken for another on a romanised name: such a match is offered, not made. Records kept to a
    circle are not offered: the hint would tell of them.
    """
    for name in names:
        known = entities_named(zone, kind, name)
        if len(known) == 1:
            sure = kind == EntityKind.ORGANISATION or script_of(name) in ("Hans", "Hant")
            return Hint(known[0], _reason(zone, known[0], name), sure)
    return None


def _reason(zone: Zone, entity: Entity, name: str) -> str:
    told = Name.objects.live().filter(zone=zone, subject__canonical=entity.canonical_id)
    told = told.filter(subject__audience=None, evidence__source__audience=None)
    if told.filter(text=name).exists():
        return "same_name"
    return "same_name_folded" if any(fold(t.text) == fold(name) for t in told) else "same_sound"
