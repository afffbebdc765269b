"""Small answers that the views of this room share."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect


class SeeOther(HttpResponseRedirect):
    """After a change: look there, with GET."""

    status_code = 303


def see(address: str) -> HttpResponse:
    return SeeOther(address)


def uuid_or_none(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def whole_or_none(text: str) -> int | None:
    """A whole number of at most nine digits, or None."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
