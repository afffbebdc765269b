"""A mission planned to a certificate: searched, written out, and what was left out explained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qiao.engines.plan.itinerary.clash import clash_of
from qiao.engines.plan.itinerary.explain import explained
from qiao.engines.plan.itinerary.grid import Day, days_of
from qiao.engines.plan.itinerary.large import is_large, likeliest, of_all
from qiao.engines.plan.itinerary.pool import cpu_seconds
from qiao.engines.plan.itinerary.problem import Problem
from qiao.engines.plan.itinerary.result import Plan, PlanStatus
from qiao.engines.plan.itinerary.search import Progress, Search, Stop
from qiao.engines.plan.itinerary.worth import prizes
from qiao.engines.plan.itinerary.write import written

LEAST = 2.0  # seconds for a plan of duties alone
EXPLAINING = 1.0  # seconds at most, for why hosts were left out


def solve(
    problem: Problem,
    *,
    seconds: float = 60.0,
    seed: int = 0,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> Plan:
    """Fit hosts into the days of a mission, for the most prize.

    seconds    of processor time, > 0; a plan found by then is given with the bound reached.
    seed       names sets of stops; the answer's prize and bound do not hang on it.
    progress   called with the prize so far, the bound and the processor seconds spent.
    stop       asked now and then; once it says yes, the plan found by then is given.
    Of more than 480 hosts the likeliest are planned; the bound, then a plain one, holds for all.
    Returns    an optimal or feasible plan, or an infeasible one that names the clash. Where time runs out before any
               plan is found, one that keeps the duties alone.
    """
    if is_large(problem):
        few = likeliest(problem)
        if len(few.hosts) < len(problem.hosts):
            return of_all(problem, few, solve(few, seconds=seconds, seed=seed, progress=progress, stop=stop))
    began = cpu_seconds()
    days = days_of(problem)
    search = Search(
        problem, days, prizes(problem, days), until=began + seconds, seed=seed, progress=progress, stop=stop
    )
    best = search.run()
    if not best.columns:
        return _without_wishes(problem, days, seconds=seconds, seed=seed, began=began)
    plan = written(problem, days, best.columns, best.parties, bound=search.bound, cpu_seconds=0.0)
    plan = explained(search, plan, seconds=min(EXPLAINING, seconds * 0.2))
    return replace(plan, cpu_seconds=cpu_seconds() - began)


def _without_wishes(problem: Problem, days: Sequence[Day], *, seconds: float, seed: int, began: float) -> Plan:
    """A plan that keeps the duties alone, for when time ran out before any was found; else why there is none."""
    duties = replace(problem, hosts=tuple(host for host in problem.hosts if host.must))
    if len(duties.hosts) < len(problem.hosts):
        plan = solve(duties, seconds=max(LEAST, seconds * 0.2), seed=seed)
        if plan.status != PlanStatus.INFEASIBLE:
            return replace(of_all(problem, duties, plan), cpu_seconds=cpu_seconds() - began)
    clash = clash_of(problem, days)
    return Plan(PlanStatus.INFEASIBLE, 0, 0.0, clash=clash, cpu_seconds=cpu_seconds() - began)
