"""A planned mission as a problem of `engines/plan/itinerary`, and the engine's answer as stops of visits.

Ids of visits and events are the ids of their rows, so that what is kept of a problem or an answer names nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from qiao.missions.enums import VisitStatus, WindowStatus
from qiao.missions.models import Leg, Mission, PlannedEvent, Visit, VisitWindow
from qiao.missions.terms import PlanTerms

Json = dict[str, Any]
Span = tuple[date, int, int]

BY_STATUS = {  # how likely a window still stands when the day comes: the prize of a wish is worth less
    WindowStatus.USUAL: 0,
    WindowStatus.OFFERED: 1,
    WindowStatus.CONFIRMED: 2,
}


@dataclass(frozen=True, slots=True)
class Planned:
    """The live rows of a mission from which a problem is made."""

    mission: Mission
    legs: Sequence[Leg]
    visits: Sequence[Visit]
    windows: Mapping[Any, Sequence[VisitWindow]]  # visit id -> its windows
    events: Sequence[PlannedEvent]
    travel: Mapping[str, Mapping[str, int]]  # place -> place -> minutes

    @property
    def terms(self) -> PlanTerms:
        return PlanTerms.of(self.mission.terms)

    @property
    def days(self) -> list[date]:
        """Every day from departure to return."""
        first = self.mission.departs_on
        return [first + timedelta(days=n) for n in range(self.mission.days)] if first else []


def problem_of(planned: Planned, usual: Mapping[Any, Iterable[Span]]) -> Json:
    """The JSON form of the problem.

    usual     visit id -> hours in which such a host can usually be met: taken where nobody offered any.
    """
    terms, days = planned.terms, planned.days
    legs = list(planned.legs)
    return {
        "days": [day.isoformat() for day in days],
        "day_window": [terms.begins, terms.ends],
        "places": [{"id": leg.place, "name": leg.town, "country": leg.country} for leg in legs],
        "travel_minutes": {a.place: {b.place: planned.travel[a.place][b.place] for b in legs} for a in legs},
        "start": {"place": legs[0].place, "day": days[0].isoformat(), "earliest": terms.departs_at},
        "end": {"place": legs[-1].place, "day": days[-1].isoformat(), "latest": terms.back_by},
        "hotel_places": [leg.place for leg in legs if leg.hotel],
        "hosts": [
            _host(visit, planned.windows.get(visit.pk, ()), usual.get(visit.pk, ()))
            for visit in planned.visits
            if visit.status != VisitStatus.DECLINED
        ],
        "events": [_event(event) for event in planned.events if event.day in days and event.place],
        "lunch": _lunch(terms),
        "max_appointments_per_day": terms.most_a_day or None,
        "parties": terms.parties,
        "resources": dict(terms.resources),
        "slack": {"leg": terms.leg_slack, "intercity": terms.trip_slack},
    }


def spans_of(visit: Visit, windows: Iterable[VisitWindow], usual: Iterable[Span]) -> list[Span]:
    """When a host can be met: where a person pinned it; else the best word there is, day by day."""
    best: dict[date, tuple[int, list[Span]]] = {}
    for day, opens, closes in usual:
        best.setdefault(day, (BY_STATUS[WindowStatus.USUAL], []))[1].append((day, opens, closes))
    offered = list(windows)
    if any(window.status != WindowStatus.USUAL for window in offered):
        best = {}  # a host that named hours is met in them alone
    for window in offered:
        rank = BY_STATUS[WindowStatus(window.status)]
        held = best.get(window.day)
        span = (window.day, window.opens, window.closes)
        if held is None or rank > held[0]:
            best[window.day] = (rank, [span])
        elif rank == held[0]:
            held[1].append(span)
    spans = [span for _rank, listed in best.values() for span in listed]
    if visit.pinned_day is None:
        return sorted(spans)
    if visit.pinned_start is not None:
        return [(visit.pinned_day, visit.pinned_start, visit.pinned_start + visit.minutes)]
    return [span for span in sorted(spans) if span[0] == visit.pinned_day] or [(visit.pinned_day, 9 * 60, 18 * 60)]


def _host(visit: Visit, windows: Iterable[VisitWindow], usual: Iterable[Span]) -> Json:
    return {
        "id": str(visit.pk),
        "place": visit.place,
        "prize": visit.prize,
        "minutes": visit.minutes,
        "windows": [[day.isoformat(), opens, closes] for day, opens, closes in spans_of(visit, windows, usual)],
        "must": visit.must or visit.pinned_day is not None,
        "status": visit.status,
        "needs": list(visit.needs),
    }


def _event(event: PlannedEvent) -> Json:
    return {
        "id": str(event.pk),
        "place": event.place,
        "day": event.day.isoformat() if event.day else "",
        "start": event.start,
        "minutes": event.minutes,
        "everyone": event.everyone,
    }


def _lunch(terms: PlanTerms) -> Json | None:
    if not terms.lunch:
        return None
    return {"minutes": terms.lunch, "earliest": terms.lunch_from, "latest": terms.lunch_until}
