"""What the press prints, as frozen values. Whoever holds the records fills them; nothing here asks a database.

Instants carry a time zone. `lang` is a language of the interface: "en", "de", "fr", "zh-hans", "zh-hant".
Text is printed as it is, never read as markup; control characters and overlong text are dealt with in `wording`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

LANGUAGES = ("en", "de", "fr", "zh-hans", "zh-hant")


class Standing(StrEnum):
    """How sure a stop is."""

    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class Sort(StrEnum):
    """What kind of stop it is: only visits and events have a page of their own."""

    VISIT = "visit"
    EVENT = "event"
    LEG = "leg"
    FREE = "free"


class Moved(StrEnum):
    """What became of a stop since the last print."""

    NEW = "new"
    MOVED = "moved"
    CANCELLED = "cancelled"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class Someone:
    """A person at the table, with the title under which they sit there."""

    name: str
    title: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """The last time the two sides met or wrote."""

    on: date
    told: str


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise still open; `ours` when we owe it."""

    told: str
    ours: bool
    due: date | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """How a stop differs from the last print: its earlier start and place, where these moved."""

    kind: Moved
    was: datetime | None = None
    was_place: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """One entry of the itinerary: who, when, where, and what one should know before going in.

    key         stays the same from print to print, whatever moves.
    zone        IANA name of the local time it is told in, such as "Europe/Paris".
    leg_minutes how long the way to it takes from the stop before; None when unknown or none.
    Raises      ValueError for an instant without time zone, an end before its start, an unknown zone.
    """

    key: str
    title: str
    starts_at: datetime
    ends_at: datetime
    zone: str
    sort: Sort = Sort.VISIT
    standing: Standing = Standing.TENTATIVE
    party: str = ""
    city: str = ""
    address: str = ""
    phone: str = ""
    contact: str = ""
    purpose: str = ""
    leg_minutes: int | None = None
    ours: Sequence[Someone] = ()
    theirs: Sequence[Someone] = ()
    ties: Sequence[str] = ()
    last_contact: Contact | None = None
    promises: Sequence[Owed] = ()
    sources: Sequence[str] = ()
    notes: str = ""
    change: Change | None = None

    def __post_init__(self) -> None:
        for said, at in (("start", self.starts_at), ("end", self.ends_at)):
            if at.utcoffset() is None:
                raise ValueError(f"Expected a {said} with a time zone; stop {self.key!r} has {at.isoformat()}.")
        if self.ends_at < self.starts_at:
            raise ValueError(f"Expected the end of stop {self.key!r} at or after its start {self.starts_at}.")
        local_zone(self.zone)

    @property
    def begins(self) -> datetime:
        """The start on the clock of the place."""
        return self.starts_at.astimezone(local_zone(self.zone))

    @property
    def ends(self) -> datetime:
        return self.ends_at.astimezone(local_zone(self.zone))

    @property
    def place(self) -> str:
        return self.address or self.city


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the journey, its stops in any order."""

    on: date
    stops: Sequence[Stop] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the front page: the label is in the reader's language already."""

    label: str
    told: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything of a mission that one member may see, for one print.

    number   1 for the first print; printed_at the instant of this one; for_whom the reader's name.
    gone     stops of the last print that are no longer planned: listed as cancelled at the front.
    since    the print against which changes are marked; 0 for the one before this.
    """

    title: str
    lang: str
    number: int
    printed_at: datetime
    facts: Sequence[Fact] = ()
    delegates: Sequence[Someone] = ()
    days: Sequence[Day] = ()
    gone: Sequence[Stop] = ()
    for_whom: str = ""
    zone: str = "Asia/Shanghai"
    since: int = 0

    def __post_init__(self) -> None:
        known_language(self.lang)
        if self.number < 1:
            raise ValueError(f"Expected a number of print from 1; found {self.number}.")
        if self.printed_at.utcoffset() is None:
            raise ValueError(f"Expected a time of print with a time zone; found {self.printed_at.isoformat()}.")
        local_zone(self.zone)

    @property
    def stops(self) -> list[Stop]:
        """All stops by their start."""
        return sorted((stop for day in self.days for stop in day.stops), key=lambda stop: (stop.starts_at, stop.key))


def known_language(lang: str) -> None:
    if lang not in LANGUAGES:
        raise ValueError(f"Expected one of {', '.join(LANGUAGES)}; found {lang!r}.")


def local_zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, malformed, or naming a folder
        raise ValueError(f"Expected an IANA time zone such as Europe/Paris; found {name[:60]!r}.") from None
