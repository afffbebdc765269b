"""The search for the best plan, to a certificate.

Days are columns of a master problem: for each date one day for every party, nights meeting mornings. Columns are
priced by labels until the linear programme is solved, cuts over three stops tighten it, the best choice among the
columns gives a plan, and all columns that could still belong to a better one are listed and chosen among: what is
left is proven.
Source: branch-and-price reduced to one enumeration, after Baldacci, Christofides & Mingozzi (2008), Mathematical
Programming 115(2), 351-385.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import floor, inf

from qiao.engines.plan.itinerary.column import Column
from qiao.engines.plan.itinerary.conflict import barred_by
from qiao.engines.plan.itinerary.grid import Day
from qiao.engines.plan.itinerary.pool import Pool, cpu_seconds
from qiao.engines.plan.itinerary.problem import Problem
from qiao.engines.plan.itinerary.select import Barred, select
from qiao.engines.plan.itinerary.together import Party, together
from qiao.engines.plan.itinerary.worth import Worth

EPSILON = 1e-6
ROUNDS = 12  # of cuts at most
ROOM = 60_000  # columns that the last choice may look at

Progress = Callable[[float, float, float], None]
Stop = Callable[[], bool]


@dataclass
class Best:
    """The best plan so far: its worth, its columns, and the hours of all parties on each day."""

    worth: float = -inf
    columns: list[Column] = field(default_factory=list)
    parties: list[list[Party]] = field(default_factory=list)


class Search:
    """The search for one problem. After `run`, `bound` is what no plan exceeds, and `pool` the columns looked at."""

    def __init__(
        self,
        problem: Problem,
        days: Sequence[Day],
        worth: Worth,
        *,
        until: float,
        seed: int = 0,
        progress: Progress | None = None,
        start: Sequence[Column] = (),
        stop: Stop | None = None,
    ) -> None:
        self.problem, self.days, self._worth, self._until = problem, days, worth, until
        self._progress = progress
        self._began = cpu_seconds()
        self._barred: list[Barred] = []
        self._is_whole = worth.is_whole
        self._start = list(start)
        self.pool = Pool(problem, days, worth, until=until, seed=seed, stop=stop)
        self.best = Best()
        self.bound = inf

    def run(self) -> Best:
        """Search until proven or out of time."""
        if self._start:
            self.pool.master.add(self._start)
            self._choose([*self._start, *self.pool.idle], seconds=0.5)
        self.pool.warm(4)
        self._choose(self.pool.columns, seconds=0.5)
        for _ in range(ROUNDS):
            if not self.pool.converge():
                break
            self._tell()
            if self._is_impossible():
                return Best()
            if not self._is_proven():
                self._choose(self.pool.columns, seconds=self._left(0.25))
            if self._is_proven() or self._prove() or not self.pool.tighten():
                break
        if not self.best.columns:
            self._choose(self.pool.columns, seconds=self._left(1.0))
        self.bound = max(self._rounded(self.pool.bound), self.best.worth)
        return self.best

    def invite(self, stop: int) -> None:
        """Add days that meet this stop, whatever they cost."""
        self.pool.invite(stop)

    def forced(self, stop: int, *, seconds: float) -> list[Column] | None:
        """The best choice among the columns that meets this stop; None when none was found."""
        chosen, _bound = select(
            self.problem,
            self.days,
            self.pool.columns,
            self._worth,
            cuts=self.pool.master.cuts,
            above=-inf,
            seconds=seconds,
            whole=self._is_whole,
            barred=self._barred,
            forced=stop,
        )
        return None if chosen is None else [self.pool.columns[number] for number in chosen]

    def _prove(self) -> bool:
        """List every column that may belong to a better plan, and choose among them. Returns whether that decided."""
        solved = self.pool.solved
        if solved is None or not self.best.columns:
            return False
        step = 1.0 if self._is_whole else EPSILON
        gap = solved.value - (self.best.worth + step)
        if gap < -EPSILON:
            return True
        listed = self.pool.within(gap, ROOM)
        if listed is None:
            return False
        before = self.best.worth
        bound = self._choose(listed, seconds=self._left(0.6))
        if bound <= max(before, self.best.worth) + step - EPSILON:
            self.pool.bound = min(self.pool.bound, max(before, self.best.worth))
            return True
        self.pool.bound = min(self.pool.bound, max(bound, self.best.worth))
        return False

    def _choose(self, columns: Sequence[Column], *, seconds: float) -> float:
        """Take the best choice among these columns when it beats the best plan. Returns a bound on all of them.

        A choice whose parties would need a scarce thing at once is barred, and chosen again.
        """
        while True:
            chosen, bound = select(
                self.problem,
                self.days,
                columns,
                self._worth,
                cuts=self.pool.master.cuts,
                above=self.best.worth,
                seconds=max(0.1, min(seconds, self._left(1.0))),
                whole=self._is_whole,
                barred=self._barred,
            )
            if chosen is None:
                return bound
            taken = [columns[number] for number in chosen]
            parties = self._timed(taken)
            if parties is not None:
                self.best = Best(self._worth.sum_of(taken), taken, parties)
                self._tell()
                return bound
            if self._left(1.0) <= 0:
                return max(bound, self.best.worth)

    def _timed(self, taken: Sequence[Column]) -> list[list[Party]] | None:
        """Hours for every day; None when some day had to be barred."""
        timed: list[list[Party]] = []
        sound = True
        for day in self.days:
            own = [column for column in taken if column.day == day.index]
            parties = together(self.problem, day, own)
            if parties is None:
                self._barred.append(barred_by(self.problem, day, own))
                sound = False
            else:
                timed.append(parties)
        return timed if sound else None

    def _is_impossible(self) -> bool:
        solved = self.pool.solved
        return solved is not None and solved.unmet > EPSILON and not self.best.columns

    def _is_proven(self) -> bool:
        return bool(self.best.columns) and self._rounded(self.pool.bound) <= self.best.worth + EPSILON

    def _rounded(self, bound: float) -> float:
        return float(floor(bound + 1e-5)) if self._is_whole and bound < inf else bound

    def _left(self, share: float) -> float:
        """A share of the processor time that is left."""
        return 0.0 if self.pool.is_late else (self._until - cpu_seconds()) * share

    def _tell(self) -> None:
        if self._progress is not None:
            self._progress(max(self.best.worth, 0.0), self._rounded(self.pool.bound), cpu_seconds() - self._began)
