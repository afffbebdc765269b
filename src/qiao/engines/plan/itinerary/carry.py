"""An earlier plan carried over into a problem that has changed, without what no longer fits."""

from __future__ import annotations

from collections.abc import Sequence

from qiao.engines.plan.itinerary.column import Column
from qiao.engines.plan.itinerary.grid import Day
from qiao.engines.plan.itinerary.problem import Problem
from qiao.engines.plan.itinerary.result import Plan, Row
from qiao.engines.plan.itinerary.schedule import hours_of


def carried(problem: Problem, days: Sequence[Day], previous: Plan) -> list[Column]:
    """The days of an earlier plan as columns, stops left out that no longer fit; empty when a day cannot stay.

    Whether all duties are still done is for the caller to see.
    """
    nights = {row.day: row.night for row in previous.rows}
    columns: list[Column] = []
    for day in days:
        rows = [row for row in previous.rows if row.day == problem.days[day.index]]
        morning = problem.start_place if day.index == 0 else nights.get(problem.days[day.index - 1], "")
        if len(rows) != problem.parties or morning not in day.mornings:
            return []
        for row in rows:
            column = _column(problem, day, row, morning)
            if column is None:
                return []
            columns.append(column)
    return columns


def _column(problem: Problem, day: Day, row: Row, morning: str) -> Column | None:
    if row.night not in day.nights:
        return None
    ends = day.mornings.index(morning), day.nights.index(row.night)
    place = {problem.appointments[int(stop)].id: number for number, stop in enumerate(day.stops)}
    kept: list[int] = []
    for stop in row.stops:
        if stop.id in place and hours_of(day, problem.lunch, *ends, [*kept, place[stop.id]]) is not None:
            kept.append(place[stop.id])
    return Column(day.index, *ends, tuple(int(day.stops[number]) for number in kept))
