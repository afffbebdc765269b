"""Answers that pages of every room give, and what they read from an address."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect


class SeeOther(HttpResponseRedirect):
    """After a change: look there, with GET."""

    status_code = 303


def see_other(address: str) -> HttpResponse:
    """Send a browser that has posted on to the page that shows the outcome."""
    return SeeOther(address)


def whole_or_none(text: str) -> int | None:
    """A whole number of at most nine digits, or None."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
