"""Hours for a day whose stops and their order are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qiao.engines.plan.itinerary.grid import NEVER, Day
from qiao.engines.plan.itinerary.labels import fed_at, is_home, lunch_row
from qiao.engines.plan.itinerary.problem import Lunch


@dataclass(frozen=True, slots=True)
class Hours:
    """When a stop is reached at the earliest, begins and ends."""

    reached: int
    begins: int
    ends: int


def hours_of(
    day: Day,
    lunch: Lunch | None,
    morning: int,
    night: int,
    stops: Sequence[int],
    *,
    at: dict[int, int] | None = None,
    not_before: dict[int, int] | None = None,
) -> list[Hours] | None:
    """The earliest hours of these stops in this order; None when they do not fit.

    stops        indices into the day's own stops.
    at           minutes at which some of them must begin.      not_before   minutes before which some may not.
    """
    fed, hungry = _begin(day, lunch)
    before: int | None = None
    for stop in stops:
        leg = int(day.out[morning, stop] if before is None else day.legs[before, stop])
        wish = (at or {}).get(stop), (not_before or {}).get(stop, 0)
        fed, hungry = _onward(day, lunch, stop, leg, fed, hungry, wish, first=before is None)
        if fed is None and hungry is None:
            return None
        before = stop
    if before is not None:
        home = int(day.home[before, night])
        ways = [
            way
            for way, ate in ((fed, True), (hungry, False))
            if way and is_home(way[-1].ends, home, ate, day.closes, lunch_row(lunch), False)
        ]
        return min(ways, key=lambda way: [one.begins for one in way]) if ways else None
    return []


Way = list[Hours]


def _begin(day: Day, lunch: Lunch | None) -> tuple[Way | None, Way | None]:
    return ([], None) if lunch is None else (None, [])


def _onward(
    day: Day,
    lunch: Lunch | None,
    stop: int,
    leg: int,
    fed: Way | None,
    hungry: Way | None,
    wish: tuple[int | None, int],
    *,
    first: bool,
) -> tuple[Way | None, Way | None]:
    """The ways on, with lunch behind one and without: of several the earliest."""
    full: list[Way] = []
    empty: Way | None = None
    if fed is not None:
        free = fed[-1].ends if fed else day.leaves
        if (hours := _at(day, stop, free + leg, free + leg, wish)) is not None:
            full.append([*fed, hours])
    if hungry is not None and lunch is not None:
        free = hungry[-1].ends if hungry else day.leaves
        seated = fed_at(free, leg, lunch_row(lunch), first)
        if seated >= 0 and (hours := _at(day, stop, free + leg, seated, wish)) is not None:
            full.append([*hungry, hours])
        if (hours := _at(day, stop, free + leg, free + leg, wish)) is not None:
            empty = [*hungry, hours]
    return min(full, key=lambda way: way[-1].ends, default=None), empty


def _at(day: Day, stop: int, reached: int, ready: int, wish: tuple[int | None, int]) -> Hours | None:
    """The earliest hours from `ready` on, inside a window and as wished."""
    wanted, floor = wish
    begins = NEVER
    for opens, latest in zip(day.opens[stop], day.latest[stop], strict=True):
        begin = max(ready, floor, int(opens), wanted or 0)
        if begin <= latest and (wanted is None or begin == wanted):
            begins = min(begins, begin)
    return None if begins == NEVER else Hours(reached, begins, begins + int(day.minutes[stop]))
