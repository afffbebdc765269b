"""Days and hours as the reader's language writes them, on the clock of the place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from babel.dates import format_date, get_timezone_gmt

from qiao.kit.locales import locale_of
from qiao.missions.press.values import Stop


def long_day(on: date, lang: str) -> str:
    """With its weekday: Monday 5 June 2023, lundi 5 juin 2023, 2023年6月5日星期一."""
    told = format_date(on, "full", locale=locale_of(lang))
    return told.replace(" 1 ", " 1er ", 1) if lang == "fr" and on.day == 1 else told


def short_day(on: date, lang: str) -> str:
    """For tables: 5 Jun 2023, 05.06.2023, 05/06/2023, 2023-06-05."""
    return on.strftime({"de": "%d.%m.%Y", "fr": "%d/%m/%Y", "en": "%-d %b %Y"}.get(lang, "%Y-%m-%d"))


def hours(stop: Stop) -> str:
    """09:30–10:30; one hour alone when the stop has no length; +1 when it ends on a later day."""
    begins, ends = stop.begins, stop.ends
    if begins == ends:
        return f"{begins:%H:%M}"
    later = (ends.date() - begins.date()).days
    return f"{begins:%H:%M}–{ends:%H:%M}" + (f" (+{later})" if later > 0 else "")


def offset(at: datetime, lang: str) -> str:
    """How far the local clock is from universal time: UTC+2."""
    told = get_timezone_gmt(at, width="iso8601_short", locale=locale_of(lang))
    if told == "Z":
        return "UTC"
    return f"UTC{told[0]}{int(told[1:3])}" + (f":{told[3:5]}" if told[3:5] not in ("", "00") else "")


def offsets(stops: Iterable[Stop], lang: str) -> list[str]:
    """The distinct offsets of some stops, in their order."""
    return list(dict.fromkeys(offset(stop.begins, lang) for stop in stops))
