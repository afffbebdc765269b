"""The search for a good timetable: annealing in slices until the CPU seconds are spent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import process_time
from typing import Any

import numpy as np

from qiao.engines.plan.timetable.anneal import anneal
from qiao.engines.plan.timetable.grid import Grid
from qiao.engines.plan.timetable.state import NOWHERE, State, gaps

_FIRMER = 7.0
_SLICE = 60_000  # moves between two looks at the clock
Score = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Temper:
    """How warm the search begins and ends, and what an idle slot, a break and a break above two cost.

    worth   of a point of priority, in the same unit.
    """

    begins: float
    ends: float
    idle: float
    breaks: float
    above_two: float
    worth: float


FOR_PRIORITY = Temper(begins=0.9, ends=0.12, idle=1.0, breaks=0.0, above_two=0.0, worth=5.0)
FOR_BREAKS = Temper(begins=0.5, ends=0.1, idle=0.1, breaks=1.0, above_two=6.0, worth=10.0)


def search(
    grid: Grid,
    state: State,
    temper: Temper,
    *,
    seconds: float,
    seed: int,
    is_enough: Callable[[Score], bool] = lambda _score: False,
    progress: Callable[[int], None] | None = None,
    score: Callable[[Grid, State], Score] | None = None,
) -> State:
    """The best state met within so many CPU seconds; `state` itself is not changed.

    score   what is best, the greater the better; by default priority, then few idle slots.
    """
    told = score or by_priority
    here, best, best_score = state.copy(), state.copy(), told(grid, state)
    worth = grid.priority.astype(np.float64) * temper.worth
    weights = np.array([temper.idle, temper.breaks, temper.above_two])
    began, slices = process_time(), 0
    while (spent := (process_time() - began) / seconds) < 1 and not is_enough(best_score):
        heat = temper.begins * (temper.ends / temper.begins) ** spent
        # Priority weighs more and more, so that none is given up late for idle slots.
        _slice(grid, here, heat, seed * 1_000_003 + slices, worth * (1 + _FIRMER * spent), weights)
        slices += 1
        found = told(grid, here)
        if found > best_score:
            best, best_score = here.copy(), found
            if progress is not None:
                progress(priority_of(grid, best))
    return best


def by_priority(grid: Grid, state: State) -> Score:
    return priority_of(grid, state), -int(gaps(state)[1].sum())


def by_breaks(_grid: Grid, state: State) -> Score:
    """Meetings held, then few breaks; more than two breaks of one person count as a meeting lost."""
    breaks = gaps(state)[0]
    return int((state.slots != NOWHERE).sum()) - int(np.maximum(breaks - 2, 0).sum()), -int(breaks.sum())


def priority_of(grid: Grid, state: State) -> int:
    return int(grid.priority[state.slots != NOWHERE].sum())


def _slice(grid: Grid, state: State, heat: float, seed: int, worth: Any, weights: Any) -> None:
    if not grid.people or not grid.tables:
        return
    anneal(
        _SLICE,
        heat,
        seed % (1 << 32),
        grid.pairs,
        worth,
        grid.allowed,
        grid.tables,
        grid.first,
        grid.requests,
        grid.order,
        weights,
        state.slots,
        state.occupied,
        state.busy,
        state.taken,
    )
