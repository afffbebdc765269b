"""Small answers that the views of this room share."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect


class SeeOther(HttpResponseRedirect):
    """After a change: look there, with GET."""

    status_code = 303


def see_other(address: str) -> HttpResponse:
    return SeeOther(address)


def is_htmx(request: HttpRequest) -> bool:
    """Whether a part of a page is asked for, not a page."""
    return bool(getattr(request, "htmx", False))


def uuid_or_none(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def whole_or_none(text: str) -> int | None:
    """A whole number of at most nine digits, or None."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def fact_shown(request: HttpRequest) -> int:
    """The fact that the page which asks has open, by its address; 0 when none is told."""
    address = request.headers.get("HX-Current-URL", "")
    said = parse_qs(urlsplit(address).query).get("fact", [""])
    return whole_or_none(said[-1]) or 0
