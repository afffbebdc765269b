"""The master problem: choose one day for each party and date so that nights and mornings meet and prizes add up.

A linear programme over columns, kept in HiGHS and fed as pricing finds better days. Its value is a bound on every
plan once no day is worth more than its price.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import highspy
import numpy as np
from numpy.typing import NDArray

from qiao.engines.plan.itinerary.column import Column
from qiao.engines.plan.itinerary.cuts import Arc, Cut
from qiao.engines.plan.itinerary.grid import Day
from qiao.engines.plan.itinerary.problem import Event, Host, Problem
from qiao.engines.plan.itinerary.worth import Worth
from qiao.engines.plan.programme import maximising

Floats = NDArray[np.float64]
INFINITE = highspy.kHighsInf


@dataclass(frozen=True)
class Prices:
    """What the programme pays for each thing at its optimum.

    stops (n + m,): what meeting each appointment costs elsewhere.   days[d] (A, B): what a day must be worth.
    cuts: each cut with its price.
    """

    stops: Floats
    days: list[Floats]
    cuts: list[tuple[Cut, float]]


@dataclass
class Solved:
    """An optimum of the programme: its value, its prices and how much of each column it uses."""

    value: float
    prices: Prices
    used: Floats
    arcs: dict[Arc, float]
    unmet: float  # how much of the artificial columns is needed; above 0 the problem may have no plan


@dataclass
class Master:
    """The programme over columns and cuts."""

    problem: Problem
    days: Sequence[Day]
    worth: Worth
    penalty: float
    columns: list[Column] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._names: set[object] = set()
        self._stops = len(self.problem.appointments)
        self._node: dict[tuple[int, str], int] = {}
        self._arc: dict[tuple[int, int, int], int] = {}
        self._way: dict[Arc, int] = {}
        self._programme = maximising()
        self._lay_rows()
        self._first = self._programme.getNumCol()

    def add(self, columns: Iterable[Column]) -> int:
        """Take in columns that are not there yet; returns how many were new."""
        fresh = []
        for column in columns:
            if column.name not in self._names:
                self._names.add(column.name)
                fresh.append(column)
        for column in fresh:
            rows, values = self._entries(column)
            self._programme.addCol(self.worth.of(column), 0.0, INFINITE, len(rows), rows, values)
        self.columns += fresh
        return len(fresh)

    def cut(self, cuts: Iterable[Cut]) -> None:
        """Add rows over the columns and the ways through the nights."""
        for cut in cuts:
            hit = [self._first + place for place, column in enumerate(self.columns) if cut.hits(column)]
            paid = [place for arc, place in self._way.items() if cut.pays(arc)]
            index = np.array([*hit, *paid], np.int32)
            values = np.array([*([1.0] * len(hit)), *([-1.0] * len(paid))])
            self._programme.addRow(-INFINITE, cut.most, len(index), index, values)
            self.cuts.append(cut)

    def solve(self) -> Solved:
        """The optimum over the columns so far."""
        self._programme.run()
        solution = self._programme.getSolution()
        used = np.array(solution.col_value, float)
        duals = np.array(solution.row_dual, float)
        return Solved(
            value=float(self._programme.getInfo().objective_function_value),
            prices=self._prices(duals),
            used=used[self._first :],
            arcs={arc: float(used[place]) for arc, place in self._way.items()},
            unmet=float(sum(used[column] for column in self._artificial)),
        )

    def _lay_rows(self) -> None:
        """Rows of stops, of nights that meet mornings, and of parties that stay together; artificial columns."""
        programme, parties = self._programme, self.problem.parties
        for stop in self.problem.appointments:
            programme.addRow(*_coverage(stop, parties), 0, _none(), _zeros())
        for day in self.days:
            for place in day.mornings:
                self._node[day.index, place] = programme.getNumRow()
                supply = 1.0 if day.index == 0 else 0.0
                programme.addRow(supply, supply, 0, _none(), _zeros())
        for day in self.days:
            for morning in range(len(day.mornings)):
                for night in range(len(day.nights)):
                    self._arc[day.index, morning, night] = programme.getNumRow()
                    programme.addRow(0.0, 0.0, 0, _none(), _zeros())
        for (index, morning, night), row in self._arc.items():
            rows, values = self._ends(index, morning, night)
            self._way[index, morning, night] = programme.getNumCol()
            programme.addCol(
                0.0, 0.0, 1.0, len(rows) + 1, np.array([row, *rows], np.int32), np.array([-parties, *values], float)
            )
        self._artificial = []
        for number, stop in enumerate(self.problem.appointments):
            if _coverage(stop, parties)[0] > 0:
                self._artificial.append(programme.getNumCol())
                programme.addCol(-self.penalty, 0.0, INFINITE, 1, np.array([number], np.int32), np.ones(1))
        for row in self._arc.values():
            self._artificial.append(programme.getNumCol())
            programme.addCol(-self.penalty, 0.0, INFINITE, 1, np.array([row], np.int32), np.ones(1))

    def _ends(self, index: int, morning: int, night: int) -> tuple[list[int], list[float]]:
        day = self.days[index]
        rows, values = [self._node[index, day.mornings[morning]]], [1.0]
        after = self._node.get((index + 1, day.nights[night]))
        if after is not None:
            rows.append(after)
            values.append(-1.0)
        return rows, values

    def _entries(self, column: Column) -> tuple[NDArray[np.int32], Floats]:
        rows = [*column.stops, self._arc[column.day, column.morning, column.night]]
        base = self._programme.getNumRow() - len(self.cuts)
        rows += [base + place for place, cut in enumerate(self.cuts) if cut.hits(column)]
        return np.array(rows, np.int32), np.ones(len(rows))

    def _prices(self, duals: Floats) -> Prices:
        return Prices(
            stops=duals[: self._stops],
            days=[
                np.array(
                    [
                        [duals[self._arc[day.index, morning, night]] for night in range(len(day.nights))]
                        for morning in range(len(day.mornings))
                    ]
                ).reshape(len(day.mornings), len(day.nights))
                for day in self.days
            ],
            cuts=list(zip(self.cuts, duals[len(duals) - len(self.cuts) :].tolist(), strict=True)),
        )


def _coverage(stop: Host | Event, parties: int) -> tuple[float, float]:
    """How often a stop may and must be met over all columns."""
    if isinstance(stop, Event):
        return (float(parties), float(parties)) if stop.everyone else (1.0, float(parties))
    return (1.0, 1.0) if stop.must else (-INFINITE, 1.0)


def _none() -> NDArray[np.int32]:
    return np.zeros(0, np.int32)


def _zeros() -> Floats:
    return np.zeros(0, np.float64)
