"""Measure the planner: python -m benchmarks.plan [--hosts 60 120 240] [--seeds 5] [--toptw FOLDER]"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path
from statistics import mean, median

from benchmarks.plan.missions import mission
from qiao.engines.plan.itinerary.check import broken_rules
from qiao.engines.plan.itinerary.io import problem_from_json
from qiao.engines.plan.itinerary.result import PlanStatus
from qiao.engines.plan.itinerary.solve import solve
from qiao.engines.plan.itinerary.warm import warm
from qiao.engines.plan.toptw import solve as toptw
from qiao.engines.plan.toptw.io import problem_from_text
from qiao.engines.plan.toptw.problem import broken_rule


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.plan", description=__doc__)
    parser.add_argument("--hosts", type=int, nargs="+", default=[60, 120, 240])
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--toptw", type=Path, help="a folder of instances with reference_prizes.csv")
    parser.add_argument("--seconds", type=float, default=5.0, help="CPU seconds for each orienteering instance")
    arguments = parser.parse_args()
    for hosts in arguments.hosts:
        print(_missions(hosts, arguments.seeds))
    if arguments.toptw:
        print(_tours(arguments.toptw, arguments.seconds))


def _missions(hosts: int, seeds: int) -> str:
    """Median CPU seconds to a certificate, explanations of what was left out included."""
    warm()
    problems = [problem_from_json(mission(hosts, seed)) for seed in range(1, seeds + 1)]
    plans = [solve(problem, seconds=60) for problem in problems]
    broken = sum(any(True for _ in broken_rules(*pair)) for pair in zip(problems, plans, strict=True))
    proven = sum(plan.status == PlanStatus.OPTIMAL for plan in plans)
    seconds = [plan.cpu_seconds for plan in plans]
    return (
        f"{hosts} hosts, 7 days, 6 towns: {proven} of {seeds} proven, {broken} break a rule, "
        f"CPU seconds median {median(seconds):.1f}, most {max(seconds):.1f}"
    )


def _tours(folder: Path, seconds: float) -> str:
    toptw.warm()
    gaps = []
    with (folder / "reference_prizes.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            name = row["instance"]
            text = (folder / f"{name}.txt").read_text(encoding="utf-8")
            problem = problem_from_text(text, tours=int(row["m"]), decimals=2 if name.startswith("pr") else 1)
            found = toptw.solve(problem, seconds=seconds)
            assert broken_rule(problem, found.tours) is None
            gaps.append(100 * (1 - found.prize / int(row["reference"])))
    return f"{len(gaps)} orienteering problems, {seconds:g} CPU s: mean gap {mean(gaps):.2f} %, most {max(gaps):.2f} %"


if __name__ == "__main__":
    main()
