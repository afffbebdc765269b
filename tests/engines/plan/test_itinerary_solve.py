"""Plans are as good as trying everything, keep every rule, and say why there is none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from qiao.engines.plan.itinerary.check import broken_rules
from qiao.engines.plan.itinerary.io import plan_from_json, plan_to_json, problem_from_json
from qiao.engines.plan.itinerary.result import PlanStatus
from qiao.engines.plan.itinerary.solve import solve
from tests.engines.plan.instances import lyon_and_munich
from tests.engines.plan.oracle import best_prize


def tiny(seed: int) -> dict[str, Any]:
    """A mission small enough to try everything: few hosts, days and towns, every rule now and then."""
    rng = np.random.default_rng(seed)
    places = ["a", "b", "c"][: int(rng.integers(1, 4))]
    days = ["2025-06-02", "2025-06-03", "2025-06-04"][: int(rng.integers(1, 4))]
    parties = 2 if rng.random() < 0.25 and len(days) < 3 else 1
    between = rng.integers(60, 300, (3, 3))

    def windows() -> list[list[Any]]:
        chosen = [day for day in days if rng.random() < 0.7]
        opens = [int(rng.integers(480, 800)) for _ in chosen]
        told = [[day, begin, begin + int(rng.integers(60, 500))] for day, begin in zip(chosen, opens, strict=True)]
        return told + [[day, 900, 1100] for day in chosen if rng.random() < 0.3]

    hosts = [
        {
            "id": f"h{number}",
            "place": str(rng.choice(places)),
            "prize": int(rng.integers(1, 100)),
            "minutes": int(rng.integers(30, 150)),
            "windows": windows(),
            "must": bool(rng.random() < 0.1),
        }
        for number in range(int(rng.integers(1, 5 if parties == 1 else 4)))
    ]
    problem: dict[str, Any] = {
        "days": days,
        "day_window": [480, int(rng.integers(1100, 1400))],
        "places": [{"id": place} for place in places],
        "travel_minutes": {
            one: {other: int(rng.integers(0, 40)) if i == j else int(between[i, j]) for j, other in enumerate(places)}
            for i, one in enumerate(places)
        },
        "start": {"place": places[0], "day": days[0], "earliest": int(rng.integers(480, 720))},
        "end": {"place": places[-1], "day": days[-1], "latest": int(rng.integers(1000, 1300))},
        "hotel_places": places,
        "hosts": hosts,
        "parties": parties,
        "slack": {"leg": int(rng.integers(0, 10)), "intercity": int(rng.integers(0, 30))},
    }
    if rng.random() < 0.7:
        problem["lunch"] = {"minutes": 60, "earliest": 690, "latest": int(rng.integers(690, 840))}
    if rng.random() < 0.5:
        problem["max_appointments_per_day"] = int(rng.integers(1, 4))
    if rng.random() < 0.5:
        problem["events"] = [
            {
                "id": "event",
                "place": str(rng.choice(places)),
                "day": str(rng.choice(days)),
                "start": int(rng.integers(600, 1000)),
                "minutes": int(rng.integers(60, 180)),
                "everyone": bool(rng.random() < 0.6),
            }
        ]
    if rng.random() < 0.3:
        ids = [host["id"] for host in hosts]
        problem["legs"] = {one: {other: int(rng.integers(0, 200)) for other in ids if other != one} for one in ids}
    return problem


@pytest.mark.parametrize("seed", range(150))
def test_as_good_as_trying_everything(seed: int) -> None:
    problem = problem_from_json(tiny(seed))
    plan = solve(problem, seconds=20)
    best = best_prize(problem)
    if best is None:
        assert plan.status == PlanStatus.INFEASIBLE
        assert plan.clash
    else:
        assert (plan.status, plan.prize) == (PlanStatus.OPTIMAL, best)
        assert plan.prize <= plan.bound < plan.prize + 1
    assert list(broken_rules(problem, plan_from_json(plan_to_json(plan)))) == []


def test_what_is_scarce_is_not_used_twice_at_once() -> None:
    """Two hosts want the one interpreter in the same hour; two parties can meet only one of them."""
    hosts = [
        {
            "id": name,
            "place": "lyon",
            "prize": prize,
            "minutes": 60,
            "windows": [["2025-06-02", 700, 790]],
            "needs": ["interpreter:de"],
        }
        for name, prize in (("rhone", 40), ("saone", 50))
    ]
    said = lyon_and_munich(hosts=hosts, parties=2, resources={"interpreter:de": 1})
    del said["lunch"]
    problem = problem_from_json(said)
    plan = solve(problem, seconds=20)
    assert (plan.status, plan.prize) == (PlanStatus.OPTIMAL, 50)
    assert list(broken_rules(problem, plan)) == []
    assert solve(replace(problem, resources={"interpreter:de": 2}), seconds=20).prize == 90
    assert solve(replace(problem, resources={"interpreter:de": 0}), seconds=20).prize == 0


def test_clash_names_what_cannot_be_met_together() -> None:
    hosts = [
        {"id": name, "place": place, "prize": 9, "minutes": 60, "windows": [["2025-06-02", 840, 960]], "must": True}
        for name, place in (("rhone", "lyon"), ("isar", "munich"))
    ]
    plan = solve(problem_from_json(lyon_and_munich(hosts=hosts)), seconds=10)
    assert plan.status == PlanStatus.INFEASIBLE
    assert plan.clash == (
        "These cannot all be met: rhone in lyon (2025-06-02 14:00-16:00); isar in munich (2025-06-02 14:00-16:00).",
    )


def test_host_without_hours_is_told_apart() -> None:
    hosts = [{"id": "silent", "place": "lyon", "prize": 9, "minutes": 60, "windows": []}]
    plan = solve(problem_from_json(lyon_and_munich(hosts=hosts)), seconds=10)
    assert [(one.id, one.because) for one in plan.dropped] == [("silent", "No hours are known.")]
