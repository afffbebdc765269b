"""The checker finds every broken rule by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from qiao.engines.plan.itinerary.check import broken_rules
from qiao.engines.plan.itinerary.io import Malformed, plan_from_json, plan_to_json, problem_from_json
from qiao.engines.plan.itinerary.problem import ProblemFault
from tests.engines.plan.instances import its_plan, lyon_and_munich

Json = dict[str, Any]


def found(problem: Json, plan: Json) -> list[str]:
    return list(broken_rules(problem_from_json(problem), plan_from_json(plan)))


def test_sound_plan_breaks_nothing() -> None:
    assert found(lyon_and_munich(), its_plan()) == []


def stop(plan: Json, day: int) -> Json:
    return plan["days"][day]["stops"][0]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda plan: stop(plan, 0).update(start=640), "lasts 50 minutes"),
        (lambda plan: stop(plan, 0).update(arrive=620, start=620, end=680), "cannot be reached before 630"),
        (lambda plan: stop(plan, 1).update(arrive=1000, start=1000, end=1090), "lies in no window"),
        (lambda plan: plan["days"][0].update(night="paris"), "where none may be spent"),
        (lambda plan: plan["days"][1].update(night="lyon"), "where none may be spent"),
        (lambda plan: plan["days"].pop(), "one row for every day"),
        (lambda plan: plan["days"].reverse(), "days in order"),
        (lambda plan: stop(plan, 0).update(id="nobody"), "no host or event"),
        (lambda plan: plan.update(prize=99), "add up to 100"),
        (lambda plan: plan.update(bound=90), "lies below the prize"),
        (lambda plan: plan.update(bound=101), "called optimal"),
        (
            lambda plan: plan["days"][0]["stops"].append(stop(plan, 0) | {"arrive": 720, "start": 720, "end": 780}),
            "met 2 times",
        ),
    ],
)
def test_each_broken_rule_is_told(change: Callable[[Json], object], said: str) -> None:
    plan = its_plan()
    change(plan)
    assert any(said in sentence for sentence in found(lyon_and_munich(), plan)), found(lyon_and_munich(), plan)


def test_lunch_lies_before_or_after_a_leg_never_inside() -> None:
    """12:10 to 15:10 on the train leaves no hour before the latest lunch at 13:30, unless one eats before it."""
    host = {"id": "late", "place": "munich", "prize": 5, "minutes": 30, "windows": [["2025-06-02", 540, 1350]]}
    problem = lyon_and_munich(hosts=[*lyon_and_munich()["hosts"], host])
    plan = its_plan() | {"prize": 105, "bound": 105}
    stops = plan["days"][0]["stops"]
    stops.append({"id": "late", "arrive": 870, "start": 930, "end": 960})
    assert found(problem, plan) == []  # 690-750 at table, 750-930 on the train
    stops[1] = {"id": "late", "arrive": 870, "start": 929, "end": 959}
    assert found(problem, plan) == ["2025-06-02: no time is left for lunch."]


def test_events_parties_and_what_they_share() -> None:
    evening = {"id": "evening", "place": "lyon", "day": "2025-06-02", "start": 1080, "minutes": 60}
    hosts = [{**host, "needs": ["interpreter:de"]} for host in lyon_and_munich()["hosts"]]
    second = {**hosts[0], "id": "saone"}
    problem = lyon_and_munich(
        hosts=[*hosts, second], events=[evening], parties=2, resources={"interpreter:de": 1}, max_appointments_per_day=2
    )
    there = {"id": "evening", "arrive": 1000, "start": 1080, "end": 1140}
    plan = its_plan() | {"prize": 140, "bound": 140}
    first, last = plan["days"]
    other = {**first, "party": 1, "stops": [{**first["stops"][0], "id": "saone"}, there]}
    first["stops"].append(there)
    plan["days"] = [first, other, last, {**last, "party": 1, "stops": []}]
    for row in plan["days"][:2]:
        row["night"] = "munich"
    said = found(problem, plan)
    assert "2025-06-02: 2 parties need interpreter:de at once, 1 can have it." in said
    assert not any("attended" in sentence for sentence in said)
    other["stops"].remove(there)
    assert "evening is attended by 1 parties, expected 2." in found(problem, plan)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"travel_minutes": {"lyon": {"lyon": 30}, "munich": {"lyon": 1, "munich": 2}}}, "say nothing of munich"),
        ({"travel_minutes": {"lyon": {"lyon": 30, "munich": -4}, "munich": {"lyon": 1, "munich": 2}}}, "found -4"),
        ({"hotel_places": ["oslo"]}, "oslo"),
        ({"hosts": [{"id": "x", "place": "", "prize": 5, "minutes": 5, "windows": []}]}, "x is in no place"),
        ({"hosts": [{"id": "x", "place": "lyon", "prize": 0, "minutes": 5, "windows": []}]}, "Expected a prize"),
        (
            {"hosts": [{"id": "x", "place": "lyon", "prize": 5, "minutes": 5, "windows": [["2025-06-09", 1, 2]]}]},
            "outside",
        ),
        (
            {"hosts": [{"id": "x", "place": "lyon", "prize": 5, "minutes": 5, "windows": [["2025-06-02", 9, 2]]}]},
            "before it opens",
        ),
        ({"parties": 0}, "1 to 20 parties"),
        ({"end": {"place": "munich", "day": "2025-06-02", "latest": 5}}, "expected the last day"),
        ({"days": []}, "Expected 1 to"),
    ],
)
def test_problem_that_contradicts_itself_is_named(more: Json, said: str) -> None:
    with pytest.raises(ProblemFault, match=said):
        problem_from_json(lyon_and_munich(**more))


@pytest.mark.parametrize("key", ["days", "day_window", "places", "travel_minutes", "start", "end", "hosts"])
@pytest.mark.parametrize("value", [None, 7, "x", [1], {"a": []}, float("nan")])
def test_problem_of_another_form_is_refused(key: str, value: object) -> None:
    with pytest.raises((Malformed, ProblemFault)):
        problem_from_json(lyon_and_munich(**{key: value}))


def test_plan_reads_back_as_written() -> None:
    plan = plan_from_json(its_plan())
    assert plan_from_json(plan_to_json(plan)) == plan
