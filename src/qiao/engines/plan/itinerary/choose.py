"""The best choice among given days under sums of their own, with hours for all parties."""

from __future__ import annotations

from collections.abc import Sequence

from qiao.engines.plan.itinerary.column import Column
from qiao.engines.plan.itinerary.conflict import barred_by
from qiao.engines.plan.itinerary.grid import Day
from qiao.engines.plan.itinerary.pool import cpu_seconds
from qiao.engines.plan.itinerary.problem import Problem
from qiao.engines.plan.itinerary.select import Barred, Least, select
from qiao.engines.plan.itinerary.together import Party, together
from qiao.engines.plan.itinerary.worth import Valued


def choose(
    problem: Problem,
    days: Sequence[Day],
    columns: Sequence[Column],
    worth: Valued,
    *,
    least: Sequence[Least],
    above: float = -1.0,
    until: float,
    whole: bool,
) -> tuple[list[Column], list[list[Party]]] | None:
    """The columns worth most of those that reach every sum of `least`; None when none worth more than `above` was
    found by `until`.

    whole   whether every choice is worth a whole number.
    """
    barred: list[Barred] = []
    while cpu_seconds() < until:
        numbers, _bound = select(
            problem,
            days,
            columns,
            worth,
            above=above,
            seconds=max(0.5, (until - cpu_seconds()) / 2),
            whole=whole,
            barred=barred,
            least=least,
        )
        if numbers is None:
            return None
        taken = [columns[number] for number in numbers]
        timed = [(day, together(problem, day, _own(day, taken))) for day in days]
        clashes = [day for day, parties in timed if parties is None]
        if not clashes:
            return taken, [parties for _day, parties in timed if parties is not None]
        barred += [barred_by(problem, day, _own(day, taken)) for day in clashes]
    return None


def _own(day: Day, columns: Sequence[Column]) -> list[Column]:
    return [column for column in columns if column.day == day.index]
