"""`qiao plan check`: a plan held against its problem, every rule recomputed."""

from __future__ import annotations

import argparse

from qiao.commands import Refused
from qiao.commands.plan._json import read_json
from qiao.commands.plan.timetable import is_event, read_problem

SUMMARY = "Check a plan against its problem; exit 1 with the first broken rule"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "problem", metavar="PROBLEM", help="a mission or an event as JSON, or an event in the .dzn format"
    )
    parser.add_argument("plan", metavar="PLAN.json")


def run(arguments: argparse.Namespace) -> int:
    from qiao.engines.plan.itinerary.check import broken_rules
    from qiao.engines.plan.itinerary.io import Malformed, plan_from_json, problem_from_json
    from qiao.engines.plan.itinerary.problem import ProblemFault

    if is_event(arguments.problem):
        return _check_timetable(arguments)
    try:
        problem = problem_from_json(read_json(arguments.problem))
        plan = plan_from_json(read_json(arguments.plan))
    except (Malformed, ProblemFault) as fault:
        raise Refused(str(fault)) from fault
    broken = next(broken_rules(problem, plan), None)
    print(broken or "Every rule is kept.")
    return 1 if broken else 0


def _check_timetable(arguments: argparse.Namespace) -> int:
    from qiao.engines.plan.timetable.check import broken_rules
    from qiao.engines.plan.timetable.io import Malformed, timetable_from_json

    problem = read_problem(arguments.problem)
    try:
        found = timetable_from_json(read_json(arguments.plan))
    except Malformed as fault:
        raise Refused(f"{arguments.plan}: {fault}") from fault
    broken = next(broken_rules(problem, found), None)
    print(broken or "Every rule is kept.")
    return 1 if broken else 0
