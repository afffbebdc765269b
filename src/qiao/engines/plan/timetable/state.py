"""A timetable while it is searched for, in the arrays that the compiled moves change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from qiao.engines.plan.timetable.grid import Grid

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class State:
    """slots (n,) of each request or -1; occupied (p, s) the request or -1; busy (p,) bits; taken (s,) tables."""

    slots: Any
    occupied: Any
    busy: Any
    taken: Any

    def copy(self) -> State:
        return State(self.slots.copy(), self.occupied.copy(), self.busy.copy(), self.taken.copy())


def state_of(grid: Grid, slots: Any) -> State:
    """The state in which the requests are met in these slots, -1 for those that are not."""
    occupied = np.full((grid.people, grid.slots), NOWHERE, np.int32)
    busy = np.zeros(grid.people, np.uint64)
    taken = np.zeros(grid.slots, np.int32)
    for meeting in np.flatnonzero(slots != NOWHERE):
        slot = int(slots[meeting])
        taken[slot] += 1
        for person in grid.pairs[meeting]:
            occupied[person, slot] = meeting
            busy[person] |= np.uint64(1 << slot)
    return State(slots.astype(np.int32), occupied, busy, taken)


def gaps(state: State) -> tuple[Any, Any]:
    """Breaks and idle slots of each person."""
    used = state.occupied != NOWHERE
    after = np.logical_or.accumulate(used, axis=1)
    before = np.logical_or.accumulate(used[:, ::-1], axis=1)[:, ::-1]
    idle = ~used & after & before
    begins = idle & ~np.pad(idle, ((0, 0), (1, 0)))[:, :-1]
    return begins.sum(axis=1), idle.sum(axis=1)
