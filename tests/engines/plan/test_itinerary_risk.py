"""Plans under delay: what is missed, what is delivered, and a plan chosen for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.plan.missions import mission
from qiao.engines.plan.itinerary.alternatives import HOSTS, alternatives
from qiao.engines.plan.itinerary.check import broken_rules
from qiao.engines.plan.itinerary.io import plan_from_json, problem_from_json
from qiao.engines.plan.itinerary.more import more
from qiao.engines.plan.itinerary.problem import Slack
from qiao.engines.plan.itinerary.result import Plan
from qiao.engines.plan.itinerary.risk.buffered import buffered
from qiao.engines.plan.itinerary.risk.delays import Delays
from qiao.engines.plan.itinerary.risk.risk import risk_of
from qiao.engines.plan.itinerary.solve import solve
from tests.engines.plan.instances import its_plan, lyon_and_munich

NONE = Delays(late=0.0, intercity=0.0, city=0.0, overrun=0.0)
ENDLESS = Delays(late=1.0, intercity=1e6, city=1e6, overrun=0.0)


def met(plan: Plan) -> set[str]:
    return {stop.id for row in plan.rows for stop in row.stops}


@pytest.mark.parametrize("parties", [1, 2])
@pytest.mark.parametrize("seed", range(1))
def test_without_delay_nothing_is_missed(seed: int, parties: int) -> None:
    problem = problem_from_json(mission(16, seed, parties=parties))
    plan = solve(problem, seconds=10)
    risk = risk_of(problem, plan, delays=NONE, trips=3)
    assert (risk.delivered, risk.unbroken, risk.late_home) == (plan.prize, 1.0, 0.0)
    assert all(chance.late_minutes == 0 for chance in risk.chances)


def test_without_end_of_delay_everything_is_missed() -> None:
    problem, plan = problem_from_json(lyon_and_munich()), plan_from_json(its_plan())
    risk = risk_of(problem, plan, delays=ENDLESS, trips=50)
    assert risk.delivered < 1
    assert risk.unbroken == 0
    assert {chance.id: chance.missed for chance in risk.chances} == {"rhone": 1.0, "isar": 1.0}


def test_slack_of_the_problem_is_not_driven() -> None:
    problem, plan = problem_from_json(lyon_and_munich()), plan_from_json(its_plan())
    wider = replace(problem, slack=Slack(5, 20))
    assert risk_of(problem, plan, trips=200) == risk_of(wider, plan, trips=200)


def test_the_same_seed_tells_the_same() -> None:
    problem, plan = problem_from_json(lyon_and_munich()), plan_from_json(its_plan())
    assert risk_of(problem, plan, trips=100, seed=7) == risk_of(problem, plan, trips=100, seed=7)


def test_an_event_is_joined_late_and_missed_only_when_it_is_over() -> None:
    said = lyon_and_munich(
        events=[{"id": "gala", "place": "lyon", "day": "2025-06-02", "start": 900, "minutes": 120}],
        hosts=[],
    )
    problem = problem_from_json(said)
    plan = solve(problem, seconds=5)
    half_an_hour = Delays(late=0.0, intercity=0.0, city=60.0, overrun=0.0)
    (chance,) = risk_of(problem, plan, delays=half_an_hour, trips=500).chances
    assert chance.missed < 0.05


@pytest.mark.parametrize(("seed", "parties"), [(11, 1), (12, 1), (13, 2)])
def test_a_buffered_plan_keeps_the_rules_and_delivers_more(seed: int, parties: int) -> None:
    problem = problem_from_json(mission(24 // parties, seed, parties=parties))
    tight = solve(problem, seconds=10)
    plan = buffered(problem, tight, seconds=10)
    assert list(broken_rules(problem, plan)) == []
    assert plan.prize <= tight.bound
    assert plan.bound >= plan.prize
    assert risk_of(problem, plan).delivered >= risk_of(problem, tight).delivered - 5


def test_a_buffered_plan_of_the_impossible_says_why() -> None:
    said = lyon_and_munich()
    said["hosts"][0] |= {"must": True, "windows": []}
    problem = problem_from_json(said)
    impossible = solve(problem, seconds=5)
    assert buffered(problem, impossible, seconds=5).clash


def test_alternatives_differ_and_keep_the_rules() -> None:
    problem = problem_from_json(mission(24, 11))
    plan = solve(problem, seconds=20)
    told = [plan]
    for one in alternatives(problem, plan, count=2, seconds=20):
        assert list(broken_rules(problem, one.plan)) == []
        assert one.plan.prize <= plan.bound
        assert all(len(met(other) - met(one.plan)) >= HOSTS for other in told)
        assert set(one.without) == met(plan) - met(one.plan)
        assert set(one.instead) == met(one.plan) - met(plan)
        told.append(one.plan)
    assert len(told) == 3


def test_more_days_and_parties_never_cost_anything() -> None:
    problem = problem_from_json(mission(10, 5))
    plan = solve(problem, seconds=20)
    day, party = more(problem, plan, seconds=16)
    assert (day.what, party.what) == ("day", "party")
    assert day.gained_at_most >= day.gained
    assert party.gained_at_most >= party.gained >= 0


def test_a_search_that_is_stopped_still_answers() -> None:
    problem = problem_from_json(mission(60, 3))
    told: list[tuple[float, float, float]] = []
    plan = solve(problem, seconds=30, progress=lambda *line: told.append(line), stop=lambda: len(told) > 0)
    assert told
    assert all(seconds >= 0 for _prize, _bound, seconds in told)
    assert list(broken_rules(problem, plan)) == []
    assert plan.prize <= plan.bound
