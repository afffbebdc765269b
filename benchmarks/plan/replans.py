"""Measure plans changed under way: python -m benchmarks.plan.replans [--hosts 60] [--seeds 5] [--first 1] [--freeze]"""

from __future__ import annotations

import argparse
from dataclasses import asdict, dataclass
from statistics import mean, median
from typing import Any

from benchmarks.plan import frozen, stress
from benchmarks.plan.missions import DAYS, mission
from qiao.engines.plan.itinerary.check import broken_rules
from qiao.engines.plan.itinerary.frozen import freeze
from qiao.engines.plan.itinerary.io import problem_from_json
from qiao.engines.plan.itinerary.pool import cpu_seconds
from qiao.engines.plan.itinerary.problem import Problem
from qiao.engines.plan.itinerary.replan import Since, replan
from qiao.engines.plan.itinerary.result import Plan, PlanStatus
from qiao.engines.plan.itinerary.search import Search
from qiao.engines.plan.itinerary.solve import solve
from qiao.engines.plan.itinerary.warm import warm
from qiao.engines.plan.itinerary.worth import prizes
from qiao.engines.plan.itinerary.write import written

SINCE = Since(3)  # three days are past
STRIKE = DAYS[4]
SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Row:
    """One mission changed by us and optimised again from nothing: seconds, prizes, appointments moved."""

    seed: int
    cpu_seconds: float
    plain_cpu_seconds: float
    prize: int
    plain_prize: int
    moved: int  # still held, at another hour or day
    plain_moved: int
    other_day: int  # still held, on another day
    plain_other_day: int


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.plan.replans", description=__doc__)
    parser.add_argument("--hosts", type=int, default=60)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--freeze", action="store_true", help="keep the results in last.json")
    arguments = parser.parse_args()
    warm()
    rows: dict[str, list[Row]] = {"strike day": [], "lost city": []}
    impossible: list[str] = []
    for seed in range(arguments.first, arguments.first + arguments.seeds):
        said = mission(arguments.hosts, seed)
        plan = solve(problem_from_json(said), seconds=SECONDS)
        changes = {"strike day": stress.strike(said, plan, STRIKE), "lost city": stress.lost_city(said, plan, DAYS[3])}
        for what, changed in changes.items():
            row = measured(seed, problem_from_json(changed), plan)
            print(f"  {what}: {row or f'seed {seed}: impossible, and said so'}", flush=True)
            impossible += [] if row else [f"{what}, seed {seed}"]
            rows[what] += [row] if row else []
    for what, found in rows.items():
        if found:
            answer = {"hosts": arguments.hosts} | summed(found)
            print(f"{what}, {arguments.hosts} hosts: {answer['told']}", flush=True)
            if arguments.freeze:
                frozen.freeze(f"changed under way, {what}", answer | {"impossible": impossible})


def measured(seed: int, problem: Problem, plan: Plan) -> Row | None:
    """The plan changed by us, and from nothing; None when what has begun leaves no way on."""
    ours, plain = replan(problem, plan, SINCE, seconds=SECONDS), _plain(problem, plan)
    assert (ours.status == PlanStatus.INFEASIBLE) == (plain is None)
    if plain is None:
        return None
    assert not list(broken_rules(problem, ours)), "the changed plan breaks a rule"
    return Row(
        seed,
        round(ours.cpu_seconds, 2),
        round(plain.cpu_seconds, 2),
        ours.prize,
        plain.prize,
        _moved(plan, ours),
        _moved(plan, plain),
        _moved(plan, ours, days_only=True),
        _moved(plan, plain, days_only=True),
    )


def _plain(problem: Problem, previous: Plan) -> Plan | None:
    """What has begun stays; the rest for the most prize, without a thought of what was promised."""
    began = cpu_seconds()
    held = freeze(problem, previous, SINCE)
    search = Search(held.problem, held.days, prizes(held.problem, held.days), until=began + SECONDS)
    best = search.run()
    if not best.columns:
        return None
    return written(
        held.problem, held.days, best.columns, best.parties, bound=search.bound, cpu_seconds=cpu_seconds() - began
    )


def _moved(before: Plan, after: Plan, *, days_only: bool = False) -> int:
    old, new = _hours(before, days_only), _hours(after, days_only)
    return sum(one in new and new[one] != at for one, at in old.items())


def _hours(plan: Plan, days_only: bool) -> dict[str, tuple[str, int]]:
    return {stop.id: (row.day, 0 if days_only else stop.start) for row in plan.rows for stop in row.stops}


def summed(rows: list[Row]) -> dict[str, Any]:
    """The rows and what they come to."""
    seconds = [row.cpu_seconds for row in rows]
    share = 100 * mean(row.prize / row.plain_prize for row in rows)
    moved, plain = sum(row.moved for row in rows), sum(row.plain_moved for row in rows)
    days, plain_days = sum(row.other_day for row in rows), sum(row.plain_other_day for row in rows)
    least = 100 * min(row.prize / row.plain_prize for row in rows)
    told = (
        f"{len(rows)} missions: {median(seconds):.1f} CPU s median, {max(seconds):.1f} most; {share:.1f} % of the "
        f"prize optimised again, least {least:.1f} %; moved {moved}, plainly {plain}; to another day {days}, plainly "
        f"{plain_days}"
    )
    return {"told": told, "rows": [asdict(row) for row in rows]}


if __name__ == "__main__":
    main()
