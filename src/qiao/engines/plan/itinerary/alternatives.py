"""A few good plans that differ: other hosts, or other nights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qiao.engines.plan.itinerary.choose import choose
from qiao.engines.plan.itinerary.column import Column
from qiao.engines.plan.itinerary.grid import Day, days_of
from qiao.engines.plan.itinerary.near import near_columns
from qiao.engines.plan.itinerary.pool import cpu_seconds
from qiao.engines.plan.itinerary.problem import Problem
from qiao.engines.plan.itinerary.result import Plan, PlanStatus
from qiao.engines.plan.itinerary.select import Least
from qiao.engines.plan.itinerary.together import Party
from qiao.engines.plan.itinerary.worth import prizes
from qiao.engines.plan.itinerary.write import written

HOSTS = 3  # of the hosts of each plan told before, at least so many are not met


@dataclass(frozen=True, slots=True)
class Alternative:
    """A plan, and what is different from the first: hosts left out and met instead, nights spent elsewhere."""

    plan: Plan
    without: tuple[str, ...]
    instead: tuple[str, ...]
    nights: int


def alternatives(
    problem: Problem, plan: Plan, *, count: int = 2, seconds: float = 20.0, seed: int = 0
) -> tuple[Alternative, ...]:
    """Up to `count` plans near the best prize, each leaving out three hosts or more of every plan told before it.

    plan       the best plan, of `solve`.     seconds   of processor time, > 0.
    Returns    the best first; fewer where the days looked at hold no more. The hosts who must be met are in all.
    """
    if plan.status == PlanStatus.INFEASIBLE or count < 1:
        return ()
    until = cpu_seconds() + seconds
    days = days_of(problem)
    columns = near_columns(problem, plan.prize, until=cpu_seconds() + seconds / 2, seed=seed)
    told, found = [plan], []
    for _ in range(count):
        apart = [_apart(problem, one) for one in told]
        chosen = choose(problem, days, columns, prizes(problem, days), least=apart, until=until, whole=True)
        if chosen is None:
            break
        told.append(_written(problem, days, chosen, plan))
        found.append(_compared(plan, told[-1]))
    return tuple(found)


def _apart(problem: Problem, plan: Plan) -> Least:
    """At least HOSTS of a plan's hosts are left out."""
    met = _met(plan)
    hosts = {number for number, host in enumerate(problem.hosts) if host.id in met}
    return Least(lambda column: -float(len(hosts.intersection(column.stops))), float(HOSTS - len(hosts)))


def _written(problem: Problem, days: Sequence[Day], chosen: tuple[list[Column], list[list[Party]]], best: Plan) -> Plan:
    return written(problem, days, *chosen, bound=best.bound, cpu_seconds=0.0)


def _compared(best: Plan, other: Plan) -> Alternative:
    before, after = _met(best), _met(other)
    nights = {row.day: row.night for row in best.rows}
    elsewhere = {row.day for row in other.rows if row.night != nights[row.day]}
    return Alternative(
        other,
        without=tuple(one for one in before if one not in after),
        instead=tuple(one for one in after if one not in before),
        nights=len(elsewhere),
    )


def _met(plan: Plan) -> dict[str, None]:
    return dict.fromkeys(stop.id for row in plan.rows for stop in row.stops)
