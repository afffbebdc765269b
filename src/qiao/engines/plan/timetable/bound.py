"""More priority than this no timetable holds: requests shared out among people's open slots and the tables."""

from __future__ import annotations

from math import floor

import highspy
import numpy as np

from qiao.engines.plan.programme import maximising
from qiao.engines.plan.timetable.grid import Grid


def most_priority(grid: Grid) -> int:
    """The value of the matching in which a request may be met in part; slots are told apart by number only."""
    possible = np.flatnonzero(grid.allowed.any(axis=1))
    if not possible.size:
        return 0
    programme = maximising()
    for _ in possible:
        programme.addVar(0.0, 1.0)
    programme.changeColsCost(
        possible.size, np.arange(possible.size, dtype=np.int32), grid.priority[possible].astype(np.float64)
    )
    column = {int(meeting): index for index, meeting in enumerate(possible)}
    for person in range(grid.people):
        own = [column[m] for m in grid.requests[grid.first[person] : grid.first[person + 1]].tolist() if m in column]
        if own:
            _at_most(programme, own, int(grid.present[person].sum()))
    _at_most(programme, list(range(possible.size)), grid.tables * grid.slots)
    programme.run()
    if programme.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return int(grid.priority[possible].sum())
    value = programme.getInfo().objective_function_value
    # A value that is whole but for rounding must not fall below itself.
    return floor(value + 1e-6 * max(1.0, abs(value)))


def _at_most(programme: highspy.Highs, columns: list[int], most: int) -> None:
    ones = np.ones(len(columns))
    programme.addRow(-highspy.kHighsInf, float(most), len(columns), np.array(columns, np.int32), ones)
