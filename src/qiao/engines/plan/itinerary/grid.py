"""A problem laid out in arrays, one grid for each day, as the search walks over it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from qiao.engines.plan.itinerary.problem import Event, Host, Problem

Ints: TypeAlias = NDArray[np.int32]
NEVER = 1 << 28


@dataclass(frozen=True)
class Day:
    """What can be attended on one day. m stops, A places to leave from in the morning, B places to sleep in.

    stops       (m,) indices into the problem's appointments.
    opens       (m, w) first minute at which a stop may begin in each window, by time; NEVER where there is none.
    latest      (m, w) last such minute.
    legs        (m, m) minutes from stop to stop; out (A, m) and home (m, B) from and to the hotels, slack counted.
    across      (A, B) minutes of a day without stops; 0 where one stays.
    mandatory   (m,) events that every party attends.
    """

    index: int
    mornings: tuple[str, ...]
    nights: tuple[str, ...]
    leaves: int
    closes: int
    stops: Ints
    minutes: Ints
    opens: Ints
    latest: Ints
    legs: Ints
    out: Ints
    home: Ints
    across: Ints
    mandatory: NDArray[np.bool_]

    @property
    def size(self) -> int:
        return len(self.stops)


def days_of(problem: Problem) -> list[Day]:
    """The grids of all days, in order."""
    last = len(problem.days) - 1
    return [
        _day(
            problem,
            index,
            mornings=(problem.start_place,) if index == 0 else problem.hotel_places,
            nights=(problem.end_place,) if index == last else problem.hotel_places,
        )
        for index in range(len(problem.days))
    ]


def _day(problem: Problem, index: int, *, mornings: tuple[str, ...], nights: tuple[str, ...]) -> Day:
    spans = [_spans(stop, index) for stop in problem.appointments]
    open_today = [number for number, found in enumerate(spans) if found and _is_allowed(problem, number)]
    stops = [problem.appointments[number] for number in open_today]
    widest = max((len(spans[number]) for number in open_today), default=1)
    opens = np.full((len(stops), widest), NEVER, np.int32)
    latest = np.full((len(stops), widest), -1, np.int32)
    for row, number in enumerate(open_today):
        for column, (first, end) in enumerate(spans[number]):
            opens[row, column], latest[row, column] = first, end
    return Day(
        index=index,
        mornings=mornings,
        nights=nights,
        leaves=problem.start_earliest if index == 0 else problem.day_window[0],
        closes=problem.end_latest if index == len(problem.days) - 1 else problem.day_window[1],
        stops=np.array(open_today, np.int32),
        minutes=np.array([stop.minutes for stop in stops], np.int32),
        opens=opens,
        latest=latest,
        legs=_matrix([[_leg(problem, one, other) for other in stops] for one in stops], len(stops), len(stops)),
        out=_matrix([[_way(problem, p, s.place) for s in stops] for p in mornings], len(mornings), len(stops)),
        home=_matrix([[_way(problem, s.place, p) for p in nights] for s in stops], len(stops), len(nights)),
        across=_matrix(
            [[0 if a == b else _way(problem, a, b) for b in nights] for a in mornings], len(mornings), len(nights)
        ),
        mandatory=np.array([isinstance(stop, Event) and stop.everyone for stop in stops], np.bool_),
    )


def _spans(stop: Host | Event, day: int) -> list[tuple[int, int]]:
    """First and last minute at which the stop may begin on a day, one pair for each window that holds it."""
    if isinstance(stop, Event):
        return [(stop.start, stop.start)] if stop.day == day else []
    found = [(w.opens, w.closes - stop.minutes) for w in stop.windows if w.day == day]
    return sorted((first, end) for first, end in found if first <= end)


def _is_allowed(problem: Problem, number: int) -> bool:
    """Whether what a host needs exists at all."""
    stop = problem.appointments[number]
    return not (isinstance(stop, Host) and any(problem.resources.get(need, 1) == 0 for need in stop.needs))


def _way(problem: Problem, origin: str, goal: str) -> int:
    return problem.travel[origin][goal] + (problem.slack.leg if origin == goal else problem.slack.intercity)


def _leg(problem: Problem, one: Host | Event, other: Host | Event) -> int:
    own = problem.legs.get(one.id, {}).get(other.id)
    if own is None:
        return _way(problem, one.place, other.place)
    return own + (problem.slack.leg if one.place == other.place else problem.slack.intercity)


def _matrix(rows: list[list[int]], height: int, width: int) -> Ints:
    return np.array(rows, np.int32).reshape(height, width)
