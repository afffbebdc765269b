"""A state written out as a timetable."""

from __future__ import annotations

from collections import Counter

import numpy as np

from qiao.engines.plan.timetable.explain import because
from qiao.engines.plan.timetable.grid import Grid
from qiao.engines.plan.timetable.problem import Problem
from qiao.engines.plan.timetable.result import Held, Status, Timetable, Unheld
from qiao.engines.plan.timetable.search import priority_of
from qiao.engines.plan.timetable.state import NOWHERE, State, gaps


def written(problem: Problem, grid: Grid, state: State, *, bound: int, proven: bool, cpu_seconds: float) -> Timetable:
    """The timetable of a state; tables of a slot are given out in the order of the requests."""
    breaks, idle = gaps(state)
    priority = priority_of(grid, state)
    next_table: Counter[int] = Counter()
    meetings = []
    for meeting in np.flatnonzero(state.slots != NOWHERE).tolist():
        slot = int(state.slots[meeting])
        meetings.append(Held(problem.requests[meeting].id, slot, next_table[slot]))
        next_table[slot] += 1
    return Timetable(
        status=Status.OPTIMAL if proven else Status.FEASIBLE,
        held=len(meetings),
        priority=priority,
        bound=priority if proven else max(priority, bound),
        breaks=int(breaks.sum()),
        idle_slots=int(idle.sum()),
        meetings=tuple(meetings),
        unheld=tuple(
            Unheld(problem.requests[one].id, because(problem, grid, state, one))
            for one in np.flatnonzero(state.slots == NOWHERE).tolist()
        ),
        cpu_seconds=cpu_seconds,
    )
