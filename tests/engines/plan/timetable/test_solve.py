from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from qiao.engines.plan.timetable.check import broken_rules
from qiao.engines.plan.timetable.dropping_out import MOVES_A_LOSS, DropOut, after_dropping_out
from qiao.engines.plan.timetable.problem import Aim, Person, Problem, Request
from qiao.engines.plan.timetable.result import Status
from qiao.engines.plan.timetable.solve import timetable
from tests.engines.plan.timetable.oracle import best


def event(seed: int, *, every: bool = False, wishes: int = 6, ordered: bool = False) -> Problem:
    rng = np.random.default_rng(seed)
    slots, people, tables = int(rng.integers(3, 5)), int(rng.integers(3, 6)), int(rng.integers(1, 3))
    requests = []
    for number in range(wishes):
        one, other = rng.choice(people, 2, replace=False)
        fixed = int(rng.integers(slots)) if rng.random() < 0.1 else None
        before = {f"r{number - 1}"} if ordered and number and rng.random() < 0.3 else set()
        requests.append(
            Request(
                f"r{number}", f"p{one}", f"p{other}", int(rng.integers(1, 5)), fixed, frozenset(), frozenset(before)
            )
        )
    away = [frozenset(np.flatnonzero(rng.random(slots) < 0.1).tolist()) for _ in range(people)]
    return Problem(
        slots,
        tables,
        tuple(Person(f"p{number}", away[number]) for number in range(people)),
        tuple(requests),
        Aim.EVERY_MEETING if every else Aim.PRIORITY,
        2 if every else None,
    )


@pytest.mark.parametrize("seed", range(15))
def test_small_events_are_proven_best_in_both_aims(seed: int) -> None:
    problem = event(seed)
    found = timetable(problem, seconds=5)
    assert list(broken_rules(problem, found)) == []
    assert (found.status, (found.priority, found.idle_slots)) == (Status.OPTIMAL, best(problem))


@pytest.mark.parametrize("ordered", [False, True])
@pytest.mark.parametrize("seed", range(15))
def test_holding_all_takes_the_fewest_breaks_or_names_a_clash(seed: int, ordered: bool) -> None:
    problem = event(seed, every=True, wishes=4, ordered=ordered)
    found = timetable(problem, seconds=5)
    expected = best(problem)
    assert list(broken_rules(problem, found)) == []
    if expected is None:
        assert found.status == Status.INFEASIBLE
    else:
        assert (found.status, (found.priority, found.breaks)) == (Status.OPTIMAL, expected)


@pytest.mark.parametrize("seed", range(5))
def test_a_larger_event_keeps_every_rule_and_its_bound(seed: int) -> None:
    problem = replace(event(seed, wishes=6), slots=12, tables=40)
    rng = np.random.default_rng(seed)
    people = tuple(Person(f"p{number}") for number in range(60))
    pairs = [rng.choice(60, 2, replace=False) for _ in range(300)]
    wishes = tuple(Request(f"r{number}", f"p{one}", f"p{two}") for number, (one, two) in enumerate(pairs))
    problem = replace(problem, people=people, requests=wishes)
    found = timetable(problem, seconds=0.5)
    assert list(broken_rules(problem, found)) == []


def test_an_empty_event_is_best_at_once() -> None:
    found = timetable(Problem(3, 0, (), ()), seconds=1)
    assert (found.status, found.held, found.bound) == (Status.OPTIMAL, 0, 0)


@pytest.mark.parametrize("seed", range(8))
def test_after_a_loss_the_past_stands_and_at_most_two_move_for_each(seed: int) -> None:
    problem = event(seed, wishes=8)
    before = timetable(problem, seconds=2)
    later = {held.id: held.slot for held in before.meetings}
    tables = max(1, problem.tables - 1)
    repair = after_dropping_out(problem, before, DropOut(1, tables, frozenset({"p0"})))
    after = {held.id: held.slot for held in repair.meetings}
    assert list(broken_rules(problem, repair)) == []
    assert {one: slot for one, slot in later.items() if slot < 1}.items() <= after.items()
    whose = {request.id: (request.a, request.b) for request in problem.requests}
    assert not any("p0" in whose[one] and slot >= 1 for one, slot in after.items())
    crowd = [list(after.values()).count(slot) for slot in range(1, problem.slots)]
    assert max(crowd) <= tables
    moved = [one for one, slot in later.items() if after.get(one, slot) != slot]
    lost = {one for one in later if one not in after}
    gone = {one for one, slot in later.items() if slot >= 1 and "p0" in whose[one]}
    too_many = sum(
        max(0, sum(at == slot for one, at in later.items() if one not in gone) - tables)
        for slot in range(1, problem.slots)
    )
    assert len(moved) <= MOVES_A_LOSS * (len(gone) + too_many)
    assert gone <= lost
    assert len(lost - gone) <= too_many
