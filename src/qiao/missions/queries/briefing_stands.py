"""Where each stop of a mission stands: what a print keeps, by ids alone, to mark what changed by the next one.

The words (titles, towns) are never kept: they are looked up again among the rows that the next reader may see, so
that nobody learns from a list of changes what their circles do not show.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeGuard
from zoneinfo import ZoneInfo

from qiao.missions.enums import VisitStatus
from qiao.missions.models import PlannedEvent, Visit

EVERYBODY = "*"  # the calendar of the whole delegation
GONE = "gone"


@dataclass(frozen=True, slots=True)
class Stand:
    """One stop: day, minutes after midnight, status, length, key of the town, group, a sum over the rest of its row.

    sent    ids of the travellers to whose calendars it was given.
    """

    day: date
    start: int
    status: str
    minutes: int
    place: str
    party: int
    digest: str
    sent: frozenset[str] = frozenset()

    @property
    def is_gone(self) -> bool:
        return self.status == GONE

    @property
    def kept(self) -> list[Any]:
        """As JSON."""
        plain = [self.day.isoformat(), self.start, self.status, self.minutes, self.place, self.party, self.digest]
        return [*plain, sorted(self.sent)]


Stands = dict[str, Stand]


def stands_of(visits: Iterable[Visit], events: Iterable[PlannedEvent]) -> Stands:
    """Id -> where it stands, for everything that has a day; a visit that was declined has none."""
    found: Stands = {}
    for visit in visits:
        if _is_dated(visit.day) and visit.start is not None and visit.status != VisitStatus.DECLINED:
            rest = _sum(visit.address, visit.contact, visit.purpose)
            found[str(visit.pk)] = Stand(
                visit.day, visit.start, visit.status, visit.minutes, visit.place, visit.party, rest
            )
    for event in events:
        if _is_dated(event.day):
            rest = _sum(event.title, event.venue)
            found[str(event.pk)] = Stand(event.day, event.start, "event", event.minutes, event.place, -1, rest)
    return found


def kept_stands(kept: Mapping[str, Any]) -> Stands:
    """What a print kept."""
    found: Stands = {}
    for key, (day, *more) in kept.items():
        start, status, minutes, place, party, digest, sent = more
        found[key] = Stand(date.fromisoformat(day), start, status, minutes, place, party, digest, frozenset(sent))
    return found


def to_keep(now: Stands, before: Stands, sent: Mapping[str, Iterable[str]]) -> dict[str, list[Any]]:
    """What this print keeps as JSON: all as it stands, and what is gone but lies in somebody's calendar.

    sent    stop -> the travellers to whose calendars it is given by this print.
    """
    gone = {key: replace(one, status=GONE) for key, one in before.items() if key not in now and one.sent}
    found = {
        key: replace(one, sent=(before[key].sent if key in before else frozenset()) | frozenset(sent.get(key, ())))
        for key, one in (gone | now).items()
    }
    return {key: one.kept for key, one in found.items()}


def changed(now: Stands, before: Stands, seen: Iterable[str]) -> int:
    """How many of the stops that a member sees are new, gone or other than they were."""
    return sum(_without(now.get(key)) != _without(before.get(key)) for key in seen)


def same(now: Stands, before: Stands) -> bool:
    """Whether nothing changed between two prints."""
    return changed(now, before, {*now, *before}) == 0


def instant(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """Minutes after local midnight as an instant; 1,440 is the midnight after."""
    local = datetime(day.year, day.month, day.day) + timedelta(minutes=minutes)
    return local.replace(tzinfo=zone)


def ending(starts_at: datetime, minutes: int) -> datetime:
    """So many minutes later, whatever the clocks of the place do meanwhile."""
    return (starts_at.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(starts_at.tzinfo)


def _is_dated(day: date | None) -> TypeGuard[date]:
    """Whether it has a day that clocks reach in every time zone."""
    return day is not None and 1900 <= day.year < 9990


def _without(one: Stand | None) -> Stand | None:
    return None if one is None or one.is_gone else replace(one, sent=frozenset())


def _sum(*told: str) -> str:
    return hashlib.sha256(json.dumps(told).encode("ascii")).hexdigest()[:12]
