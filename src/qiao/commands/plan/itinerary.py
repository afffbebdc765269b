"""`qiao plan itinerary`: a mission's problem in, a plan with its bound out."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING, Any

from qiao.commands import Refused
from qiao.commands._files import STANDARD
from qiao.commands.plan._arguments import above_zero, few, trips
from qiao.commands.plan._json import read_json, write_json

if TYPE_CHECKING:
    from qiao.engines.plan.itinerary.problem import Problem
    from qiao.engines.plan.itinerary.replan import Since
    from qiao.engines.plan.itinerary.result import Plan

SUMMARY = "Fit hosts into the days of a mission, with proof"
SINCE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):([0-5]\d))?")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("problem", metavar="PROBLEM.json", help="the mission, or - for standard input")
    parser.add_argument("--seconds", type=above_zero, default=60.0, metavar="S", help="CPU seconds at most (60)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="names the search (0)")
    parser.add_argument("--previous", metavar="PLAN.json", help="the plan that is being followed")
    parser.add_argument("--from", dest="since", metavar="DATE[THH:MM]", help="what began before stays")
    parser.add_argument("--out", default=STANDARD, metavar="FILE", help="write here instead of standard output")
    parser.add_argument("--progress", action="store_true", help="show prize and bound on standard error")
    parser.add_argument("--risk", action="store_true", help="add what the plan delivers under delay")
    parser.add_argument("--buffered", action="store_true", help="add a plan chosen for what it delivers, with its risk")
    parser.add_argument("--trips", type=trips, default=2000, metavar="N", help="simulated journeys (2000)")
    parser.add_argument("--more", action="store_true", help="add what one more day or party would buy")
    parser.add_argument("--alternatives", type=few, default=0, metavar="N", help="add up to N other good plans")


def run(arguments: argparse.Namespace) -> int:
    """Plan, or plan again from a moment on."""
    from qiao.engines.plan.itinerary.io import Malformed, plan_from_json, plan_to_json, problem_from_json
    from qiao.engines.plan.itinerary.problem import ProblemFault
    from qiao.engines.plan.itinerary.replan import replan
    from qiao.engines.plan.itinerary.solve import solve
    from qiao.engines.plan.itinerary.warm import warm

    if (arguments.previous is None) != (arguments.since is None):
        raise Refused("--previous and --from go together: the plan that was followed, and since when it may change.")
    try:
        problem = problem_from_json(read_json(arguments.problem))
        previous = plan_from_json(read_json(arguments.previous)) if arguments.previous else None
    except ProblemFault as fault:
        # A problem that contradicts itself has no plan, and says what clashes.
        write_json({"status": "infeasible", "clash": list(fault.found), "cpu_seconds": 0.0}, arguments.out)
        return 0
    except Malformed as fault:
        raise Refused(str(fault)) from fault
    warm()
    if previous is not None:
        since = _since(arguments.since, problem)
        plan = replan(problem, previous, since, seconds=arguments.seconds, seed=arguments.seed)
    else:
        show = _show if arguments.progress and sys.stderr.isatty() else None
        plan = solve(problem, seconds=arguments.seconds, seed=arguments.seed, progress=show)
    told = plan_to_json(plan, replanned=previous is not None)
    if plan.rows:
        told |= _beside(problem, plan, arguments)
    write_json(told, arguments.out)
    return 0


def _beside(problem: Problem, plan: Plan, arguments: argparse.Namespace) -> dict[str, Any]:
    """What was asked for beside the plan; each part has as many seconds as the plan had."""
    from qiao.engines.plan.itinerary.beside import alternatives_to_json, buffered_to_json, more_to_json
    from qiao.engines.plan.itinerary.risk.io import risk_to_json
    from qiao.engines.plan.itinerary.risk.risk import risk_of

    told: dict[str, Any] = {}
    limits = {"seconds": arguments.seconds, "seed": arguments.seed}
    if arguments.risk or arguments.buffered:
        told["risk"] = risk_to_json(risk_of(problem, plan, trips=arguments.trips))
    if arguments.buffered:
        told["buffered"] = buffered_to_json(problem, plan, trips=arguments.trips, **limits)
    if arguments.more:
        told["more"] = more_to_json(problem, plan, **limits)
    if arguments.alternatives:
        told["alternatives"] = alternatives_to_json(problem, plan, count=arguments.alternatives, **limits)
    return told


def _since(text: str, problem: Problem) -> Since:
    from qiao.engines.plan.itinerary.replan import Since

    found = SINCE.fullmatch(text)
    if found is None or found[1] not in problem.days:
        raise Refused(f"Expected --from as a day of the mission, such as {problem.days[0]}T14:00; found {text}.")
    return Since(problem.days.index(found[1]), int(found[2] or 0) * 60 + int(found[3] or 0))


def _show(prize: float, bound: float, seconds: float) -> None:
    sys.stderr.write(f"\r\x1b[Kprize {prize:.0f}, no plan above {bound:.0f}, {seconds:.1f} s")
    sys.stderr.flush()
