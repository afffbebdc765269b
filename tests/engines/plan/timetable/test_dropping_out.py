"""A timetable under way, changed when people or tables drop out: what stays, what moves, and how much."""

from __future__ import annotations

from collections import Counter, defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from qiao.engines.plan.timetable.dropping_out import DropOut, after_dropping_out
from qiao.engines.plan.timetable.problem import Person, Problem, Request
from qiao.engines.plan.timetable.result import Held, Status, Timetable


def timetable(problem: Problem, held: dict[str, tuple[int, int]]) -> Timetable:
    worth = {one.id: one.priority for one in problem.requests}
    return Timetable(
        status=Status.FEASIBLE,
        held=len(held),
        priority=sum(worth[one] for one in held),
        bound=sum(worth.values()),
        breaks=0,
        idle_slots=0,
        meetings=tuple(Held(one, slot, table) for one, (slot, table) in held.items()),
    )


def slots_of(found: Timetable) -> dict[str, tuple[int, int]]:
    return {one.id: (one.slot, one.table) for one in found.meetings}


def people(names: str) -> tuple[Person, ...]:
    return tuple(Person(name) for name in names)


def test_past_stays_and_the_gone_lose_what_was_to_come() -> None:
    problem = Problem(3, 2, people("abc"), (Request("ab", "a", "b"), Request("ac", "a", "c"), Request("bc", "b", "c")))
    before = timetable(problem, {"ab": (0, 0), "ac": (1, 0), "bc": (2, 1)})

    found = after_dropping_out(problem, before, DropOut(1, 2, frozenset("c")))

    assert slots_of(found) == {"ab": (0, 0)}
    assert [(one.id, one.because) for one in found.unheld] == [("ac", "c dropped out."), ("bc", "c dropped out.")]


def test_freed_hour_goes_to_a_wish_that_fits_as_it_is() -> None:
    problem = Problem(1, 2, people("abc"), (Request("ab", "a", "b"), Request("bc", "b", "c", priority=8)))
    before = timetable(problem, {"bc": (0, 0)})

    assert after_dropping_out(problem, before, DropOut(0, 2, frozenset("c"))).meetings == (Held("ab", 0, 0),)


def test_lost_table_moves_the_cheaper_meeting_elsewhere() -> None:
    problem = Problem(2, 2, people("abcd"), (Request("ab", "a", "b", priority=8), Request("cd", "c", "d", priority=3)))
    before = timetable(problem, {"cd": (0, 0), "ab": (0, 1)})

    assert slots_of(after_dropping_out(problem, before, DropOut(0, 1))) == {"ab": (0, 0), "cd": (1, 0)}


def test_one_in_the_way_is_moved() -> None:
    """c is gone: a is free in slot 0, and b could meet a there alone if b's meeting with d went to slot 1."""
    problem = Problem(
        2,
        1,
        (Person("a", frozenset({1})), Person("b"), Person("c"), Person("d")),
        (Request("ab", "a", "b"), Request("bd", "b", "d"), Request("cd", "c", "d")),
    )
    before = timetable(problem, {"bd": (0, 0), "cd": (1, 0)})

    found = after_dropping_out(problem, before, DropOut(0, 1, frozenset("c")))

    assert slots_of(found) == {"ab": (0, 0), "bd": (1, 0)}


def test_nothing_lost_moves_nothing() -> None:
    problem = Problem(
        2,
        1,
        (Person("a", frozenset({1})), Person("b"), Person("d")),
        (Request("ab", "a", "b"), Request("bd", "b", "d")),
    )
    before = timetable(problem, {"bd": (0, 0)})

    assert slots_of(after_dropping_out(problem, before, DropOut(0, 1))) == {"bd": (0, 0)}


@st.composite
def under_way(draw: st.DrawFn) -> tuple[Problem, Timetable, DropOut]:
    """An event, a timetable of it filled greedily at random, and who and what drops out."""
    count, slots, tables = draw(st.integers(2, 9)), draw(st.integers(1, 6)), draw(st.integers(1, 4))
    crowd = [Person(f"p{n}", frozenset(draw(st.sets(st.integers(0, slots - 1), max_size=2)))) for n in range(count)]
    pairs = draw(st.sets(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=20))
    requests = []
    for one, other in sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}):
        fixed = draw(st.none() | st.integers(0, slots - 1))
        shut = crowd[one].forbidden | crowd[other].forbidden
        requests.append(
            Request(
                f"r{one}-{other}",
                f"p{one}",
                f"p{other}",
                draw(st.sampled_from([3, 8])),
                None if fixed in shut else fixed,
            )
        )
    problem = Problem(slots, tables, tuple(crowd), tuple(requests))
    held: dict[str, tuple[int, int]] = {}
    busy: dict[str, set[int]] = defaultdict(set)
    taken: Counter[int] = Counter()
    away = {one.id: one.forbidden for one in crowd}
    for request in draw(st.permutations(requests)):
        for slot in draw(st.permutations(range(slots))):
            free = slot not in away[request.a] | away[request.b] | busy[request.a] | busy[request.b]
            if free and taken[slot] < tables and request.fixed_slot in (None, slot):
                held[request.id] = (slot, taken[slot])
                taken[slot] += 1
                busy[request.a].add(slot)
                busy[request.b].add(slot)
                break
    gone = frozenset(draw(st.sets(st.sampled_from([one.id for one in crowd]), max_size=3)))
    lost = DropOut(draw(st.integers(0, slots)), draw(st.integers(0, tables)), gone)
    return problem, timetable(problem, held), lost


@given(under_way())
@settings(max_examples=300, deadline=None)
def test_every_change_keeps_the_rules(case: tuple[Problem, Timetable, DropOut]) -> None:
    problem, before, lost = case
    first = slots_of(before)

    found = after_dropping_out(problem, before, lost)

    then = slots_of(found)
    asked = {one.id: one for one in problem.requests}
    away = {one.id: one.forbidden for one in problem.people}
    assert {one: at for one, at in first.items() if at[0] < lost.slot} == {
        one: at for one, at in then.items() if at[0] < lost.slot
    }
    assert len(set(then.values())) == len(then)
    seats = Counter((person, slot) for one, (slot, _t) in then.items() for person in (asked[one].a, asked[one].b))
    assert max(seats.values(), default=1) == 1
    for one, (slot, table) in then.items():
        request = asked[one]
        assert table < (problem.tables if slot < lost.slot else lost.tables)
        assert slot not in away[request.a] | away[request.b]
        assert request.fixed_slot in (None, slot)
        if slot >= lost.slot:
            assert not lost.gone & {request.a, request.b}
    losses = sum(_cannot_stay(first, asked, lost))
    moved = sum(one in then and then[one][0] != at[0] for one, at in first.items())
    assert moved <= 2 * losses
    dropped = [one for one in first if one not in then and not lost.gone & {asked[one].a, asked[one].b}]
    assert len(dropped) <= losses
    assert {one.id for one in found.unheld} == set(asked) - set(then)
    assert found.priority == sum(asked[one].priority for one in then) <= found.bound


def _cannot_stay(first: dict[str, tuple[int, int]], asked: dict[str, Request], lost: DropOut) -> list[int]:
    """Per slot to come: meetings of those gone, and of the others as many as tables lack."""
    found = []
    by_slot: dict[int, list[str]] = defaultdict(list)
    for one, (slot, _table) in first.items():
        if slot >= lost.slot:
            by_slot[slot].append(one)
    for listed in by_slot.values():
        gone = sum(bool(lost.gone & {asked[one].a, asked[one].b}) for one in listed)
        found.append(gone + max(0, len(listed) - gone - lost.tables))
    return found
