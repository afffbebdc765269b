"""How long missions of a size take to a certificate."""

from __future__ import annotations

from statistics import median
from typing import Any

from benchmarks.plan.missions import mission
from qiao.engines.plan.itinerary.check import broken_rules
from qiao.engines.plan.itinerary.io import problem_from_json
from qiao.engines.plan.itinerary.result import PlanStatus
from qiao.engines.plan.itinerary.solve import solve

SECONDS = 60.0  # of processor time, for each mission


def certificates(hosts: int, seeds: range) -> dict[str, Any]:
    """CPU seconds to a certificate for each seed, explanations of what was left out included.

    Gaps are those of the missions without a certificate, in per cent of the bound.
    """
    seconds, gaps, broken = [], [], 0
    for seed in seeds:
        problem = problem_from_json(mission(hosts, seed))
        plan = solve(problem, seconds=SECONDS)
        broken += any(True for _ in broken_rules(problem, plan))
        seconds.append(round(plan.cpu_seconds, 2))
        if plan.status != PlanStatus.OPTIMAL:
            gaps.append(round(100 * (1 - plan.prize / plan.bound), 3))
        print(f"  {hosts} hosts, seed {seed}: {plan.status}, {plan.prize}, {plan.cpu_seconds:.1f} s", flush=True)
    return {
        "seeds": [seeds.start, seeds.stop - 1],
        "proven": len(seeds) - len(gaps),
        "of": len(seeds),
        "gaps": gaps,
        "break_a_rule": broken,
        "cpu_seconds": seconds,
        "median": round(median(seconds), 2),
        "most": max(seconds),
    }


def told(hosts: int, answer: dict[str, Any]) -> str:
    """The answer as a line."""
    return (
        f"{hosts} hosts, 7 days, 6 towns: {answer['proven']} of {answer['of']} proven, {answer['break_a_rule']} break "
        f"a rule, CPU seconds median {answer['median']:.1f}, most {answer['most']:.1f}"
    )
