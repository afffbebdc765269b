"""Days that hold an event are found again once they are past, from nothing and not only from the plan before."""

from __future__ import annotations

from qiao.engines.plan.itinerary.check import broken_rules
from qiao.engines.plan.itinerary.frozen import freeze
from qiao.engines.plan.itinerary.io import problem_from_json
from qiao.engines.plan.itinerary.pool import cpu_seconds
from qiao.engines.plan.itinerary.problem import Problem
from qiao.engines.plan.itinerary.replan import Since
from qiao.engines.plan.itinerary.search import Search
from qiao.engines.plan.itinerary.solve import solve
from qiao.engines.plan.itinerary.worth import prizes
from tests.engines.plan.instances import lyon_and_munich

MORNING = "2025-06-02"


def with_two_hosts_before_an_evening() -> Problem:
    said = lyon_and_munich(
        events=[{"id": "evening", "place": "lyon", "day": MORNING, "start": 900, "minutes": 120}],
    )
    said["hosts"] += [
        {"id": "saone", "place": "lyon", "prize": 30, "minutes": 45, "windows": [[MORNING, 540, 880]]},
        {"id": "isere", "place": "lyon", "prize": 20, "minutes": 45, "windows": [[MORNING, 540, 880]]},
    ]
    return problem_from_json(said)


def test_a_past_day_of_several_stops_and_an_event_stays_possible() -> None:
    problem = with_two_hosts_before_an_evening()
    plan = solve(problem, seconds=10)
    assert len(plan.rows[0].stops) >= 3
    held = freeze(problem, plan, Since(1))
    search = Search(held.problem, held.days, prizes(held.problem, held.days), until=cpu_seconds() + 10)
    best = search.run()
    assert (best.worth, search.bound) == (plan.prize, plan.prize)


def test_an_event_reached_sooner_over_another_stop_is_not_given_up() -> None:
    """The way from the first host to the event is long, that over the second short."""
    said = lyon_and_munich(
        events=[{"id": "evening", "place": "lyon", "day": MORNING, "start": 900, "minutes": 120}],
        lunch=None,
        legs={"rhone": {"saone": 10, "evening": 300}, "saone": {"evening": 10, "rhone": 300}},
    )
    said["hosts"][0]["windows"] = [[MORNING, 600, 700]]
    said["hosts"].append(
        {"id": "saone", "place": "lyon", "prize": 30, "minutes": 45, "windows": [[MORNING, 700, 880]]},
    )
    problem = problem_from_json(said)
    plan = solve(problem, seconds=10)
    assert list(broken_rules(problem, plan)) == []
    assert [stop.id for stop in plan.rows[0].stops] == ["rhone", "saone", "evening"]
    assert plan.prize == plan.bound == 130
