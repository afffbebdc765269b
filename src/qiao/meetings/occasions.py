"""What a meeting can be entered for: upper rooms say what they know beforehand, and hear when it is entered.

A room enters its kind of occasion when the program starts; the entry page names one as "kind:id".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from qiao.kit.ids import id_or_none
from qiao.register.models import Entity
from qiao.zones.actions import Act
from qiao.zones.models import Circle, Membership


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is known before a meeting is entered. `back` is the page to return to."""

    key: str
    title: str
    day: date | None
    place: str
    met: tuple[Entity, ...]
    ours: tuple[Entity, ...]
    audience: Circle | None
    back: str


Find = Callable[[Membership, UUID], Occasion | None]
Entered = Callable[[Act, UUID, Entity], None]
_kinds: dict[str, tuple[Find, Entered]] = {}


def register_occasion(kind: str, *, find: Find, entered: Entered) -> None:
    """Enter a kind of occasion. `entered` is called inside the transaction that enters the meeting."""
    _kinds[kind] = (find, entered)


def occasion_of(member: Membership, key: str) -> Occasion | None:
    """The occasion of a key such as "visit:ID", if there is one that the member may see."""
    kind, _colon, ident = key.partition(":")
    found = id_or_none(ident)
    if kind not in _kinds or found is None:
        return None
    return _kinds[kind][0](member, found)


def tell_entered(act: Act, occasion: Occasion, meeting: Entity) -> None:
    """Let the room of an occasion note what it became."""
    kind, _colon, ident = occasion.key.partition(":")
    _kinds[kind][1](act, UUID(ident), meeting)
