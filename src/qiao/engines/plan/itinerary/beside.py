"""What is told beside a plan, as JSON: a buffered plan, what more would buy, alternatives."""

from __future__ import annotations

from typing import Any

from qiao.engines.plan.itinerary.alternatives import alternatives
from qiao.engines.plan.itinerary.io import plan_to_json
from qiao.engines.plan.itinerary.more import more
from qiao.engines.plan.itinerary.problem import Problem
from qiao.engines.plan.itinerary.result import Plan
from qiao.engines.plan.itinerary.risk.buffered import buffered
from qiao.engines.plan.itinerary.risk.io import risk_to_json
from qiao.engines.plan.itinerary.risk.risk import risk_of


def buffered_to_json(problem: Problem, plan: Plan, *, trips: int, seconds: float, seed: int) -> dict[str, Any]:
    """A plan that keeps its word under delay, its risk, and the share of the plan's prize that it gives up."""
    other = buffered(problem, plan, seconds=seconds, seed=seed)
    given_up = 1.0 - other.prize / plan.prize if plan.prize else 0.0
    risk = risk_to_json(risk_of(problem, other, trips=trips))
    return {**plan_to_json(other), "given_up": round(given_up, 4), "risk": risk}


def more_to_json(problem: Problem, plan: Plan, *, seconds: float, seed: int) -> list[dict[str, Any]]:
    """What one more day and one more party would buy."""
    return [
        {
            "what": one.what,
            "prize": one.prize,
            "gained": one.gained,
            "gained_at_most": round(one.gained_at_most, 6),
            "hosts": list(one.hosts),
            **({"hours_as_on": one.like} if one.like else {}),
        }
        for one in more(problem, plan, seconds=seconds, seed=seed)
    ]


def alternatives_to_json(
    problem: Problem, plan: Plan, *, count: int, seconds: float, seed: int
) -> list[dict[str, Any]]:
    """Other good plans, the best first."""
    return [
        {
            **plan_to_json(one.plan),
            "without": list(one.without),
            "instead": list(one.instead),
            "other_nights": one.nights,
        }
        for one in alternatives(problem, plan, count=count, seconds=seconds, seed=seed)
    ]
