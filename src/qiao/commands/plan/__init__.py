"""`qiao plan`: journeys and timetables, planned and checked on plain files."""

from __future__ import annotations

import argparse

from qiao.commands.plan import check, itinerary, risk, timetable, toptw

SUMMARY = "Plan a mission to a proven best, or check a plan"

_STEPS = {"itinerary": itinerary, "toptw": toptw, "timetable": timetable, "check": check, "risk": risk}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    steps = parser.add_subparsers(required=True, metavar="STEP")
    for name, step in _STEPS.items():
        chosen = steps.add_parser(name, help=step.SUMMARY, description=step.SUMMARY)
        step.add_arguments(chosen)
        chosen.set_defaults(step=step.run)


def run(arguments: argparse.Namespace) -> int:
    return int(arguments.step(arguments))
