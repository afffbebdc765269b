"""A first timetable: requests by falling priority, each into the first common free slot with a table."""

from __future__ import annotations

from typing import Any

import numpy as np

from qiao.engines.plan.timetable.grid import Grid
from qiao.engines.plan.timetable.state import NOWHERE, State, state_of


def greedy(grid: Grid) -> State:
    """Those that come before others are met first, whatever their priority."""
    slots = np.full(grid.wishes, NOWHERE, np.int32)
    free, left = grid.present.copy(), np.full(grid.slots, grid.tables)
    for meeting in np.argsort(-grid.priority, kind="stable"):
        place(grid, int(meeting), slots, free, left)
    return state_of(grid, slots)


def place(grid: Grid, meeting: int, slots: Any, free: Any, left: Any) -> bool:
    """Meet in the first slot that is open to both, with a table and in order; whether there was one."""
    one, other = grid.pairs[meeting]
    for slot in np.flatnonzero(grid.allowed[meeting] & free[one] & free[other] & (left > 0)):
        if _in_order(grid, meeting, int(slot), slots):
            slots[meeting] = slot
            free[one, slot] = free[other, slot] = False
            left[slot] -= 1
            return True
    return False


def _in_order(grid: Grid, meeting: int, slot: int, slots: Any) -> bool:
    first, before, first_after, after = grid.order
    earlier = slots[before[first[meeting] : first[meeting + 1]]]
    later = slots[after[first_after[meeting] : first_after[meeting + 1]]]
    return bool(np.all(earlier < slot) and np.all((later == NOWHERE) | (later > slot)))
