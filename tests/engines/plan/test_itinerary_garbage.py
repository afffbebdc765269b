"""Whatever JSON comes in: a problem, or a named fault."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.plan.missions import mission
from qiao.engines.plan.itinerary.check import broken_rules
from qiao.engines.plan.itinerary.io import Malformed, plan_from_json, problem_from_json
from qiao.engines.plan.itinerary.problem import ProblemFault
from qiao.engines.plan.itinerary.solve import solve
from tests.engines.plan.instances import its_plan, lyon_and_munich

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def spoiled(document: Any, path: list[int], garbage: Any) -> Any:
    """The document with garbage in one place, found by walking down the path."""
    if not path or not isinstance(document, dict | list) or not document:
        return garbage
    keys = list(document) if isinstance(document, dict) else list(range(len(document)))
    key = keys[path[0] % len(keys)]
    inner = spoiled(document[key], path[1:], garbage)
    if isinstance(document, dict):
        return {**document, key: inner}
    return [*document[:key], inner, *document[key + 1 :]]


@settings(max_examples=300, deadline=None)
@given(path=st.lists(st.integers(0, 20), max_size=6), garbage=JSON)
def test_garbage_in_a_problem_is_a_named_fault(path: list[int], garbage: Any) -> None:
    events = [{"id": "gala", "place": "lyon", "day": "2025-06-02", "start": 900, "minutes": 60, "everyone": True}]
    sound = lyon_and_munich(events=events, legs={"rhone": {"isar": 100}}, parties=1, resources={"car": 1}, slack={})
    with suppress(Malformed, ProblemFault):
        problem_from_json(spoiled(sound, path, garbage))


@settings(max_examples=200, deadline=None)
@given(path=st.lists(st.integers(0, 20), max_size=6), garbage=JSON)
def test_garbage_in_a_plan_is_a_named_fault(path: list[int], garbage: Any) -> None:
    with suppress(Malformed):
        plan_from_json(spoiled(its_plan(), path, garbage))


@pytest.mark.parametrize("key", ["events", "hosts", "days", "places"])
@pytest.mark.parametrize("found", [5, {"a": 1}, "text"])
def test_a_list_that_is_none_is_told(key: str, found: Any) -> None:
    with pytest.raises(Malformed, match=f"Expected {key} of the problem as a list"):
        problem_from_json(lyon_and_munich(**{key: found}))


def test_ten_thousand_hosts_are_answered_and_all_named() -> None:
    problem = problem_from_json(mission(10_000, 1))
    plan = solve(problem, seconds=4)
    assert list(broken_rules(problem, plan)) == []
    assert plan.prize <= plan.bound
    met = {stop.id for row in plan.rows for stop in row.stops}
    told = {one.id for one in plan.dropped}
    assert {host.id for host in problem.hosts} <= met | told
