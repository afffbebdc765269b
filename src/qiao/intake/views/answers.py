"""Small answers that the views of this room share."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from django.http import HttpRequest

from qiao.kit.answers import whole_or_none


def is_htmx(request: HttpRequest) -> bool:
    """Whether a part of a page is asked for, not a page."""
    return bool(getattr(request, "htmx", False))


def fact_shown(request: HttpRequest) -> int:
    """The fact that the page which asks has open, by its address; 0 when none is told."""
    address = request.headers.get("HX-Current-URL", "")
    said = parse_qs(urlsplit(address).query).get("fact", [""])
    return whole_or_none(said[-1]) or 0
