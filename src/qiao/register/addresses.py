"""Where the page of an entity is. A room that gives a kind of entity a page of its own enters it here."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse

from qiao.register.enums import EntityKind

_pages: dict[str, tuple[str, str]] = {}
_PARTY = ("register:party", "entity")


def register_page(kind: EntityKind, view: str, argument: str) -> None:
    """Say that entities of this kind are shown by `view`, which takes the id as `argument`."""
    _pages[kind.value] = (view, argument)


def has_own_page(kind: str) -> bool:
    """Whether another room shows entities of this kind."""
    return kind in _pages


def address_of(slug: str, kind: str, entity_id: UUID) -> str:
    """The address of an entity's page in the zone called `slug`."""
    view, argument = _pages.get(kind, _PARTY)
    return reverse(view, kwargs={"zone": slug, argument: entity_id})
