"""Filters through which names, dates and quantities pass on their way to a page; one for each."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_datetime, format_skeleton
from django import template
from django.contrib.messages.storage.base import Message
from django.template import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_info

from qiao.kit import show

register = template.Library()


html_lang = register.filter(show.html_lang)


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
def instant(value: datetime | None, time_zone: str) -> str:
    """An instant to the minute, in the reader's language and the zone's time: "2 Mar 2026, 17:00"."""
    if value is None:
        return ""
    locale, there = show.locale_of(get_language() or "en"), ZoneInfo(time_zone)
    day_words = format_skeleton("yMMMd", value, there, locale=locale)
    return f"{day_words} {format_datetime(value, 'HH:mm', there, locale)}"


@register.filter
def dating(claim: Any) -> str:
    """A Dating claim as a day, a month, a year or a range, in its own precision."""
    return show.span(claim.start_date, claim.end_date, claim.precision or "day", get_language() or "en")


@register.filter
def country(code: str) -> str:
    """The name of a country in the reader's language."""
    return show.country(code, get_language() or "en")


@register.filter
def place(name: str) -> str:
    """A place in the reader's script."""
    return show.place(name, get_language() or "en")


@register.filter
def language_name(code: str) -> str:
    """The name of a language in the reader's language."""
    return show.language(code, get_language() or "en")


@register.filter
def autonym(code: str) -> str:
    """A language by its own name, as a menu of languages shows it: Deutsch, 简体中文."""
    name = str(get_language_info(code)["name_local"])
    return name[:1].upper() + name[1:]


@register.filter
def language_mark(code: str) -> str:
    """A language in one or two signs, where a phone has no room for its name."""
    return {"zh-hans": "简", "zh-hant": "繁"}.get(code, code[:2].upper())


@register.filter
def zone_name(zone: Any) -> SafeString:
    """A zone's name in the reader's language; in its own, marked as such, where the reader's is missing."""
    reader = get_language() or "en"
    shown = reader if zone.names.get(reader) else zone.language
    return format_html('<span lang="{}">{}</span>', html_lang(shown), zone.name_in(reader))


@register.filter
def undo_address(message: Message) -> str:
    """Where a notice's Undo button posts to; views say it with `extra_tags="undo=/z/..."`."""
    for tag in (message.extra_tags or "").split():
        if tag.startswith("undo="):
            return tag.removeprefix("undo=")
    return ""


@register.simple_tag(takes_context=True)
def piece(context: Context, said: Any) -> SafeString:
    """Some words with the language they are in, leading to their page, from the moment the page itself looks from.

    Written here and not as an included template: a page holds hundreds of them.
    """
    lang = format_html(' lang="{}"', html_lang(said.language)) if said.language else ""
    if not said.url:
        return format_html("<span{}>{}</span>", lang, said.text)
    query = getattr(context.get("at"), "query", "")
    return format_html('<a class="open" href="{}{}"{}>{}</a>', said.url, query, lang, said.text)


@register.simple_tag(takes_context=True)
def page_title(context: Context) -> SafeString:
    """The block `title` again without its markup, for the browser's tab."""
    block = context.render_context[BLOCK_CONTEXT_KEY].get_block("title")
    words = strip_tags(block.render(context)) if block else ""
    return mark_safe(" ".join(words.split()))  # already escaped by the block
