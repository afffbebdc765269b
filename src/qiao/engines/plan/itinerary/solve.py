"""A mission planned to a certificate: searched, written out, and what was left out explained."""

from __future__ import annotations

from dataclasses import replace

from qiao.engines.plan.itinerary.clash import clash_of
from qiao.engines.plan.itinerary.explain import explained
from qiao.engines.plan.itinerary.grid import days_of
from qiao.engines.plan.itinerary.large import is_large, likeliest, of_all
from qiao.engines.plan.itinerary.pool import cpu_seconds
from qiao.engines.plan.itinerary.problem import Problem
from qiao.engines.plan.itinerary.result import Plan, PlanStatus
from qiao.engines.plan.itinerary.search import Progress, Search, Stop
from qiao.engines.plan.itinerary.worth import prizes
from qiao.engines.plan.itinerary.write import written

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
    Returns    an optimal or feasible plan, or an infeasible one that names the clash.
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
        clash = clash_of(problem, days)
        return Plan(PlanStatus.INFEASIBLE, 0, 0.0, clash=clash, cpu_seconds=cpu_seconds() - began)
    plan = written(problem, days, best.columns, best.parties, bound=search.bound, cpu_seconds=0.0)
    plan = explained(search, plan, seconds=min(EXPLAINING, seconds * 0.2))
    return replace(plan, cpu_seconds=cpu_seconds() - began)
