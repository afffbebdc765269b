"""`qiao plan toptw`: an orienteering instance in, tours out."""

from __future__ import annotations

import argparse
from pathlib import Path

from qiao.commands import Refused
from qiao.commands._files import STANDARD
from qiao.commands.plan._arguments import above_zero, whole
from qiao.commands.plan._json import read_text, write_json

SUMMARY = "Tours through customers with windows, for the most prize"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="an instance in the public text format, or -")
    parser.add_argument("--tours", type=whole, required=True, metavar="M", help="tours at most")
    parser.add_argument("--seconds", type=above_zero, default=5.0, metavar="S", help="CPU seconds (5)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of the random numbers (0)")
    parser.add_argument("--decimals", type=int, choices=(1, 2), help="distances are cut to; 2 for files named pr…")
    parser.add_argument("--out", default=STANDARD, metavar="FILE", help="write here instead of standard output")


def run(arguments: argparse.Namespace) -> int:
    from qiao.engines.plan.toptw.io import Malformed, problem_from_text
    from qiao.engines.plan.toptw.solve import solve, warm

    decimals = arguments.decimals or (2 if Path(arguments.file).name.startswith("pr") else 1)
    try:
        problem = problem_from_text(read_text(arguments.file), tours=arguments.tours, decimals=decimals)
    except (Malformed, ValueError) as fault:
        raise Refused(f"{arguments.file}: {fault}") from fault
    warm()
    found = solve(problem, seconds=arguments.seconds, seed=arguments.seed)
    told = {"prize": found.prize, "tours": found.tours, "cpu_seconds": round(found.cpu_seconds, 3)}
    write_json(told, arguments.out)
    return 0
