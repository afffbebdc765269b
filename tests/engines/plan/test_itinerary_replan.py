"""A plan changed under way keeps what has begun and what was promised."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.plan.missions import DAYS, mission
from qiao.engines.plan.itinerary.check import broken_rules
from qiao.engines.plan.itinerary.io import problem_from_json
from qiao.engines.plan.itinerary.problem import Problem
from qiao.engines.plan.itinerary.replan import Since, replan
from qiao.engines.plan.itinerary.result import Plan, PlanStatus
from qiao.engines.plan.itinerary.solve import solve

NOON = Since(3, 720)


def made(seed: int, parties: int) -> dict[str, Any]:
    return mission(24, seed, parties=parties)


def hours(plan: Plan) -> dict[str, tuple[str, int, int]]:
    return {stop.id: (row.day, row.party, stop.start) for row in plan.rows for stop in row.stops}


def begun(problem: Problem, plan: Plan) -> dict[str, tuple[str, int, int]]:
    before = (NOON.day, NOON.minute)
    return {one: at for one, at in hours(plan).items() if (problem.days.index(at[0]), at[2]) < before}


@pytest.mark.parametrize("parties", [1, 2])
@pytest.mark.parametrize("seed", range(3))
def test_nothing_moves_when_nothing_changed(seed: int, parties: int) -> None:
    problem = problem_from_json(made(seed, parties))
    plan = solve(problem, seconds=20)
    again = replan(problem, plan, NOON, seconds=20)
    assert again.prize >= 0.98 * plan.prize
    assert list(broken_rules(problem, again)) == []
    if plan.status == again.status == PlanStatus.OPTIMAL:
        assert again.moved == ()


@pytest.mark.parametrize("parties", [1, 2])
@pytest.mark.parametrize("seed", range(3))
def test_lost_city_keeps_what_has_begun(seed: int, parties: int) -> None:
    said = made(seed, parties)
    plan = solve(problem_from_json(said), seconds=20)
    for host in said["hosts"]:
        if host["place"] == "munich":
            host["windows"] = [window for window in host["windows"] if window[0] <= DAYS[3]]
            host["must"] = host.get("must", False) and bool(host["windows"])
    problem = problem_from_json(said)
    again = replan(problem, plan, NOON, seconds=20)
    if again.status == PlanStatus.INFEASIBLE:
        assert again.clash
        return
    assert list(broken_rules(problem, again)) == []
    kept = hours(again)
    assert {one: kept[one][::2] for one in begun(problem, plan)} == {
        one: at[::2] for one, at in begun(problem, plan).items()
    }
    told = set(again.moved) | set(again.added) | {one.id for one in again.dropped}
    changed = {host.id for host in problem.hosts if (hours(plan).get(host.id, ())[::2]) != (kept.get(host.id, ())[::2])}
    assert changed <= told
