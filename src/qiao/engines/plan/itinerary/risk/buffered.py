"""A plan for the days as they go: chosen for what it delivers, not for what it says.

A night ends all delay, so what a mission delivers is the sum of what its days deliver. Days are grown at several
slacks, each weighed by walking it, and the best choice among them is one whole-number programme: the most prize
delivered, at so much of the planned, and with no more given up than allowed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from qiao.engines.plan.itinerary.choose import choose
from qiao.engines.plan.itinerary.column import Column
from qiao.engines.plan.itinerary.grid import days_of
from qiao.engines.plan.itinerary.near import near_columns
from qiao.engines.plan.itinerary.pool import cpu_seconds
from qiao.engines.plan.itinerary.problem import Problem, Slack
from qiao.engines.plan.itinerary.result import Plan, PlanStatus
from qiao.engines.plan.itinerary.risk.delays import Delays
from qiao.engines.plan.itinerary.risk.risk import risk_of
from qiao.engines.plan.itinerary.risk.weigh import TRIPS, Scales
from qiao.engines.plan.itinerary.select import Least
from qiao.engines.plan.itinerary.write import written

SLACKS = (Slack(0, 0), Slack(8, 20), Slack(14, 40))
DELIVERED = 0.98  # of the planned prize, at least
GIVEN_UP = 0.06  # of the tight plan's prize, at most
MARGIN = 0.003  # what a weighing may be wrong by


@dataclass(frozen=True, slots=True)
class Aim:
    """delivered   share of the planned prize; None where as much as possible is all that is asked.
    kept           share of the tight plan's prize that stays planned."""

    delivered: float | None
    kept: float


AIMS = (
    Aim(DELIVERED + MARGIN, 1 - GIVEN_UP),
    Aim(DELIVERED, 1 - GIVEN_UP),
    Aim(DELIVERED, 0.0),
    Aim(None, 1 - GIVEN_UP),
    Aim(None, 0.0),
)


def buffered(
    problem: Problem,
    tight: Plan,
    *,
    seconds: float = 60.0,
    seed: int = 0,
    delays: Delays | None = None,
) -> Plan:
    """A plan that keeps its word under delay, beside the tight one.

    tight      the plan of `solve` for the same problem; its bound is the bound of the plan returned.
    seconds    of processor time, > 0.
    Returns    a feasible plan of the same problem with the most prize delivered, of those that deliver 98 % of what
               they plan and plan 94 % of the tight prize; where none does, the next aim of AIMS. The tight plan itself
               when none that delivers more is found in time, or it is infeasible.
    """
    began = cpu_seconds()
    until = began + seconds
    if tight.status == PlanStatus.INFEASIBLE:
        return tight
    bare = replace(problem, slack=Slack())
    scales = Scales(bare, days_of(bare), delays or Delays(), seed + 1)
    days = days_of(problem)
    grown = _grown(problem, tight.prize, until=began + seconds * 0.6, seed=seed)
    columns = [column for column in grown if scales.is_sound(column)]
    least = risk_of(problem, tight, delays=scales.delays, seed=seed + 1, trips=TRIPS).delivered
    for aim in AIMS:
        if cpu_seconds() >= until:
            break
        sums = _sums(scales, aim, tight.prize)
        chosen = choose(problem, days, columns, scales, least=sums, above=least, until=until, whole=False)
        if chosen is not None:
            spent = cpu_seconds() - began
            return written(problem, days, *chosen, bound=tight.bound, cpu_seconds=spent)
    return tight


def _grown(problem: Problem, tight: int, *, until: float, seed: int) -> list[Column]:
    """Days that pay at one slack or another; every one of them keeps the rules of the problem."""
    found: dict[Column, None] = {}
    for number, more in enumerate(SLACKS):
        now = cpu_seconds()
        if now >= until:
            break
        slack = Slack(problem.slack.leg + more.leg, problem.slack.intercity + more.intercity)
        share = now + (until - now) / (len(SLACKS) - number)
        found |= dict.fromkeys(near_columns(replace(problem, slack=slack), tight, until=share, seed=seed))
    return list(found)


def _sums(scales: Scales, aim: Aim, tight: int) -> list[Least]:
    """What the chosen days must add up to."""
    sums = [Least(scales.planned, aim.kept * tight)]
    if (share := aim.delivered) is not None:
        sums.append(Least(lambda column: scales.delivered(column) - share * scales.planned(column), 0.0))
    return sums
