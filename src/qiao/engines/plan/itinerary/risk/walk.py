"""One party's day walked many times over, each time with other delays.

The party leaves as early as it may, goes on as soon as a visit has ended, and begins when it is there, yet not before
the hour agreed. A visit that no longer fits the window of that hour is missed; the party learns it on arriving, and
goes on to the next stop at once. An event is joined late for as long as it lasts, and left at its end. Lunch is eaten
whole, before or after one and the same leg on every trip, even when it has become late. A night ends all delay.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from qiao.engines.plan.itinerary.problem import Lunch
from qiao.engines.plan.itinerary.risk.delays import Draws

NOWHERE = -1  # lunch is not asked for


@dataclass(frozen=True)
class Walk:
    """A day of k stops as it is to be walked.

    legs (k + 1,)    minutes of each leg, the one to the night last; between (k + 1,) whether it leads to another place.
    begins, latest, ends (k,)   the minute agreed, the last minute at which one may begin, and the planned end.
    events (k,)      which stops begin without waiting for the party.
    leaves           minute at which the party may leave in the morning.
    """

    leaves: int
    legs: NDArray[np.float64]
    between: NDArray[np.bool_]
    begins: NDArray[np.float64]
    latest: NDArray[np.float64]
    ends: NDArray[np.float64]
    events: NDArray[np.bool_]


@dataclass(frozen=True)
class Walked:
    """What became of each trip: met (t, k), minutes begun after the hour agreed (t, k), and the minute of rest (t,)."""

    met: NDArray[np.bool_]
    behind: NDArray[np.float64]
    home: NDArray[np.float64]


def walked(walk: Walk, lunch: Lunch | None, draws: Draws, worth: NDArray[np.float64]) -> Walked:
    """The day walked once for each trip drawn, with lunch where it costs the least of `worth` (k,)."""
    best: Walked | None = None
    most = -1.0
    for meal in meals_of(walk, lunch):
        trial = Walked(*_walked(walk, draws, meal, lunch))
        got = float(trial.met.mean(axis=0) @ worth) if len(worth) else 0.0
        if got > most + 1e-9:
            best, most = trial, got
    assert best is not None
    return best


def meals_of(walk: Walk, lunch: Lunch | None) -> list[int]:
    """Where lunch fits as planned: 2 i before leg i, 2 i + 1 after it; never empty."""
    if lunch is None:
        return [NOWHERE]
    found = [place for place in range(2 * len(walk.legs)) if _is_meal(walk, lunch, place)]
    return found or [2 * len(walk.legs) - 1]


def _is_meal(walk: Walk, lunch: Lunch, place: int) -> bool:
    leg, after = divmod(place, 2)
    free = walk.leaves if leg == 0 else walk.ends[leg - 1]
    begins = free + walk.legs[leg] * after
    # Before the first departure time is free without end.
    begins = max(begins, lunch.earliest) if place else lunch.earliest
    if begins > lunch.latest:
        return False
    there = max(begins + lunch.minutes, free) + walk.legs[leg] * (1 - after)
    return leg == len(walk.begins) or bool(there <= walk.begins[leg])


def _walked(walk: Walk, draws: Draws, meal: int, lunch: Lunch | None) -> Any:
    count = len(walk.legs)
    late = np.where(walk.between, draws.intercity[:, :count], draws.city[:, :count])
    eating, hungry = (0.0, 0.0) if lunch is None else (float(lunch.minutes), float(lunch.earliest))
    return _walk(
        float(walk.leaves),
        walk.legs,
        walk.begins,
        walk.latest,
        walk.ends,
        walk.events,
        late,
        draws.overrun,
        meal,
        eating,
        hungry,
    )


@njit(cache=True)
def _walk(
    leaves: float,
    legs: Any,
    begins: Any,
    latest: Any,
    ends: Any,
    events: Any,
    late: Any,
    overrun: Any,
    meal: int,
    eating: float,
    hungry: float,
) -> Any:
    trips, size = late.shape[0], begins.shape[0]
    met = np.zeros((trips, size), np.bool_)
    behind = np.zeros((trips, size))
    home = np.zeros(trips)
    for trip in range(trips):
        now = leaves
        for leg in range(size + 1):
            if meal == 2 * leg:
                eats = hungry if leg == 0 else max(now, hungry)
                now = max(now, eats + eating)
            now += legs[leg] + late[trip, leg]
            if meal == 2 * leg + 1:
                now = max(now, hungry) + eating
            if leg == size:
                home[trip] = now
                break
            begin = max(now, begins[leg])
            if events[leg]:
                met[trip, leg] = begin < ends[leg]
                now = max(now, ends[leg])
            elif begin <= latest[leg]:
                met[trip, leg] = True
                now = begin + ends[leg] - begins[leg] + overrun[trip, leg]
            if met[trip, leg]:
                behind[trip, leg] = begin - begins[leg]
    return met, behind, home
