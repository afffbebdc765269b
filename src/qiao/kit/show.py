"""Quantities, days, countries and languages as each of the five catalogues writes them. No request, no database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache

from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list

from qiao.engines.text.conversion import to_traditional
from qiao.engines.text.exonyms import named_in
from qiao.engines.text.language import is_han
from qiao.kit.amounts import quantity as quantity
from qiao.kit.amounts import quantity_mark as quantity_mark
from qiao.kit.locales import key_of
from qiao.kit.locales import locale_of as locale_of


@lru_cache(maxsize=8192)
def day(value: date, language: str) -> str:
    """A day, with the year; the first of a month is an ordinal in French."""
    said = format_date(value, "long", locale=locale_of(language))
    return said.replace("1", "1er", 1) if value.day == 1 and language.startswith("fr") else said


@lru_cache(maxsize=8192)
def span(start: date, end: date, precision: str, language: str) -> str:
    """A day, month, year or range in its own precision: "June 2023", "2–9 June 2023"."""
    locale = locale_of(language)
    if precision == "year" and start.year == end.year:
        return format_skeleton("y", start, locale=locale)
    if precision == "month" and (start.year, start.month) == (end.year, end.month):
        return format_skeleton("yMMMM", start, locale=locale)
    if start == end:
        return day(start, language)
    return format_interval(start, end, "yMMMd", locale=locale)


def weekday(value: date, language: str) -> str:
    """The day of the week, abbreviated: Fri, ven., Fr., 周五."""
    return format_date(value, "ccc", locale=locale_of(language))


def day_of_month(value: date, language: str, *, with_month: bool = False) -> str:
    """The number of a day as a calendar prints it: 2, 2., 2日; with its month where a month begins."""
    return format_skeleton("MMMd" if with_month else "d", value, locale=locale_of(language))


def names(items: Sequence[str], language: str) -> str:
    """Names in a row: "Lyon and Munich", 里昂和慕尼黑."""
    return str(format_list(items, locale=locale_of(language)))


def journey(places: Sequence[str], start: date | None, end: date | None, language: str) -> str:
    """Where and in which month: "Lyon and Munich, June 2023", 里昂和慕尼黑，2023年6月. At least one must be known."""
    parts = [names(places, language)] if places else []
    if start and end:
        parts.append(format_interval(start.replace(day=1), end.replace(day=1), "yMMMM", locale=locale_of(language)))
    return ("，" if language.startswith("zh") else ", ").join(parts)


def country(code: str, language: str) -> str:
    return str(locale_of(language).territories.get(code, code))


def language(code: str, language: str) -> str:
    """The name of a language, script included: "Chinese (Simplified)"."""
    if not code:
        return ""
    head, _, script = code.partition("-")
    locale = locale_of(language)
    name = locale.languages.get(f"{head}_{script.title()}") if script else None
    return str(name or locale.languages.get(head, code))


def place(name: str, language: str) -> str:
    """A place as the reader's language calls it; as written where the gazetteer has no name in the reader's script."""
    if language.startswith("zh"):
        named = name if any(map(is_han, name)) else named_in(name, "zh")
        return (_traditional(named) if key_of(language) == "zh_Hant" and named != name else named) or name
    return (named_in(name, language.partition("-")[0]) if any(map(is_han, name)) else "") or name


@cache
def _traditional(name: str) -> str:
    return to_traditional(name)


def html_lang(language: str) -> str:
    """A language code as the `lang` attribute wants it: zh-hans becomes zh-Hans."""
    head, _, tail = (language or "").partition("-")
    return f"{head}-{tail.title()}" if tail else head
