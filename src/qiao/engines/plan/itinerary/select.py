"""The best choice among given days, as a whole-number programme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from qiao.engines.plan.itinerary.column import Column
from qiao.engines.plan.itinerary.cuts import Arc, Cut, Triple
from qiao.engines.plan.itinerary.grid import Day
from qiao.engines.plan.itinerary.problem import Event, Problem
from qiao.engines.plan.itinerary.worth import Valued
from qiao.engines.plan.programme import maximising

INFINITE = highspy.kHighsInf


def select(
    problem: Problem,
    days: Sequence[Day],
    columns: Sequence[Column],
    worth: Valued,
    *,
    cuts: Sequence[Cut] = (),
    above: float,
    seconds: float,
    whole: bool = True,
    barred: Sequence[Barred] = (),
    forced: int = -1,
    least: Sequence[Least] = (),
) -> tuple[list[int] | None, float]:
    """The columns of a plan of more than `above`, by number, a column once for each party that takes it.

    worth     what a plan is after.
    forced    a stop that must be met.
    least     sums over the chosen columns that must be reached.
    barred    sets of stops that the parties of one day cannot all have, one set each.
    seconds   of search at most, > 0.       whole   whether every choice is worth a whole number.
    Returns   None when none was found, and a bound that no choice among these columns exceeds.
    """
    programme = _bounded(seconds, whole)
    parties = problem.parties
    rows = _Rows()
    for number, stop in enumerate(problem.appointments):
        if isinstance(stop, Event):
            rows.add(("stop", number), parties if stop.everyone else 1, parties)
        else:
            rows.add(("stop", number), 1 if stop.must or number == forced else -INFINITE, 1)
    arcs = sorted({(column.day, column.morning, column.night) for column in columns})
    for day in days:
        for place in day.mornings:
            rows.add(("node", day.index, place), int(day.index == 0), int(day.index == 0))
    for arc in arcs:
        rows.add(("arc", *arc), 0, 0)
    for cut in cuts:
        rows.add(("cut", cut), -INFINITE, cut.most)
    near = _by_stop(cuts)
    objective, entries = [], []
    for column in columns:
        objective.append(worth.of(column))
        entries.append(_of_column(column, rows, near))
    for arc in arcs:
        objective.append(0.0)
        entries.append(_of_arc(arc, rows, days, parties, cuts))
    _load(programme, rows, objective, entries, most=[parties] * len(columns) + [1] * len(arcs))
    for rule in barred:
        hit = [number for number, column in enumerate(columns) if rule.hits(column)]
        programme.addRow(
            -INFINITE, float(len(rule.sets) - 1), len(hit), np.array(hit, np.int32), np.ones(len(hit), np.float64)
        )
    every = np.arange(len(columns), dtype=np.int32)
    for one in least:
        programme.addRow(
            one.total, INFINITE, len(columns), every, np.array([one.value(c) for c in columns], np.float64)
        )
    programme.run()
    return _read(programme, len(columns), above)


@dataclass(frozen=True)
class Least:
    """What the chosen columns must add up to, in a value of their own."""

    value: Callable[[Column], float]
    total: float


@dataclass(frozen=True)
class Barred:
    """Sets of stops of one day of which not every one can be met by a party of its own."""

    day: int
    sets: tuple[frozenset[int], ...]

    def hits(self, column: Column) -> bool:
        return column.day == self.day and any(part.issubset(column.stops) for part in self.sets)


class _Rows:
    """Rows by what they say, with their bounds."""

    def __init__(self) -> None:
        self.number: dict[tuple[object, ...], int] = {}
        self.lower: list[float] = []
        self.upper: list[float] = []

    def add(self, name: tuple[object, ...], lower: float, upper: float) -> None:
        self.number[name] = len(self.lower)
        self.lower.append(lower)
        self.upper.append(upper)


def _by_stop(cuts: Sequence[Cut]) -> dict[int, list[Cut]]:
    """The cuts that a stop is in."""
    near = defaultdict(list)
    for cut in cuts:
        for stop in cut.stops if isinstance(cut, Triple) else (cut.stop,):
            near[stop].append(cut)
    return near


def _of_column(column: Column, rows: _Rows, near: dict[int, list[Cut]]) -> tuple[list[int], list[float]]:
    hit = [rows.number["stop", stop] for stop in column.stops]
    hit.append(rows.number["arc", column.day, column.morning, column.night])
    met = {cut for stop in column.stops for cut in near.get(stop, ()) if cut.hits(column)}
    hit += [rows.number["cut", cut] for cut in met]
    return hit, [1.0] * len(hit)


def _of_arc(
    arc: Arc, rows: _Rows, days: Sequence[Day], parties: int, cuts: Sequence[Cut]
) -> tuple[list[int], list[float]]:
    index, morning, night = arc
    hit = [rows.number["arc", *arc], rows.number["node", index, days[index].mornings[morning]]]
    values = [-float(parties), 1.0]
    after = rows.number.get(("node", index + 1, days[index].nights[night]))
    if after is not None:
        hit.append(after)
        values.append(-1.0)
    paid = [rows.number["cut", cut] for cut in cuts if cut.pays(arc)]
    return [*hit, *paid], [*values, *([-1.0] * len(paid))]


def _load(
    programme: highspy.Highs,
    rows: _Rows,
    objective: list[float],
    entries: list[tuple[list[int], list[float]]],
    most: list[int],
) -> None:
    none, zero = np.zeros(0, np.int32), np.zeros(0, np.float64)
    for lower, upper in zip(rows.lower, rows.upper, strict=True):
        programme.addRow(lower, upper, 0, none, zero)
    starts = np.cumsum([0, *(len(hit) for hit, _values in entries)])[:-1].astype(np.int32)
    index = np.array([row for hit, _values in entries for row in hit], np.int32)
    values = np.array([value for _hit, given in entries for value in given], np.float64)
    count = len(objective)
    programme.addCols(
        count,
        np.array(objective, np.float64),
        np.zeros(count),
        np.array(most, np.float64),
        len(index),
        starts,
        index,
        values,
    )
    whole = np.full(count, highspy.HighsVarType.kInteger)
    programme.changeColsIntegrality(count, np.arange(count, dtype=np.int32), whole)


def _read(programme: highspy.Highs, columns: int, above: float) -> tuple[list[int] | None, float]:
    info = programme.getInfo()
    status = programme.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return None, -INFINITE
    bound = float(info.mip_dual_bound)
    if info.primal_solution_status != 2 or info.objective_function_value <= above:
        return None, bound
    used = np.rint(np.array(programme.getSolution().col_value[:columns])).astype(int)
    return [int(number) for number in np.repeat(np.arange(columns), used)], bound


def _bounded(seconds: float, whole: bool) -> highspy.Highs:
    """A programme that stops when no better whole number is left, or no better number at all."""
    programme = maximising()
    programme.setOptionValue("time_limit", max(seconds, 0.05))
    programme.setOptionValue("mip_abs_gap", 0.99 if whole else 1e-6)
    programme.setOptionValue("mip_rel_gap", 0.0)
    return programme
