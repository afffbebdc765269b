"""The two questions about time that a page may be asked: as known when, and as it held on which day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from urllib.parse import urlencode
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
        instant = datetime.fromisoformat(text) if "T" in text else _last_moment(date.fromisoformat(text))
        placed = instant if instant.tzinfo else instant.replace(tzinfo=ZoneInfo(time_zone))
        return placed.astimezone(UTC)
    except (ValueError, OverflowError):
        raise NotATime("as_of", text) from None


def _last_moment(day: date) -> datetime:
    return datetime.combine(day, time.max)


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotATime("on", text) from None


@dataclass(frozen=True, slots=True)
class Vantage:
    """From which moment a page looks, and how its address says so.

    `as_of` and `on` are what the address asked for; `wrong` is the text that could not be read, empty when all was.
    """

    moment: Moment = Moment()
    as_of: str = ""
    on: str = ""
    wrong: str = ""

    @property
    def known(self) -> date | None:
        """The day of `as_of`, as the address has it."""
        return date.fromisoformat(self.as_of[:10]) if self.moment.as_of else None

    @property
    def query(self) -> str:
        """What to put after an address so that the next page looks from the same moment."""
        asked = {key: value for key, value in (("as_of", self.as_of), ("on", self.on)) if value}
        return f"?{urlencode(asked)}" if asked and not self.wrong else ""


def vantage_of(asked: Mapping[str, str], time_zone: str = "UTC") -> Vantage:
    """The moment an address asks for; one that cannot be read is the present, with what was wrong."""
    as_of, on = asked.get("as_of", "").strip(), asked.get("on", "").strip()
    try:
        return Vantage(moment_of({"as_of": as_of, "on": on}, time_zone), as_of, on)
    except NotATime as refusal:
        return Vantage(as_of=as_of, on=on, wrong=refusal.found)
