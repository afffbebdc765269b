"""Columns generated until no better day exists: the linear programme's bound, tightened by cuts."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from qiao.engines.plan.itinerary.column import Column, idle_columns
from qiao.engines.plan.itinerary.cuts import broken_cuts
from qiao.engines.plan.itinerary.grid import Day
from qiao.engines.plan.itinerary.master import Master, Solved
from qiao.engines.plan.itinerary.pricing import Found, Pricer
from qiao.engines.plan.itinerary.problem import Problem
from qiao.engines.plan.itinerary.worth import Worth

WIDTH = 200  # labels a level keeps while any better day will do
TAKEN = 80  # columns taken from one day in one round
TREASURE = 1e5
EPSILON = 1e-6


def cpu_seconds() -> float:
    """Seconds of processor time this process has used."""
    return time.process_time()


class Pool:
    """The columns of one problem, grown as far as time allows.

    worth     what a plan is after.
    bound     no plan is worth more; infinite until the first complete pricing.
    """

    def __init__(
        self,
        problem: Problem,
        days: Sequence[Day],
        worth: Worth,
        *,
        until: float,
        seed: int = 0,
        stop: Callable[[], bool] | None = None,
    ) -> None:
        self._stop = stop
        self.problem, self.days, self.worth, self.until = problem, days, worth, until
        self.master = Master(problem, days, worth, penalty=10.0 * worth.most * problem.parties)
        self.pricer = Pricer(problem, days, worth, seed)
        self.bound = float("inf")
        self.solved: Solved | None = None
        self.idle = [column for day in days for column in idle_columns(day, problem.lunch)]
        self.master.add(self.idle)

    @property
    def columns(self) -> list[Column]:
        return self.master.columns

    @property
    def is_late(self) -> bool:
        return cpu_seconds() >= self.until or (self._stop is not None and self._stop())

    def warm(self, rounds: int) -> None:
        """A few quick rounds, so that there is something to choose from."""
        for _ in range(rounds):
            if self.is_late or not self._round(WIDTH)[0]:
                return

    def converge(self) -> bool:
        """Price until no day is worth more than its price. Returns whether that was reached in time."""
        exact = False
        while not self.is_late:
            fresh, best = self._round(0 if exact else WIDTH)
            if exact and best is not None and self.solved is not None:
                self.bound = min(self.bound, self.solved.value + best)
                if not fresh:
                    return True
            exact = not fresh
        return False

    def tighten(self) -> int:
        """Add the cuts that the programme's optimum breaks most; returns how many."""
        if self.solved is None:
            return 0
        known = set(self.master.cuts)
        cuts = broken_cuts(
            self.columns,
            self.solved.used,
            self.solved.arcs,
            known,
            hosts=len(self.problem.hosts),
            parties=self.problem.parties,
        )
        self.master.cut(cuts)
        return len(cuts)

    def invite(self, stop: int) -> None:
        """Add days that meet one stop, whatever they cost: it is priced as if it were a treasure."""
        assert self.solved is not None
        stops = self.solved.prices.stops.copy()
        stops[stop] = -TREASURE
        prices = replace(self.solved.prices, stops=stops)
        for day in self.days:
            if stop in day.stops:
                told = self.pricer.search(day, prices, floor=TREASURE / 2, width=WIDTH)
                best = np.argsort(-told.values, kind="stable")[:TAKEN]
                self.master.add(told.columns[place] for place in best)

    def within(self, gap: float, room: int) -> list[Column] | None:
        """All columns that may be part of a plan worth more than the programme's value less `gap`.

        Returns   None when there are more than `room`, or time ran out.
        """
        assert self.solved is not None
        found: list[Column] = []
        for day in self.days:
            if self.is_late:
                return None
            told = self._search(day, floor=-gap - EPSILON, room=room - len(found))
            if not told.complete:
                return None
            found += told.columns
        return [*found, *self.idle]

    def _round(self, width: int) -> tuple[int, float | None]:
        """Solve and price every day once: how many columns were new, and by how much the bound may still rise."""
        self.solved = self.master.solve()
        fresh, rise, complete = 0, 0.0, width == 0
        for day in self.days:
            told = self._search(day, floor=EPSILON, width=width)
            best = np.argsort(-told.values, kind="stable")[:TAKEN]
            fresh += self.master.add(told.columns[place] for place in best)
            rise += self.problem.parties * told.best
            complete = complete and told.complete
        return fresh, rise if complete else None

    def _search(self, day: Day, *, floor: float, width: int = 0, room: int = 200_000) -> Found:
        assert self.solved is not None
        return self.pricer.search(day, self.solved.prices, floor=floor, width=width, room=max(room, 1))
