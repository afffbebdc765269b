"""Which days would pay at the programme's prices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qiao.engines.plan.itinerary.column import Column
from qiao.engines.plan.itinerary.cuts import Toll, Triple
from qiao.engines.plan.itinerary.grid import Day, Ints
from qiao.engines.plan.itinerary.labels import grow, lunch_row, promise
from qiao.engines.plan.itinerary.master import Prices
from qiao.engines.plan.itinerary.problem import Problem
from qiao.engines.plan.itinerary.worth import Worth

ROOM = 200_000  # days told at most by one call
PATIENCE = 4_000_000  # labels at most in one day


@dataclass(frozen=True)
class Found:
    """Days and what each is worth above its price, and whether these are all above the floor that was asked for."""

    columns: list[Column]
    values: NDArray[np.float64]
    complete: bool

    @property
    def best(self) -> float:
        return float(self.values.max()) if len(self.values) else 0.0


class Pricer:
    """Prices days of one problem; worth is what a plan is after."""

    def __init__(self, problem: Problem, days: Sequence[Day], worth: Worth, seed: int = 0) -> None:
        self._worth = worth
        self._names = np.random.default_rng(seed).integers(1, 1 << 40, len(problem.appointments))
        self._lunch = lunch_row(problem.lunch)
        self._most = [_most_stops(problem, day) for day in days]
        self._stones = [_stepping_stones(day) for day in days]
        self._reach = [_reach(day) for day in days]

    def search(
        self,
        day: Day,
        prices: Prices,
        *,
        floor: float,
        width: int = 0,
        room: int = ROOM,
    ) -> Found:
        """Days worth more than `floor` above their price.

        width    labels kept on each level; 0 for all of them.
        """
        profit = self._worth.stops[day.index, day.stops] - prices.stops[day.stops]
        kept = self._kept(day, profit)
        if not kept.size or not self._most[day.index]:
            return Found([], np.zeros(0), not day.mandatory.any())
        stops, profit = day.stops[kept], profit[kept]
        in_cut, penalties = _triples_here(stops, prices)
        tolls = _tolls_here(day, stops, prices)
        opens, latest = day.opens[kept], day.latest[kept]
        legs, minutes = np.ascontiguousarray(day.legs[np.ix_(kept, kept)]), day.minutes[kept]
        most = min(self._most[day.index], len(kept))
        table = promise(profit, minutes, opens, latest, legs, most - 1)
        mornings, nights, rows, values, complete = grow(
            profit,
            penalties,
            in_cut,
            *tolls,
            self._names[stops],
            day.mandatory[kept],
            minutes,
            opens,
            latest,
            legs,
            np.ascontiguousarray(self._reach[day.index][np.ix_(kept, kept)]),
            np.ascontiguousarray(day.out[:, kept]),
            np.ascontiguousarray(day.home[kept]),
            day.leaves,
            day.closes,
            self._lunch,
            most,
            prices.days[day.index] - self._worth.nights[day.index][None, :],
            floor,
            table,
            width,
            room,
            PATIENCE,
        )
        columns = [
            Column(day.index, int(morning), int(night), tuple(int(stops[s]) for s in row if s >= 0))
            for morning, night, row in zip(mornings, nights, rows, strict=True)
        ]
        return Found(columns, values, bool(complete))

    def _kept(self, day: Day, profit: NDArray[np.float64]) -> NDArray[np.intp]:
        """Stops worth growing a day with: those that pay, those that must be met, and those that split a long leg."""
        return np.flatnonzero((profit > 1e-9) | day.mandatory | self._stones[day.index])


def _most_stops(problem: Problem, day: Day) -> int:
    """Stops that one day can hold: the rule's number, or what its hours allow."""
    if not day.size:
        return 0
    hours = max(0, (day.closes - day.leaves) // max(1, int(day.minutes.min())))
    return min(hours, day.size, problem.most_a_day if problem.most_a_day is not None else hours)


def _stepping_stones(day: Day) -> NDArray[np.bool_]:
    """Stops that lie between others, so that a day may need them even for nothing.

    A lunch fits before or after a leg, never inside: two short legs may leave room for it where one long leg does
    not. Where the way over a stop is shorter than the way past it, the same holds.
    """
    legs, size = day.legs, day.size
    stones = np.zeros(size, np.bool_)
    for stop in range(size):
        into, onward = legs[:, stop], legs[stop, :]
        longest = np.maximum.outer(into, onward)
        around = into[:, None] + onward[None, :] + day.minutes[stop]
        splits = (legs > longest) | (legs > around)
        splits[stop, :] = splits[:, stop] = False
        np.fill_diagonal(splits, False)
        first = day.out > np.maximum(day.out[:, [stop]], onward[None, :])
        last = day.home > np.maximum(into[:, None], day.home[[stop], :])
        first[:, stop], last[stop, :] = False, False
        across = day.across > np.maximum(day.out[:, [stop]], day.home[[stop], :])
        stones[stop] = bool(splits.any() or first.any() or last.any() or across.any())
    return stones


def _reach(day: Day) -> Ints:
    """Legs, but to an event that must be met the fewest minutes over any stops between.

    The direct leg may be longer than a way over others; on a day that has begun it does not even exist.
    """
    reach = day.legs.copy()
    for event in np.flatnonzero(day.mandatory):
        ways, before = reach[:, event].copy(), None
        while before is None or (ways < before).any():
            before = ways
            ways = np.minimum(before, (day.legs + (day.minutes + before)[None, :]).min(axis=1))
        reach[:, event] = ways
    return reach


def _triples_here(stops: NDArray[np.int32], prices: Prices) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
    """Of the triples that cost something, which stops of the day are in them; those with one stop here never bite."""
    place = {int(stop): row for row, stop in enumerate(stops)}
    rows, paid = [], []
    for cut, price in prices.cuts:
        if not isinstance(cut, Triple) or price <= 1e-9:
            continue
        here = [place[stop] for stop in cut.stops if stop in place]
        if len(here) >= 2:
            member = np.zeros(len(stops), np.bool_)
            member[here] = True
            rows.append(member)
            paid.append(price)
    if not rows:
        return np.zeros((len(stops), 0), np.bool_), np.zeros(0)
    return np.ascontiguousarray(np.array(rows).T), np.array(paid)


def _tolls_here(day: Day, stops: NDArray[np.int32], prices: Prices) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """What meeting each stop costs from each morning's place (A, m), and before each night's (B, m)."""
    place = {int(stop): row for row, stop in enumerate(stops)}
    mornings, nights = np.zeros((len(day.mornings), len(stops))), np.zeros((len(day.nights), len(stops)))
    for cut, price in prices.cuts:
        if isinstance(cut, Toll) and cut.day == day.index and cut.stop in place and price > 1e-9:
            (mornings if cut.in_the_morning else nights)[cut.place, place[cut.stop]] += price
    return mornings, nights
