"""Small events: the most priority, and of that the fewest idle slots, both proven by a programme in whole numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

import highspy
import numpy as np

from qiao.engines.plan.programme import maximising
from qiao.engines.plan.timetable.grid import Grid
from qiao.engines.plan.timetable.state import NOWHERE, State, state_of

MOST_CHOICES = 1_500  # pairs of a request and an open slot; beyond, no proof comes in time


def is_small(grid: Grid) -> bool:
    return int(grid.allowed.sum()) <= MOST_CHOICES


def solve_exactly(grid: Grid, *, seconds: float) -> State | None:
    """The best state, proven best; None when the seconds, here of the clock, did not suffice. One core."""
    model = _Model(grid)
    model.programme.setOptionValue("time_limit", max(0.01, seconds))
    return model.best()


@dataclass(slots=True)
class _Model:
    grid: Grid
    programme: highspy.Highs = field(default_factory=maximising)
    at: dict[tuple[int, int], int] = field(default_factory=dict)
    columns: int = 0

    def best(self) -> State | None:
        """A point of priority outweighs all idle slots together, so that one objective says both."""
        one_point = self.grid.people * self.grid.slots + 1
        for meeting, slot in np.argwhere(self.grid.allowed).tolist():
            self.at[meeting, slot] = self._column(float(self.grid.priority[meeting] * one_point))
        for meeting in range(self.grid.wishes):
            self._at_most(self._of(meeting), 1)
        for slot in range(self.grid.slots):
            self._at_most([column for (_meeting, one), column in self.at.items() if one == slot], self.grid.tables)
        for person in range(self.grid.people):
            self._day(person)
        self.programme.setOptionValue("mip_rel_gap", 0.0)
        self.programme.setOptionValue("mip_abs_gap", 0.5)
        self.programme.run()
        if self.programme.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return state_of(self.grid, self._slots())

    def _slots(self) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
        values = self.programme.getSolution().col_value
        slots = np.full(self.grid.wishes, NOWHERE, np.int32)
        for (meeting, slot), column in self.at.items():
            if values[column] > 0.5:
                slots[meeting] = slot
        return slots

    def _day(self, person: int) -> None:
        """A slot costs one when it lies between the first meeting and the last and none is held in it."""
        own = self.grid.requests[self.grid.first[person] : self.grid.first[person + 1]].tolist()
        busy = [[self.at[m, slot] for m in own if (m, slot) in self.at] for slot in range(self.grid.slots)]
        for held in busy:
            self._at_most(held, 1)
        if len(own) < 2:
            return
        before, after = self._since(busy), self._since(busy[::-1])[::-1]
        for slot, held in enumerate(busy):
            idle = self._column(-1.0, is_whole=False)
            # before + after - 1 <= held + idle
            self._row([before[slot], after[slot], *held, idle], [1.0, 1.0, *[-1.0] * len(held), -1.0], 1.0)

    def _since(self, busy: list[list[int]]) -> list[int]:
        """Columns that are one from the first meeting on."""
        out: list[int] = []
        for held in busy:
            begun = self._column(0.0, is_whole=False)
            self._row([*held, begun], [*[1.0] * len(held), -1.0], 0.0)
            if out:
                self._row([out[-1], begun], [1.0, -1.0], 0.0)
            out.append(begun)
        return out

    def _of(self, meeting: int) -> list[int]:
        return [self.at[meeting, slot] for slot in range(self.grid.slots) if (meeting, slot) in self.at]

    def _column(self, worth: float, *, is_whole: bool = True) -> int:
        self.programme.addVar(0.0, 1.0)
        self.programme.changeColCost(self.columns, worth)
        if is_whole:
            self.programme.changeColIntegrality(self.columns, highspy.HighsVarType.kInteger)
        self.columns += 1
        return self.columns - 1

    def _at_most(self, columns: list[int], most: int) -> None:
        if len(columns) > most:
            self._row(columns, [1.0] * len(columns), float(most))

    def _row(self, columns: list[int], weights: list[float], most: float) -> None:
        inf = highspy.kHighsInf
        self.programme.addRow(-inf, most, len(columns), np.array(columns, np.int32), np.array(weights))
