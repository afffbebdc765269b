"""Where the page of an entity is. A room that gives a kind of entity a page of its own enters it here."""

from __future__ import annotations

from functools import lru_cache
from uuid import UUID

from django.urls import get_script_prefix, reverse

from qiao.register.enums import EntityKind

_pages: dict[str, tuple[str, str]] = {}
_PARTY = ("register:party", "entity")
_ANY_ID = "00000000-0000-4000-8000-00000000002c"


def register_page(kind: EntityKind, view: str, argument: str) -> None:
    """Say that entities of this kind are shown by `view`, which takes the id as `argument`."""
    _pages[kind.value] = (view, argument)


def has_own_page(kind: str) -> bool:
    """Whether another room shows entities of this kind."""
    return kind in _pages


def address_of(slug: str, kind: str, entity_id: UUID) -> str:
    """The address of an entity's page in the zone called `slug`."""
    return with_id(*_pages.get(kind, _PARTY), slug, entity_id)


def with_id(view: str, argument: str, slug: str, row_id: UUID, **more: str) -> str:
    """The address of a view that takes one id beside the zone; a page holds hundreds, so the pattern is kept."""
    return _pattern(view, argument, slug, get_script_prefix(), *more.items()).replace(_ANY_ID, str(row_id))


@lru_cache(maxsize=4096)
def _pattern(view: str, argument: str, slug: str, _prefix: str, *more: tuple[str, str]) -> str:
    return reverse(view, kwargs={"zone": slug, argument: _ANY_ID, **dict(more)})
