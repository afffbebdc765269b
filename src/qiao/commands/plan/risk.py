"""`qiao plan risk`: a plan walked many times under delay."""

from __future__ import annotations

import argparse

from qiao.commands import Refused
from qiao.commands._files import STANDARD
from qiao.commands.plan._arguments import seed, trips
from qiao.commands.plan._json import read_json, write_json

SUMMARY = "What a plan delivers once trains are late and visits overrun"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("problem", metavar="PROBLEM.json")
    parser.add_argument("plan", metavar="PLAN.json")
    parser.add_argument("--trips", type=trips, default=2000, metavar="N", help="simulated journeys (2000)")
    parser.add_argument("--seed", type=seed, default=None, metavar="N", help="of the delays")
    parser.add_argument("--out", default=STANDARD, metavar="FILE", help="write here instead of standard output")


def run(arguments: argparse.Namespace) -> int:
    from qiao.engines.plan.itinerary.check import broken_rules
    from qiao.engines.plan.itinerary.io import Malformed, plan_from_json, problem_from_json
    from qiao.engines.plan.itinerary.problem import ProblemFault
    from qiao.engines.plan.itinerary.risk.delays import SEED
    from qiao.engines.plan.itinerary.risk.io import risk_to_json
    from qiao.engines.plan.itinerary.risk.risk import risk_of

    try:
        problem = problem_from_json(read_json(arguments.problem))
        plan = plan_from_json(read_json(arguments.plan))
    except (Malformed, ProblemFault) as fault:
        raise Refused(str(fault)) from fault
    if (broken := next(broken_rules(problem, plan), None)) is not None:
        raise Refused(f"Expected a plan that keeps the rules of its problem. {broken}")
    if not plan.rows:
        raise Refused("Expected a plan with days, found one that is infeasible.")
    risk = risk_of(problem, plan, trips=arguments.trips, seed=SEED if arguments.seed is None else arguments.seed)
    write_json(risk_to_json(risk), arguments.out)
    return 0
