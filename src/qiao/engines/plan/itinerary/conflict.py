"""Which stops make it impossible that the parties of a day share what is scarce."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qiao.engines.plan.itinerary.column import Column
from qiao.engines.plan.itinerary.grid import Day
from qiao.engines.plan.itinerary.problem import Problem
from qiao.engines.plan.itinerary.select import Barred
from qiao.engines.plan.itinerary.together import together


def barred_by(problem: Problem, day: Day, columns: Sequence[Column]) -> Barred:
    """Of columns that cannot be taken together, sets of stops as small as can be that cannot either.

    A stop is left out when the day stays impossible without it.
    """
    kept = list(columns)
    for party in range(len(kept)):
        for stop in kept[party].stops:
            fewer = replace(kept[party], stops=tuple(other for other in kept[party].stops if other != stop))
            trial = [*kept[:party], fewer, *kept[party + 1 :]]
            if together(problem, day, trial) is None:
                kept = trial
    return Barred(day.index, tuple(frozenset(column.stops) for column in kept if column.stops))
