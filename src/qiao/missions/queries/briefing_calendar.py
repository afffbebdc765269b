"""The calendar of one delegate, or of all: their stops, and those taken away since it was last given to them.

SEQUENCE counts the changes of the stop's row, so that it grows for every reader alike and nothing of what a reader
saw need be kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import Count
from django.utils.translation import override

from qiao.missions.models import Traveller
from qiao.missions.press.ical import issue
from qiao.missions.queries.briefing import Held, ended, goes, stops_of
from qiao.missions.queries.briefing_known import known_of
from qiao.missions.queries.briefing_stands import EVERYBODY, Stands, kept_stands
from qiao.missions.queries.claims import Asking
from qiao.missions.queries.titles import titles
from qiao.zones.models import Revision


@dataclass(frozen=True)
class Calendar:
    """The file, and stop -> to whom it was given by it."""

    data: bytes
    sent: Mapping[str, tuple[str]]


def calendar_of(held: Held, asking: Asking, *, whom: Traveller | None, now: datetime) -> Calendar:
    """The stops of a delegate by their days and group, or of everybody, as iCalendar.

    whom    None for everybody.    now    the instant of the issue.
    """
    receiver = str(whom.pk) if whom else EVERYBODY
    with override(asking.language):
        known = known_of({visit.host_id for visit in held.planned.visits}, asking, now.date())
        stops, stands = stops_of(held, asking.language, known), held.stands
        mine = [stop for key, stop in stops.items() if whom is None or goes(held, whom, stands[key])]
        before = kept_stands(held.last.stops) if held.last else {}
        name = titles([held.mission.pk], asking)[held.mission.pk].text
        if whom is not None and whom.person_id in held.names:
            name = f"{name} · {held.names[whom.person_id].text}"
        made = issue(
            name=name,
            stops=mine,
            last=_last(held, stands, before, receiver, {stop.key for stop in mine}),
            domain=f"{held.mission.zone_id.hex}.qiao.invalid",
            now=now,
        )
    return Calendar(made.data, {stop.key: (receiver,) for stop in mine})


def _last(held: Held, stands: Stands, before: Stands, receiver: str, mine: set[str]) -> dict[str, dict[str, Any]]:
    """The issue before as the press reads it: counts of changes, and what the receiver still has and should not."""
    lost = {
        key: was
        for key, was in before.items()
        if receiver in was.sent and key not in mine and (key in held.gone or key in stands)
    }
    counts = _changes(held, {*mine, *lost})
    found: dict[str, dict[str, Any]] = {key: {"sequence": counts.get(key, 0), "digest": ""} for key in mine}
    for key, was in lost.items():
        title, starts, ends, zone = ended(held, key, was)
        found[key] = {
            "sequence": counts.get(key, 0),
            "digest": "",
            "title": title,
            "starts_at": starts.astimezone(UTC).isoformat(),
            "ends_at": ends.astimezone(UTC).isoformat(),
            "zone": zone.key,
            "standing": "confirmed",
        }
    return found


def _changes(held: Held, keys: set[str]) -> dict[str, int]:
    rows = (
        Revision.objects.filter(zone=held.mission.zone_id, row__in=keys)
        .values_list("row")
        .annotate(count=Count("id"))
        .order_by()
    )
    return {str(row): count for row, count in rows}
