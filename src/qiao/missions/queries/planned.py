"""The live rows of a planned mission, as its pages and its plan need them, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from qiao.missions.adapt import Planned, Span
from qiao.missions.models import Leg, Mission, OwnTravelTime, PlannedEvent, Visit, VisitWindow
from qiao.missions.travel import Spot, travel_minutes
from qiao.missions.travel.distance import kilometres
from qiao.register.models import Entity, Location
from qiao.zones.models import Membership


def planned_of(mission: Mission, member: Membership) -> Planned:
    """What is intended of a mission, as far as the member sees it."""
    legs = legs_of(mission, member)
    visits = list(Visit.objects.visible_to(member).live().filter(mission=mission).order_by("id"))
    windows: dict[Any, list[VisitWindow]] = defaultdict(list)
    for window in VisitWindow.objects.visible_to(member).live().filter(visit__mission=mission).order_by("day", "opens"):
        windows[window.visit_id].append(window)
    events = list(PlannedEvent.objects.visible_to(member).live().filter(mission=mission).order_by("day", "start"))
    return Planned(mission, legs, visits, windows, events, travel_between(legs, member))


def legs_of(mission: Mission, member: Membership) -> list[Leg]:
    """The towns of a mission in the order of the journey."""
    return list(Leg.objects.visible_to(member).live().filter(mission=mission).order_by("position", "id"))


def travel_between(legs: list[Leg], member: Membership) -> dict[str, dict[str, int]]:
    """Minutes from door to door between the towns of a journey; the zone's own word goes first."""
    spots = [Spot(leg.place, leg.latitude, leg.longitude, leg.country) for leg in legs]
    return travel_minutes(spots, own_ways(member))


def own_ways(member: Membership) -> dict[tuple[str, str], int]:
    """The zone's own word on how long it takes between two towns."""
    told = OwnTravelTime.objects.visible_to(member).live().values_list("start", "end", "minutes")
    return {(start, end): minutes for start, end, minutes in told}


def usual_spans(planned: Planned) -> dict[Any, list[Span]]:
    """Visit -> the hours in which its host can usually be met, on the days of the journey."""
    from qiao.missions.hostdays import usual_windows

    legs = {leg.place: leg for leg in planned.legs}
    found: dict[Any, list[Span]] = {}
    for visit in planned.visits:
        leg = legs.get(visit.place)
        found[visit.pk] = [
            (day, opens, closes)
            for day in planned.days
            for opens, closes in (usual_windows(leg.country, leg.region, day) if leg else ())
        ]
    return found


def near_leg(host: Entity, legs: Sequence[Leg], member: Membership) -> Leg:
    """The town of the journey nearest to where a party is; the first where nobody says where that is.

    legs    at least one.
    """
    told = (
        Location.objects.visible_to(member).live().filter(subject__canonical=host.canonical_id, latitude__isnull=False)
    )
    found = told.values_list("latitude", "longitude").first()
    return (nearest(*found, legs) if found else None) or legs[0]


def nearest(
    latitude: float | None, longitude: float | None, legs: Sequence[Leg], *, within: float = 20_100
) -> Leg | None:
    """The town nearest to a place in degrees, if one lies within so many kilometres."""
    if latitude is None or longitude is None:
        return None
    found = [
        (kilometres(latitude, longitude, leg.latitude, leg.longitude), number)
        for number, leg in enumerate(legs)
        if leg.latitude is not None and leg.longitude is not None
    ]
    far, number = min(found, default=(within + 1, 0))
    return legs[number] if far <= within else None
