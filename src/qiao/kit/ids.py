"""Identifiers that sort by the time they were made and can be made without a database."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A UUID of version 7."""
    return uuid7()


def id_or_none(text: str) -> UUID | None:
    """The id that an address or a form names; None for what is none."""
    try:
        return UUID(text)
    except ValueError:
        return None
