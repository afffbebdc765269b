from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qiao import cli
from qiao.engines.plan.timetable.check import broken_rules
from qiao.engines.plan.timetable.dzn import problem_from_dzn
from qiao.engines.plan.timetable.io import Malformed, problem_from_json, timetable_from_json, timetable_to_json
from qiao.engines.plan.timetable.problem import Problem, ProblemFault
from qiao.engines.plan.timetable.solve import timetable

DZN = """% three people
nBusiness = 3; nMeetings = 3; nTables = 1; nTotalSlots = 4; nMorningSlots = 2;
requested = [|1, 2,1, |2, 3,2, |1, 3,3, |];
forbidden = [{0}, {0,4}, {}];
fixed = [0,0,4];
precedences = [{}, {1}, {}];
"""


def plain() -> dict[str, Any]:
    return {
        "slots": 3,
        "tables": 1,
        "people": [{"id": "a"}, {"id": "b", "forbidden": [0]}],
        "requests": [{"id": "1", "a": "a", "b": "b", "priority": 2, "fixed_slot": None, "forbidden": [2]}],
    }


def test_the_format_counts_from_one_and_halves_the_day() -> None:
    problem = problem_from_dzn(DZN)
    first, second, third = problem.requests
    assert (first.forbidden, second.forbidden, third.fixed_slot) == ({2, 3}, {0, 1}, 3)
    assert (second.before, problem.people[1].forbidden) == ({"1"}, {3})


def test_what_is_written_is_read_again() -> None:
    problem = problem_from_json(plain())
    found = timetable(problem, seconds=1)
    again = timetable_from_json(json.loads(json.dumps(timetable_to_json(found))))
    assert list(broken_rules(problem, again)) == []
    assert again.meetings == found.meetings


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"slots": -1}, "Expected 1 to 64 slots, found -1."),
        ({"slots": 1e9}, "Expected slots as a whole number, found 1000000000.0."),
        ({"tables": True}, "Expected tables as a whole number, found True."),
        ({"people": [{"id": "a"}]}, "The request 1 names b, who is not among the people."),
        ({"people": [{"id": "a"}, {"id": "a"}, {"id": "b"}]}, "The person a is listed more than once."),
        ({"people": [{"id": "a", "forbidden": [-1]}, {"id": "b"}]}, "The person a names slot -1; the event has"),
        ({"requests": [{"id": "1", "a": "a", "b": "a"}]}, "The request 1 is for a meeting of a with themselves."),
        ({"requests": [{"id": "1", "a": "a", "b": "b"}] * 2}, "The request 1 is listed more than once."),
        ({"requests": [{"id": "1", "a": "a", "b": "b", "fixed_slot": 3}]}, "The request 1 names slot 3; the event has"),
        ({"requests": {}}, "Expected requests as a list, found a dict."),
    ],
)
def test_nonsense_is_named(change: dict[str, Any], said: str) -> None:
    with pytest.raises((Malformed, ProblemFault)) as refused:
        problem_from_json({**plain(), **change})
    assert str(refused.value).startswith(said)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("nBusiness = 3;", "", "Expected nBusiness, found none."),
        ("nTables = 1;", "nTables = one;", "Expected nTables as a whole number"),
        ("|1, 3,3,", "|1, 3,", "Expected requested to hold 3 rows"),
        ("|1, 3,3,", "|1, 3,7,", "Expected 1, 2 or 3 for the half"),
        ("{0,4}", "{0,4", "Expected forbidden as a list of sets"),
        ("fixed = [0,0,4];", "fixed = [0,0];", "Expected fixed to hold 3 slots, found 2."),
        ("[{}, {1}, {}]", "[{2}, {1}, {}]", "The request 1 would have to come before itself."),
        ("[{}, {1}, {}]", "[{9}, {1}, {}]", "The request 1 comes after 9, which is not"),
        ("% three people", "three people", "Expected `name = value;` in line 1"),
    ],
)
def test_a_broken_file_is_named(old: str, new: str, said: str) -> None:
    assert old in DZN
    with pytest.raises((Malformed, ProblemFault)) as refused:
        problem_from_dzn(DZN.replace(old, new))
    assert str(refused.value).startswith(said)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 70) | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=8,
)


@given(st.sampled_from(["slots", "tables", "people", "requests"]), JSON)
@settings(max_examples=60)
def test_any_value_in_any_place_is_read_or_refused(name: str, value: Any) -> None:
    with suppress(Malformed, ProblemFault):
        assert isinstance(problem_from_json({**plain(), name: value}), Problem)


@given(st.integers(0, len(DZN)), st.text(alphabet="{}[]|,;=01-% x", max_size=5))
@settings(max_examples=60)
def test_a_file_spoilt_anywhere_is_read_or_refused(place: int, scribble: str) -> None:
    with suppress(Malformed, ProblemFault):
        assert isinstance(problem_from_dzn(DZN[:place] + scribble + DZN[place + 2 :]), Problem)


def test_the_command_plans_and_checks(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    event, plan = tmp_path / "event.dzn", tmp_path / "plan.json"
    event.write_text(DZN)
    assert cli.main(["plan", "timetable", str(event), "--seconds", "2", "--out", str(plan)]) == 0
    assert json.loads(plan.read_text())["status"] == "optimal"
    assert cli.main(["plan", "check", str(event), str(plan)]) == 0
    event.write_text("{" * 2000)
    assert cli.main(["plan", "timetable", str(event)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
