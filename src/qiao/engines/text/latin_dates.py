"""Dates in running English, French and German text, with the year read from the text or from an anchor day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from qiao.engines.text.latin_date_patterns import MONTHS, PATTERNS

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date or a range of days in a text.

    norm     ISO 8601, ranges with "/", XXXX for a year that nothing gives.
    year     "" when the text states it, "inferred" from the anchor, "unknown" otherwise.
    """

    start: int
    end: int
    norm: str
    year: str = ""
    is_range: bool = False


@dataclass(frozen=True, slots=True)
class _Parts:
    """Numbers read by one pattern; 0 for what is not said."""

    day: int = 0
    month: int = 0
    year: int = 0
    last_day: int = 0
    last_month: int = 0
    first_year: int = 0


def find_dates(text: str, language: str, anchor: date | None) -> list[FoundDate]:
    """Dates in order of position; days that do not exist are left out.

    anchor   the day near which a date without a year lies: the publication, else the dateline.
    """
    taken = bytearray(len(text) + 1)
    found: list[tuple[int, int, _Parts]] = []
    for pattern in PATTERNS[language]:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            parts = _read(match, language)
            if parts is not None:
                start, end = match.span("all") if "all" in match.groupdict() else match.span()
                taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
                found.append((start, end, parts))
    anchor = anchor or _dateline(found)
    return sorted((_resolve(*item, anchor) for item in found), key=lambda item: item.start)


def _read(match: re.Match[str], language: str) -> _Parts | None:
    groups = {key: value for key, value in match.groupdict().items() if value}
    parts = _Parts(
        day=int(groups.get("d", 0)),
        month=_month(groups.get("m", ""), language),
        year=_year(groups.get("y", "")),
        last_day=int(groups.get("d2", 0)),
        last_month=_month(groups.get("m2", ""), language),
        first_year=_year(groups.get("y1", "")),
    )
    return parts if _exists(parts) else None


def _month(raw: str, language: str) -> int:
    if not raw:
        return 0
    return int(raw) if raw.isdecimal() else MONTHS[language].get(raw.lower().rstrip("."), 0)


def _year(raw: str) -> int:
    if not raw:
        return 0
    return int(raw) + 2000 if len(raw) == 2 else int(raw)


def _exists(parts: _Parts) -> bool:
    for day, month in ((parts.day, parts.month), (parts.last_day, parts.last_month or parts.month)):
        if not 0 <= month <= 12 or day > (_DAYS[month - 1] if month else 0):
            return False
    return bool(parts.month or parts.year)


def _dateline(found: list[tuple[int, int, _Parts]]) -> date | None:
    """The first day with a year in the text stands in for a publication day."""
    for _, _, parts in found:
        if parts.day and parts.year and _is_day(parts.year, parts.month, parts.day):
            return date(parts.year, parts.month, parts.day)
    return None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _resolve(start: int, end: int, parts: _Parts, anchor: date | None) -> FoundDate:
    year = ""
    if not parts.year:
        year = "inferred" if anchor else "unknown"
        parts = replace(parts, year=_nearest_year(parts, anchor) if anchor else 0)
    return FoundDate(start, end, _iso(parts), year, bool(parts.last_day or parts.last_month))


def _nearest_year(parts: _Parts, anchor: date) -> int:
    """The year that puts the date nearest to the anchor; a report looks back further than it looks ahead."""
    day = min(parts.day or 15, 28)
    month = parts.month or 1

    def distance(year: int) -> float:
        days = (date(year, month, day) - anchor).days
        return days * 1.2 if days > 0 else -days

    years: Iterator[int] = iter(year for year in (anchor.year, anchor.year - 1, anchor.year + 1) if 1 <= year <= 9998)
    return min(years, key=distance)


def _iso(parts: _Parts) -> str:
    year = f"{parts.year:04d}" if parts.year else "XXXX"
    first_year = f"{parts.first_year:04d}" if parts.first_year else year
    if not parts.month:
        return year
    last_month = parts.last_month or parts.month
    if not parts.day:
        first = f"{first_year}-{parts.month:02d}"
        return f"{first}/{year}-{last_month:02d}" if parts.last_month else first
    crosses = parts.last_month and last_month < parts.month and not parts.first_year and parts.year
    if crosses and parts.last_day:
        first_year = f"{parts.year - 1:04d}"
    first = f"{first_year}-{parts.month:02d}-{parts.day:02d}"
    return f"{first}/{year}-{last_month:02d}-{parts.last_day:02d}" if parts.last_day else first
