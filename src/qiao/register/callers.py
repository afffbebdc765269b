"""What an entity without a name is called: a room enters how its kinds go by who took part in them."""

from __future__ import annotations

from collections.abc import Callable

from qiao.register.enums import EntityKind
from qiao.register.models import Entity
from qiao.register.queries.words import Piece
from qiao.zones.models import Membership

Caller = Callable[[Membership, Entity, str], Piece | None]

_callers: dict[str, Caller] = {}


def register_caller(kind: EntityKind, caller: Caller) -> None:
    """Enter what calls entities of this kind, in the language given."""
    _callers[kind.value] = caller


def call_of(member: Membership, entity: Entity, language: str) -> Piece | None:
    """What a nameless entity is called; None when no room knows."""
    caller = _callers.get(entity.kind)
    return caller(member, entity, language) if caller else None
