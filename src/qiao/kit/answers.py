"""Answers that pages of every room give, and what they read from an address."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme


class SeeOther(HttpResponseRedirect):
    """After a change: look there, with GET."""

    status_code = 303


def see_other(address: str) -> HttpResponse:
    """Send a browser that has posted on to the page that shows the outcome."""
    return SeeOther(address)


def whole_or_none(text: str) -> int | None:
    """A whole number of at most nine digits, or None."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def way_back(request: HttpRequest, otherwise: str) -> str:
    """The page the member came from, when it is one of ours."""
    came = request.POST.get("next") or request.headers.get("referer", "")
    if came and url_has_allowed_host_and_scheme(came, {request.get_host()}, require_https=request.is_secure()):
        return came
    return otherwise
