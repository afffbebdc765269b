"""Dates: days, ranges, months, years and stamps, with the year a report leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from re import Match

from qiao.engines.extract.han.date_patterns import COMPILED, YEAR
from qiao.engines.extract.han.marks import Mark, free_of
from qiao.engines.extract.han.numerals import value_of
from qiao.engines.extract.result import Attributes, FactType

_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}


_LAST_YEAR, _NEXT_YEAR = ("去年", "上年", "前一年"), ("明年", "次年", "来年")


_PLANNED = re.compile(r"将|拟|计划|预计|预定|订于|定于|争取|力争|希望|准备|打算|届时|有望|年内|邀请")


def dates(text: str, published: date | None) -> list[Mark]:
    """All dates of a view text.

    published   anchors a missing year; a stamp in the text wins over it. Years nobody states are "XXXX".
    """
    anchor = stamped(text) or published
    found: list[Mark] = []
    for kind, pattern in COMPILED:
        for match in pattern.finditer(text):
            if free_of(found, *_span(match)):
                mark = _read(kind, match, text, anchor, found)
                if mark is not None:
                    found.append(mark)
    return sorted(found)


def stamped(text: str) -> date | None:
    """The day of publication that the head of the page itself prints, if any."""
    match = re.search(
        rf"(?:发布|发表|更新|时间|日期|来源)[^\n]{{0,12}}?(?P<y>{YEAR})[-/.年](?P<m>\d{{1,2}})[-/.月](?P<d>\d{{1,2}})",
        text[:400],
    )
    return _day(int(value_of(match["y"]) or 0), int(match["m"]), int(match["d"])) if match else None


def _span(match: Match[str]) -> tuple[int, int]:
    return match.start(), match.end()


def _read(kind: str, match: Match[str], text: str, anchor: date | None, found: list[Mark]) -> Mark | None:
    part = _Parts(match, text, anchor, found)
    norm = {
        "stamp": part.stamp,
        "range": part.range,
        "day": part.day,
        "slash": part.day,
        "quarter": part.quarter,
        "half": part.half,
        "month": part.month,
        "months": part.months,
        "span": part.span,
        "today": part.near_day,
        "alone": part.near_day,
        "year": part.whole_year,
    }[kind]()
    if not norm:
        return None
    is_range = "/" in norm
    attrs = Attributes(kind="range" if is_range else "published" if kind == "stamp" and "T" in norm else "")
    year = part.year_said
    if year:
        attrs = Attributes(kind=attrs.kind, year=year)
    return Mark(*_span(match), FactType.DATE, norm, confidence=0.9, attrs=attrs)


class _Parts:
    """The pieces of one match, read into ISO 8601."""

    def __init__(self, match: Match[str], text: str, anchor: date | None, found: list[Mark]) -> None:
        self.said = {name: value for name, value in match.groupdict().items() if value}
        self.match, self.text, self.anchor, self.found = match, text, anchor, found
        self.year_said = ""

    def stamp(self) -> str:
        day = _day(self._number("y"), self._number("m"), self._number("d"))
        if day is None:
            return ""
        clock = self.said.get("t", "")
        return day.isoformat() + (f"T{clock.zfill(5)}" if clock else "")

    def day(self) -> str:
        month, day = self._number("m"), self._number("d")
        return self._dated(self._year(month, day), month, day)

    def range(self) -> str:
        month = self._number("m") or self._month_before() or (self.anchor.month if self.anchor else 0)
        if not month:
            return ""
        day = self._number("d")
        year = self._year(month, day) if "m" in self.said else self._year_before()
        month2 = self._number("m2") or month
        year2 = self._number("y2") or (year + 1 if year and month2 < month else year)
        start, end = self._dated(year, month, day), self._dated(year2, month2, self._number("d2"))
        return f"{start}/{end}" if start and end and start <= end else ""

    def month(self) -> str:
        month = self._number("m")
        return f"{_y(self._year(month, 0))}-{month:02d}" if 1 <= month <= 12 else ""

    def months(self) -> str:
        first, last = self._number("m"), self._number("m2")
        if not (1 <= first < last <= 12):
            return ""
        year = _y(self._year(first, 0))
        return f"{year}-{first:02d}/{year}-{last:02d}"

    def span(self) -> str:
        first, last = self._number("m"), self._number("m2")
        year, year2 = self._number("y"), self._number("y2") or self._number("y")
        if not (1 <= first <= 12 and 1 <= last <= 12 and (year, first) < (year2, last)):
            return ""
        return f"{year}-{first:02d}/{year2}-{last:02d}"

    def quarter(self) -> str:
        words = self.match.group()
        if "y" not in self.said and words[-1] == "季" and words[0] != "第":
            return ""
        quarter = _QUARTERS.get(self.said["q"]) or int(self.said["q"])
        year = _y(self._year(quarter * 3, 0))
        return f"{year}-{quarter * 3 - 2:02d}/{year}-{quarter * 3:02d}"

    def half(self) -> str:
        year = _y(self._number("y"))
        return f"{year}-01/{year}-06" if self.said["h"] == "上" else f"{year}-07/{year}-12"

    def whole_year(self) -> str:
        return _y(self._year(0, 0))

    def near_day(self) -> str:
        """A day without its month: that of the date before it, else of the day of publication."""
        day = self._number("d")
        month, year = self._month_before(), self._year_before()
        if self.said.get("rel") and self.anchor:
            return self._relative(day)
        if month:
            self.year_said = "inferred" if year else "unknown"
            return self._dated(year, month, day)
        if self.anchor:
            return self._relative(day)
        return ""

    def _relative(self, day: int) -> str:
        """The day of that number nearest to the day of publication; 上月 and 下月 step a month."""
        anchor = self.anchor
        if anchor is None:
            return ""
        self.year_said = "inferred"
        step = {"上": -1, "下": 1}.get(self.said.get("rel", ""), 0)
        candidates = [_day(*_month_step(anchor, shift), day) for shift in ((step,) if step else (-1, 0, 1))]
        nearest = min((d for d in candidates if d), key=lambda d: abs((d - anchor).days), default=None)
        return nearest.isoformat() if nearest else ""

    def _number(self, name: str) -> int:
        value = value_of(self.said.get(name, ""))
        return int(value) if value is not None else 0

    def _dated(self, year: int, month: int, day: int) -> str:
        if _day(year or 2024, month, day) is None:
            return ""
        return f"{_y(year)}-{month:02d}-{day:02d}"

    def _year(self, month: int, day: int) -> int:
        """The year stated, or the one that the words before it or the anchor give."""
        if "y" in self.said:
            return self._number("y")
        if "roc" in self.said or "roc3" in self.said:
            value = value_of(self.said.get("roc3") or self.said["roc"].removeprefix("民国").strip())
            return 1911 + int(value) if value is not None else 0
        if self.anchor is None:
            year = self._year_before()
            self.year_said = "inferred" if year else "unknown"
            return year
        self.year_said = "inferred"
        before = self.text[max(0, self.match.start() - 3) : self.match.start()]
        if before.endswith(_LAST_YEAR):
            return self.anchor.year - 1
        if before.endswith(_NEXT_YEAR):
            return self.anchor.year + 1
        if before.endswith(("今年", "本年", "当年", "同年")):
            return self.anchor.year
        return self._nearest_year(month, day or 15)

    def _nearest_year(self, month: int, day: int) -> int:
        anchor = self.anchor
        if anchor is None or not 1 <= month <= 12:
            return anchor.year if anchor else 0
        planned = bool(_PLANNED.search(self._clause()))
        days = [d for y in (-1, 0, 1) if (d := _day(anchor.year + y, month, min(day, 28))) is not None]
        if planned:
            return min((d for d in days if d >= anchor - timedelta(45)), default=anchor).year
        return max((d for d in days if d <= anchor + timedelta(60)), default=anchor).year

    def _clause(self) -> str:
        start = max(self.text.rfind(stop, 0, self.match.start()) for stop in "。\n;!?") + 1
        return self.text[max(start, self.match.start() - 30) : self.match.start()]

    def _before(self) -> Iterator[str]:
        earlier = [mark for mark in self.found if mark.end <= self.match.start() and "T" not in mark.norm]
        for mark in sorted(earlier, reverse=True):
            yield mark.norm.rpartition("/")[2]

    def _month_before(self) -> int:
        for norm in self._before():
            if len(norm) >= 7 and norm[5:7].isdigit():
                return int(norm[5:7])
        return 0

    def _year_before(self) -> int:
        for norm in self._before():
            if norm[:4].isdigit() and len(norm) >= 7:
                return int(norm[:4])
        return self.anchor.year if self.anchor else 0


def _y(year: int) -> str:
    return f"{year:04d}" if year else "XXXX"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_step(anchor: date, step: int) -> tuple[int, int]:
    months = anchor.year * 12 + anchor.month - 1 + step
    return months // 12, months % 12 + 1
