"""A timetable held against its problem alone: every rule recomputed, nothing taken from a solver."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from qiao.engines.plan.timetable.problem import Aim, Problem
from qiao.engines.plan.timetable.result import Status, Timetable


def broken_rules(problem: Problem, timetable: Timetable) -> Iterator[str]:
    """Every rule that the timetable breaks, as sentences; none when it keeps them all."""
    if timetable.status == Status.INFEASIBLE:
        if not timetable.clash:
            yield "A timetable that is impossible names what clashes; this one names nothing."
        if timetable.meetings:
            yield "A timetable that is impossible holds no meeting; this one does."
        return
    shape = [*_of_shape(problem, timetable)]
    yield from shape
    if shape:
        return  # the rest would read requests that are not there
    yield from _of_slots(problem, timetable)
    yield from _of_people(problem, timetable)
    yield from _of_order(problem, timetable)
    yield from _of_figures(problem, timetable)


def _of_shape(problem: Problem, timetable: Timetable) -> Iterator[str]:
    known = {request.id for request in problem.requests}
    listed = [held.id for held in timetable.meetings] + [one.id for one in timetable.unheld]
    for one in listed:
        if one not in known:
            yield f"{one} is no request of the problem."
    for one, times in Counter(listed).items():
        if times > 1:
            yield f"{one} is listed {times} times, expected once."
    for one in sorted(known - set(listed)):
        yield f"{one} is neither held nor listed as unheld."
    for held in timetable.meetings:
        if not 0 <= held.slot < problem.slots:
            yield f"{held.id} is in slot {held.slot}; the event has slots 0 to {problem.slots - 1}."
        if not 0 <= held.table < problem.tables:
            yield f"{held.id} is at table {held.table}; the event has tables 0 to {problem.tables - 1}."


def _of_slots(problem: Problem, timetable: Timetable) -> Iterator[str]:
    requests = {request.id: request for request in problem.requests}
    away = {person.id: person.forbidden for person in problem.people}
    for held in timetable.meetings:
        request = requests[held.id]
        if request.fixed_slot is not None and held.slot != request.fixed_slot:
            yield f"{held.id} is in slot {held.slot}, it is fixed in slot {request.fixed_slot}."
        if held.slot in request.forbidden:
            yield f"{held.id} is in slot {held.slot}, which is forbidden to it."
        for person in (request.a, request.b):
            if held.slot in away[person]:
                yield f"{held.id} is in slot {held.slot}, in which {person} is away."
    for (slot, table), times in Counter((held.slot, held.table) for held in timetable.meetings).items():
        if times > 1:
            yield f"Table {table} has {times} meetings in slot {slot}."


def _of_people(problem: Problem, timetable: Timetable) -> Iterator[str]:
    days = _days(problem, timetable)
    for person, slots in days.items():
        for slot, times in Counter(slots).items():
            if times > 1:
                yield f"{person} has {times} meetings in slot {slot}."
    if problem.most_apart is not None and days:
        breaks = {person: _gaps(slots)[0] for person, slots in days.items()}
        least, most = min(breaks, key=lambda one: breaks[one]), max(breaks, key=lambda one: breaks[one])
        if breaks[most] - breaks[least] > problem.most_apart:
            yield (
                f"{most} has {breaks[most]} breaks and {least} has {breaks[least]}; "
                f"they may differ by {problem.most_apart}."
            )


def _of_order(problem: Problem, timetable: Timetable) -> Iterator[str]:
    slots = {held.id: held.slot for held in timetable.meetings}
    for request in problem.requests:
        for earlier in sorted(request.before):
            if request.id in slots and earlier in slots and slots[earlier] >= slots[request.id]:
                found = f"{slots[earlier]} and {slots[request.id]}"
                yield f"{earlier} must come before {request.id}; they are in slots {found}."


def _of_figures(problem: Problem, timetable: Timetable) -> Iterator[str]:
    requests = {request.id: request for request in problem.requests}
    gaps = [_gaps(slots) for slots in _days(problem, timetable).values()]
    for what, said, found in (
        ("meetings held", timetable.held, len(timetable.meetings)),
        ("priority", timetable.priority, sum(requests[held.id].priority for held in timetable.meetings)),
        ("breaks", timetable.breaks, sum(breaks for breaks, _idle in gaps)),
        ("idle slots", timetable.idle_slots, sum(idle for _breaks, idle in gaps)),
    ):
        if said != found:
            yield f"The timetable says {what}: {said}; found {found}."
    if timetable.bound < timetable.priority:
        yield f"The bound {timetable.bound} lies below the priority {timetable.priority}."
    if problem.aim == Aim.EVERY_MEETING and timetable.unheld:
        yield f"Every meeting is to be held; {timetable.unheld[0].id} is not."
    if timetable.status == Status.OPTIMAL and timetable.bound != timetable.priority:
        yield f"A timetable called optimal has a bound of {timetable.priority}; found {timetable.bound}."


def _days(problem: Problem, timetable: Timetable) -> dict[str, list[int]]:
    requests = {request.id: request for request in problem.requests}
    days: dict[str, list[int]] = defaultdict(list)
    for one in problem.people:
        days[one.id] = []
    for held in timetable.meetings:
        for person in (requests[held.id].a, requests[held.id].b):
            days[person].append(held.slot)
    return days


def _gaps(slots: list[int]) -> tuple[int, int]:
    """Breaks and idle slots of one person's day."""
    taken = sorted(set(slots))
    gaps = [later - earlier - 1 for earlier, later in pairwise(taken)]
    return sum(gap > 0 for gap in gaps), sum(gaps)
