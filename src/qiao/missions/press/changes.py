"""What changed between two prints, and the sum by which two prints are known to be the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from typing import Any

from qiao.missions.press.values import Briefing, Change, Day, Moved, Standing, Stop

Imprint = dict[str, dict[str, str]]  # by key of the stop; plain JSON


def imprint(briefing: Briefing) -> Imprint:
    """What must be kept of a print to mark the changes in the next one. Returns plain JSON, to be stored as it is."""
    return {stop.key: _kept(stop) for stop in briefing.stops}


def marked(briefing: Briefing, last: Mapping[str, Mapping[str, str]] | None) -> Briefing:
    """The briefing with each stop marked against the last print; unmarked when there was none.

    A stop of the last print that is not there any more is put in `gone`; one that was cancelled then stays unmarked.
    """
    if last is None:
        return briefing
    days = [replace(day, stops=[_against(stop, last.get(stop.key)) for stop in day.stops]) for day in briefing.days]
    here = {stop.key for stop in briefing.stops}
    gone = [_lost(key, kept) for key, kept in last.items() if key not in here and kept["standing"] != "cancelled"]
    return replace(briefing, days=days, gone=gone)


def checksum(briefing: Briefing) -> str:
    """Twelve hexadecimal digits over the content: same for two prints that say the same, whenever they were made."""
    days = [Day(day.on, [replace(stop, change=None) for stop in day.stops], day.note) for day in briefing.days]
    content = asdict(replace(briefing, days=days, gone=()))
    for left_out in ("number", "printed_at", "for_whom", "gone", "since"):
        del content[left_out]
    return _digest(content)


def _kept(stop: Stop) -> dict[str, str]:
    return {
        "title": stop.title,
        "starts_at": stop.starts_at.astimezone(UTC).isoformat(),
        "ends_at": stop.ends_at.astimezone(UTC).isoformat(),
        "zone": stop.zone,
        "place": stop.place,
        "city": stop.city,
        "standing": stop.standing.value,
        "digest": _digest(asdict(replace(stop, change=None))),
    }


def _against(stop: Stop, kept: Mapping[str, str] | None) -> Stop:
    return replace(stop, change=_change(stop, kept))


def _change(stop: Stop, kept: Mapping[str, str] | None) -> Change | None:
    cancelled = stop.standing is Standing.CANCELLED
    if kept is None:
        return None if cancelled else Change(Moved.NEW)
    if cancelled:
        return Change(Moved.CANCELLED) if kept["standing"] != Standing.CANCELLED else None
    was = datetime.fromisoformat(kept["starts_at"])
    elsewhere = kept["place"] != stop.place
    if was != stop.starts_at or elsewhere:
        return Change(Moved.MOVED, was if was != stop.starts_at else None, kept["place"] if elsewhere else "")
    return Change(Moved.EDITED) if kept["digest"] != _kept(stop)["digest"] else None


def _lost(key: str, kept: Mapping[str, str]) -> Stop:
    return Stop(
        key=key,
        title=kept["title"],
        starts_at=datetime.fromisoformat(kept["starts_at"]),
        ends_at=datetime.fromisoformat(kept["ends_at"]),
        zone=kept["zone"],
        city=kept["city"],
        standing=Standing.CANCELLED,
        change=Change(Moved.CANCELLED),
    )


def _digest(content: Any) -> str:
    told = json.dumps(content, sort_keys=True, separators=(",", ":"), default=_said)
    return hashlib.sha256(told.encode("ascii")).hexdigest()[:12]


def _said(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
