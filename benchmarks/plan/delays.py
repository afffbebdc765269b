"""Measure plans under delay: python -m benchmarks.plan.delays [--hosts 60] [--seeds 8] [--first 1001]"""

from __future__ import annotations

import argparse
from statistics import mean, median

from benchmarks.plan.missions import mission
from qiao.engines.plan.itinerary.check import broken_rules
from qiao.engines.plan.itinerary.io import problem_from_json
from qiao.engines.plan.itinerary.risk.buffered import DELIVERED, GIVEN_UP, buffered
from qiao.engines.plan.itinerary.risk.risk import risk_of
from qiao.engines.plan.itinerary.solve import solve
from qiao.engines.plan.itinerary.warm import warm


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.plan.delays", description=__doc__)
    parser.add_argument("--hosts", type=int, nargs="+", default=[60])
    parser.add_argument("--seeds", type=int, default=8)
    parser.add_argument("--first", type=int, default=1001, help="the first seed")
    parser.add_argument("--seconds", type=float, default=40.0, help="CPU seconds for each plan")
    arguments = parser.parse_args()
    warm()
    for hosts in arguments.hosts:
        seeds = range(arguments.first, arguments.first + arguments.seeds)
        print(_told(hosts, [_measured(hosts, seed, arguments.seconds) for seed in seeds]), flush=True)


def _measured(hosts: int, seed: int, seconds: float) -> tuple[float, float, float, float, float]:
    """Delivered share tight and buffered, share given up, delivered prize buffered to tight, CPU seconds."""
    problem = problem_from_json(mission(hosts, seed))
    tight = solve(problem, seconds=seconds)
    plan = buffered(problem, tight, seconds=seconds)
    assert not list(broken_rules(problem, plan))
    before, after = risk_of(problem, tight), risk_of(problem, plan)
    given_up = 1 - plan.prize / tight.prize
    print(
        f"seed {seed}: planned {tight.prize} -> {plan.prize} ({100 * given_up:.1f} % given up), "
        f"delivered {before.delivered:.0f} -> {after.delivered:.0f} ({100 * after.share:.1f} %)",
        flush=True,
    )
    return before.share, after.share, given_up, after.delivered / before.delivered, plan.cpu_seconds


def _told(hosts: int, rows: list[tuple[float, float, float, float, float]]) -> str:
    both = sum(row[1] >= DELIVERED and row[2] <= GIVEN_UP for row in rows)
    tight, share, given, gain, seconds = (list(column) for column in zip(*rows, strict=True))
    return (
        f"{hosts} hosts, {len(rows)} seeds: delivered of planned, tight {100 * mean(tight):.1f} %, buffered "
        f"{100 * mean(share):.1f} % at {100 * mean(given):.1f} % given up (both bars {both} of {len(rows)}); "
        f"delivered {100 * (mean(gain) - 1):+.1f} %; CPU seconds median {median(seconds):.1f}, most {max(seconds):.1f}"
    )


if __name__ == "__main__":
    main()
