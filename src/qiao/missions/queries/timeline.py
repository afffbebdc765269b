"""A plan on a time line: days side by side, stops as blocks that stand where their hours are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from qiao.kit import show
from qiao.missions.hostdays import DayKind, HostDay

HOUR = 46  # units of height
COLUMN, EDGE, HEAD = 144, 44, 8  # units: width of a day, of the hours at the left, above the first hour
LEAST = 26  # height of the lowest block that can hold a name


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop as the plan has it. `sort` is "visit" or "event"; `status` the visit's; `mark` a style's name."""

    id: Any
    sort: str
    name: str
    language: str
    town: str
    day: date
    start: int
    end: int
    party: int
    status: str = ""
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A stop with its place on the drawing, in units."""

    stop: Stop
    x: int
    y: int
    width: int
    height: int

    @property
    def hours(self) -> str:
        return f"{clock(self.stop.start)}–{clock(self.stop.end)}"

    @property
    def is_low(self) -> bool:
        return self.height < 44


@dataclass(frozen=True, slots=True)
class Column:
    """One day of the time line: its heading, what kind of day it is where the night is spent, its blocks."""

    day: date
    number: str
    weekday: str
    x: int
    night: str
    host_day: HostDay | None
    blocks: tuple[Block, ...]

    @property
    def is_off(self) -> bool:
        return self.host_day is not None and not self.host_day.is_working

    @property
    def is_bridge(self) -> bool:
        return self.host_day is not None and self.host_day.kind == DayKind.BRIDGE


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing: `width` by `height` units; `hours` are (words, y)."""

    width: int
    height: int
    first_hour: int
    columns: tuple[Column, ...]
    hours: tuple[tuple[str, int], ...]

    @property
    def hour_height(self) -> int:
        return HOUR

    @property
    def column_width(self) -> int:
        return COLUMN


def timeline(
    days: Sequence[date],
    stops: Iterable[Stop],
    *,
    nights: Mapping[date, str],
    host_days: Mapping[date, HostDay],
    language: str,
    parties: int = 1,
) -> Timeline:
    """Lay stops out over days.

    nights      day -> the town where its night is spent, in the reader's words.
    parties     stops of several groups stand side by side within their day.
    """
    told = sorted(stops, key=lambda stop: (stop.day, stop.start))
    first = min([8, *(stop.start // 60 for stop in told)])
    last = max([19, *((stop.end + 59) // 60 for stop in told)])
    columns = [
        Column(
            day=day,
            number=show.day_of_month(day, language, with_month=day.day == 1 or index == 0),
            weekday=show.weekday(day, language),
            x=EDGE + index * COLUMN,
            night=nights.get(day, ""),
            host_day=host_days.get(day),
            blocks=tuple(_block(stop, EDGE + index * COLUMN, first, parties) for stop in told if stop.day == day),
        )
        for index, day in enumerate(days)
    ]
    hours = tuple((f"{hour}:00", HEAD + (hour - first) * HOUR) for hour in range(first, last + 1))
    return Timeline(EDGE + len(days) * COLUMN, HEAD * 2 + (last - first) * HOUR, first, tuple(columns), hours)


def clock(minutes: int) -> str:
    """Minutes after midnight as a clock shows them."""
    return f"{minutes // 60 % 24}:{minutes % 60:02d}"


def minutes_of(text: str) -> int | None:
    """What a clock shows as minutes after midnight: 9:30, 09:30 or 0930; None for what is no time of day."""
    digits = text.strip().replace("：", ":").replace(".", ":")
    hour, _colon, minute = digits.partition(":") if ":" in digits else (digits[:-2], "", digits[-2:])
    if not (hour.isdecimal() and minute.isdecimal() and len(hour) <= 2 and len(minute) == 2):
        return None
    found = int(hour) * 60 + int(minute)
    return found if int(hour) < 24 and int(minute) < 60 else None


def _block(stop: Stop, x: int, first: int, parties: int) -> Block:
    width = (COLUMN - 6) // max(parties, 1)
    everyone = stop.party < 0
    return Block(
        stop,
        x=x + 3 + (0 if everyone else stop.party * width),
        y=HEAD + (stop.start - first * 60) * HOUR // 60,
        width=COLUMN - 6 if everyone else width - 1,
        height=max(LEAST, (stop.end - stop.start) * HOUR // 60 - 1),
    )
