"""Days and spans of days in ISO 8601, with the precision they are given in."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?")


def span_of(iso: str) -> tuple[date, date, str] | None:
    """First and last day and the precision ("day", "month", "year") of a date or a range `a/b`.

    None when the text is no date, names a day that does not exist, or leaves the year open (XXXX).
    """
    first, _, last = iso.partition("/")
    begin, end = _days_of(first), _days_of(last or first)
    if begin is None or end is None or begin[0] > end[1]:
        return None
    return begin[0], end[1], begin[2]


def _days_of(iso: str) -> tuple[date, date, str] | None:
    match = _DAY.fullmatch(iso.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None:
            return None
        if month is None:
            return date(year, 1, 1), date(year, 12, 31), "year"
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month"
        return date(year, month, day), date(year, month, day), "day"
    except ValueError:
        return None
