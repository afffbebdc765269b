"""The itinerary of one delegate as iCalendar (RFC 5545): local times with their zones, one stable UID for each stop.

A calendar takes an entry for newer only if its SEQUENCE grew, and forgets one only if it is told CANCELLED. So each
issue is remembered: `issue` returns what to keep, and takes it back the next time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

from qiao.missions.press.values import Sort, Standing, Stop, local_zone
from qiao.missions.press.wording import line, lines, named

Issued = dict[str, dict[str, Any]]  # by key of the stop: sequence, digest, and the stop's time for a later cancelling


@dataclass(frozen=True, slots=True)
class Issue:
    """The calendar as bytes, and what to keep for the next issue to the same delegate (plain JSON)."""

    data: bytes
    issued: Issued


def issue(
    *, name: str, stops: Sequence[Stop], last: Mapping[str, Mapping[str, Any]], domain: str, now: datetime
) -> Issue:
    """All stops of one delegate, and those of the last issue that are gone, as cancelled.

    name     of the calendar.    stops   what the delegate takes part in.    last   `issued` of the last issue, or {}.
    domain   of the zone, such as "zone.example": the second half of every UID, never to change.
    now      instant of the issue, with a time zone.
    """
    stops = [stop for stop in stops if stop.sort is not Sort.FREE]
    issued = {stop.key: _sequenced(stop, last.get(stop.key)) for stop in stops}
    here = {stop.key: stop for stop in stops}
    gone = {key: kept for key, kept in last.items() if key not in here}
    issued |= {key: _ended(kept) for key, kept in gone.items()}
    entries = [*stops, *(_gone(key, kept) for key, kept in gone.items())]
    return Issue(_calendar(name, entries, issued, domain, now), issued)


def uid(key: str, domain: str) -> str:
    """Of the shape that keeps secret what the key may tell, and holds whatever characters it has."""
    return f"{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:32]}@{domain}"


def _sequenced(stop: Stop, kept: Mapping[str, Any] | None) -> dict[str, Any]:
    digest = _digest(stop)
    sequence = 0 if kept is None else int(kept["sequence"]) + (kept["digest"] != digest)
    return {
        "sequence": sequence,
        "digest": digest,
        "title": named(stop.title),
        "starts_at": stop.starts_at.astimezone(UTC).isoformat(),
        "ends_at": stop.ends_at.astimezone(UTC).isoformat(),
        "zone": stop.zone,
        "standing": stop.standing.value,
    }


def _ended(kept: Mapping[str, Any]) -> dict[str, Any]:
    """Cancelling is a change too, once."""
    already = kept["standing"] == Standing.CANCELLED
    digest = kept["digest"] if already else "gone"
    return {**kept, "sequence": int(kept["sequence"]) + (not already), "digest": digest, "standing": "cancelled"}


def _gone(key: str, kept: Mapping[str, Any]) -> Stop:
    starts, ends = (datetime.fromisoformat(kept[end]) for end in ("starts_at", "ends_at"))
    return Stop(key, kept["title"], starts, ends, kept["zone"], standing=Standing.CANCELLED)


def _digest(stop: Stop) -> str:
    """Over what the entry shows: a new source or tie does not stir the calendars of the delegates."""
    shown = asdict(replace(stop, change=None, ties=(), sources=(), notes="", last_contact=None, promises=()))
    told = json.dumps(shown, sort_keys=True, default=lambda value: value.astimezone(UTC).isoformat())
    return hashlib.sha256(told.encode("ascii")).hexdigest()[:16]


def _calendar(name: str, stops: Sequence[Stop], issued: Issued, domain: str, now: datetime) -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Qiao//Itinerary//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", line(name))
    for stop in sorted(stops, key=lambda stop: (stop.starts_at, stop.key)):
        calendar.add_component(_event(stop, int(issued[stop.key]["sequence"]), domain, now))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(stop: Stop, sequence: int, domain: str, now: datetime) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", uid(stop.key, domain))
    event.add("sequence", sequence)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", _local(stop.starts_at, stop.zone))
    event.add("dtend", _local(stop.ends_at, stop.zone))
    event.add("summary", named(stop.title))
    event.add("status", stop.standing.value.upper())
    event.add("transp", "TRANSPARENT" if stop.standing is Standing.CANCELLED else "OPAQUE")
    for name, told in (("location", _place(stop)), ("description", _description(stop))):
        if told:
            event.add(name, told)
    return event


def _local(at: datetime, zone: str) -> datetime:
    """On the clock of the place; universal time in the hour that the clock shows twice, for TZID means the first."""
    local = at.astimezone(local_zone(zone))
    return at.astimezone(UTC) if local.fold else local


def _place(stop: Stop) -> str:
    city = "" if stop.city in stop.address else stop.city
    return line(", ".join(filter(None, [stop.address, city])))


def _description(stop: Stop) -> str:
    """Purpose, whom to ring, who is there: not the notes, for calendars lie on many servers."""
    ring = " · ".join(filter(None, [line(stop.contact), line(stop.phone, 60)]))
    people = [", ".join(filter(None, [line(one.name), line(one.title)])) for one in stop.theirs]
    return "\n".join(filter(None, [*lines(stop.purpose, 2000), ring, *people]))
