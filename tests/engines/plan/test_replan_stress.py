"""A strike or a lost city under way: what has begun stays, nearly all prize is kept, and no more is moved than must."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.plan import stress
from benchmarks.plan.missions import DAYS, mission
from qiao.engines.plan.itinerary.check import broken_rules
from qiao.engines.plan.itinerary.io import problem_from_json
from qiao.engines.plan.itinerary.replan import GIVEN_UP, Since, replan
from qiao.engines.plan.itinerary.result import Plan, PlanStatus
from qiao.engines.plan.itinerary.solve import solve

SINCE = Since(3)
STRIKE = DAYS[4]
SEEDS = range(71, 74)


def planned(seed: int) -> tuple[dict[str, Any], Plan]:
    said = mission(20, seed)
    return said, solve(problem_from_json(said), seconds=20)


def hours(plan: Plan) -> dict[str, tuple[str, int]]:
    return {stop.id: (row.day, stop.start) for row in plan.rows for stop in row.stops}


def past(plan: Plan) -> dict[str, tuple[str, int]]:
    return {one: at for one, at in hours(plan).items() if at[0] < DAYS[SINCE.day]}


def nights_past(plan: Plan) -> list[str]:
    return [row.night for row in plan.rows if row.day < DAYS[SINCE.day]]


def kept_well(said: dict[str, Any], changed: dict[str, Any], plan: Plan) -> Plan | None:
    """The plan under `changed`, after all that holds for any: None when it was rightly called impossible."""
    problem = problem_from_json(changed)
    again = replan(problem, plan, SINCE, seconds=20)
    if again.status == PlanStatus.INFEASIBLE:
        assert again.clash
        return None
    assert list(broken_rules(problem, again)) == []
    assert past(again) == past(plan)
    assert nights_past(again) == nights_past(plan)
    assert again.bound >= again.prize >= (1 - GIVEN_UP) * again.bound - 1
    assert set(hours(again)) - set(hours(plan)) == set(again.added)
    assert {one for one, at in hours(plan).items() if hours(again).get(one, at) != at} == set(again.moved)
    assert {host["id"] for host in said["hosts"]} <= set(hours(again)) | {one.id for one in again.dropped}
    return again


@pytest.mark.parametrize("seed", SEEDS)
def test_strike_day_meets_nobody_in_another_town(seed: int) -> None:
    said, plan = planned(seed)
    again = kept_well(said, stress.strike(said, plan, STRIKE), plan)
    assert again is not None
    here = next(row.night for row in reversed(plan.rows) if row.day < STRIKE)
    place = {host["id"]: host["place"] for host in said["hosts"]}
    met = {place[stop.id] for row in again.rows if row.day == STRIKE for stop in row.stops if stop.id in place}
    assert met <= {here}


@pytest.mark.parametrize("seed", SEEDS)
def test_lost_city_is_met_no_more(seed: int) -> None:
    said, plan = planned(seed)
    changed = stress.lost_city(said, plan, DAYS[SINCE.day])
    again = kept_well(said, changed, plan)
    assert again is not None
    lost = [one["id"] for one, other in zip(said["hosts"], changed["hosts"], strict=True) if one != other]
    assert lost
    assert [one for one in lost if hours(again).get(one, ("",))[0] >= DAYS[SINCE.day]] == []


def test_what_is_lost_says_when_it_was_planned() -> None:
    said, plan = planned(SEEDS[0])
    changed = stress.lost_city(said, plan, DAYS[SINCE.day])
    again = kept_well(said, changed, plan)
    assert again is not None
    lost = set(hours(plan)) - set(hours(again))
    assert lost
    assert {one.id for one in again.dropped if one.because.startswith("Was planned for")} == lost


def test_same_change_gives_the_same_plan() -> None:
    said, plan = planned(SEEDS[1])
    problem = problem_from_json(stress.strike(said, plan, STRIKE))
    one, other = (replan(problem, plan, SINCE, seconds=20) for _ in range(2))
    assert hours(one) == hours(other)
