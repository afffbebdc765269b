"""Filters through which names, dates and quantities pass on their way to a page; one for each."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from qiao.kit import show

register = template.Library()


@register.filter
def html_lang(language: str) -> str:
    """A language code as the `lang` attribute wants it: zh-hans becomes zh-Hans."""
    head, _, tail = (language or "").partition("-")
    return f"{head}-{tail.title()}" if tail else head


@register.filter
def quantity(value: Any) -> SafeString:
    """A Quantity with its bound, in the reader's language; the source's words on hover."""
    shown = show.quantity(value, get_language() or "en")
    if not value.words:
        return format_html('<span class="quantity">{}</span>', shown)
    return format_html('<span class="quantity" title="{}">{}</span>', value.words, shown)


@register.filter
def day(value: date | None) -> str:
    """A day in the reader's language."""
    return show.day(value, get_language() or "en") if value else ""


@register.filter
def dating(claim: Any) -> str:
    """A Dating claim as a day, a month, a year or a range, in its own precision."""
    return show.span(claim.start_date, claim.end_date, claim.precision or "day", get_language() or "en")


@register.filter
def country(code: str) -> str:
    """The name of a country in the reader's language."""
    return show.country(code, get_language() or "en")


@register.filter
def language_name(code: str) -> str:
    """The name of a language in the reader's language."""
    return show.language(code, get_language() or "en")
