"""What a plan is after: prizes, and when a plan is changed, promises kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from qiao.engines.plan.itinerary.column import Column
from qiao.engines.plan.itinerary.grid import Day
from qiao.engines.plan.itinerary.problem import Problem


class Valued(Protocol):
    """Anything that says what one party's day is worth."""

    def of(self, column: Column) -> float: ...


@dataclass(frozen=True)
class Worth:
    """stops (days, n): what meeting an appointment brings on a day; nights[d] (B,): what sleeping somewhere does."""

    stops: NDArray[np.float64]
    nights: tuple[NDArray[np.float64], ...]

    def of(self, column: Column) -> float:
        """What one party's day brings."""
        met = float(self.stops[column.day, list(column.stops)].sum()) if column.stops else 0.0
        return met + float(self.nights[column.day][column.night])

    def sum_of(self, columns: Iterable[Column]) -> float:
        return sum(self.of(column) for column in columns)

    @property
    def is_whole(self) -> bool:
        """Whether every plan is worth a whole number."""
        return all(bool(np.all(part == np.rint(part))) for part in (self.stops, *self.nights))

    @property
    def most(self) -> float:
        """More than any plan is worth."""
        met = float(self.stops.max(axis=0).sum()) if self.stops.size else 0.0
        return met + sum(float(night.max()) for night in self.nights if night.size) + 1.0


def prizes(problem: Problem, days: Sequence[Day]) -> Worth:
    """A host's prize on any day, nothing for an event or a night."""
    row = np.array([getattr(stop, "prize", 0) for stop in problem.appointments], float)
    return Worth(np.tile(row, (len(days), 1)), tuple(np.zeros(len(day.nights)) for day in days))
