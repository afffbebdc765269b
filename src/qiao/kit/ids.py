"""Identifiers that sort by the time they were made and can be made without a database."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A UUID of version 7."""
    return uuid7()
