"""The two questions about time that a page may be asked: as known when, and as it held on which day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


class NotATime(ValueError):
    """The address names a day or instant that cannot be read."""

    def __init__(self, key: str, found: str) -> None:
        super().__init__(f"{key}: expected a day such as 2023-06-13; found {found!r}.")
        self.key = key
        self.found = found


@dataclass(frozen=True, slots=True)
class Moment:
    """`as_of`: what was known then. `on`: what held on that day. None means now and any day."""

    as_of: datetime | None = None
    on: date | None = None

    @property
    def is_present(self) -> bool:
        return self.as_of is None and self.on is None


def moment_of(asked: Mapping[str, str], time_zone: str = "UTC") -> Moment:
    """The moment that an address asks for; a day without an hour means its end, in the zone's own time.

    Raises    NotATime.
    """
    return Moment(_instant(asked.get("as_of", ""), time_zone), _day(asked.get("on", "")))


def _instant(text: str, time_zone: str) -> datetime | None:
    if not text:
        return None
    try:
        if "T" in text:
            instant = datetime.fromisoformat(text)
        else:
            instant = datetime.combine(date.fromisoformat(text), time.max)
        placed = instant if instant.tzinfo else instant.replace(tzinfo=ZoneInfo(time_zone))
        return placed.astimezone(UTC)
    except (ValueError, OverflowError):
        raise NotATime("as_of", text) from None


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotATime("on", text) from None
