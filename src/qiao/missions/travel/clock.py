"""Local minutes of a day and the instants they are. Some days lack an hour, and some have one twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock of a place."""

    zone: ZoneInfo

    def instant(self, day: date, minutes: int) -> datetime:
        """The instant of a local minute; one in the missing hour is the same distance after the change."""
        naive = datetime.combine(day, time()) + timedelta(minutes=minutes)
        return naive.replace(tzinfo=self.zone).astimezone(UTC)

    def missing(self, day: date) -> tuple[int, int] | None:
        """First and last minute after midnight that this day lacks, the last not included; None on most days."""
        skipped = [minute for minute in range(0, 24 * 60, 15) if not self._exists(day, minute)]
        return (skipped[0], skipped[-1] + 15) if skipped else None

    def repeated(self, day: date) -> tuple[int, int] | None:
        """First and last minute after midnight that this day has twice, the last not included; None on most days.

        `instant` gives the first of the two.
        """
        twice = [
            minute for minute in range(0, 24 * 60, 15) if self._exists(day, minute) and self._is_twice(day, minute)
        ]
        return (twice[0], twice[-1] + 15) if twice else None

    def _is_twice(self, day: date, minutes: int) -> bool:
        naive = datetime.combine(day, time()) + timedelta(minutes=minutes)
        first, second = (naive.replace(tzinfo=self.zone, fold=fold).utcoffset() for fold in (0, 1))
        return first != second

    def _exists(self, day: date, minutes: int) -> bool:
        naive = datetime.combine(day, time()) + timedelta(minutes=minutes)
        return self.instant(day, minutes).astimezone(self.zone).replace(tzinfo=None) == naive


def clock_of(name: str) -> Clock:
    """The clock of a time zone of the tz database; UTC for a name it does not know."""
    try:
        return Clock(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return Clock(ZoneInfo("UTC"))
