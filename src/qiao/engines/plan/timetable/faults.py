"""What is wrong with an event, each fault as one sentence that names where it lies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qiao.engines.plan.timetable.problem import Problem, Request

MOST_SLOTS = 64  # a person's day is kept in the bits of one machine word
MOST_TABLES = 100_000
MOST_PEOPLE = 20_000
MOST_REQUESTS = 200_000
MOST_PRIORITY = 1_000_000


def faults_of(problem: Problem) -> tuple[str, ...]:
    """Every fault found, in the order of the problem's parts; none for a sound problem."""
    sizes = tuple(_of_size(problem))
    return sizes or (*_of_people(problem), *_of_requests(problem), *_of_order(problem))


def _of_size(problem: Problem) -> Iterator[str]:
    for what, found, most, least in (
        ("slots", problem.slots, MOST_SLOTS, 1),
        ("tables", problem.tables, MOST_TABLES, 0),
        ("people", len(problem.people), MOST_PEOPLE, 0),
        ("requests", len(problem.requests), MOST_REQUESTS, 0),
    ):
        if not least <= found <= most:
            yield f"Expected {least} to {most} {what}, found {found}."


def _of_people(problem: Problem) -> Iterator[str]:
    for twice in _repeated(person.id for person in problem.people):
        yield f"The person {twice} is listed more than once."
    for person in problem.people:
        yield from _of_slots(f"person {person.id}", person.forbidden, problem.slots)


def _of_requests(problem: Problem) -> Iterator[str]:
    known = {person.id for person in problem.people}
    for twice in _repeated(request.id for request in problem.requests):
        yield f"The request {twice} is listed more than once."
    for request in problem.requests:
        yield from _of_request(request, known, problem.slots)


def _of_request(request: Request, known: set[str], slots: int) -> Iterator[str]:
    for person in (request.a, request.b):
        if person not in known:
            yield f"The request {request.id} names {person}, who is not among the people."
    if request.a == request.b:
        yield f"The request {request.id} is for a meeting of {request.a} with themselves."
    if not 0 <= request.priority <= MOST_PRIORITY:
        yield f"Expected a priority of 0 to {MOST_PRIORITY} for the request {request.id}, found {request.priority}."
    if request.fixed_slot is not None:
        yield from _of_slots(f"request {request.id}", [request.fixed_slot], slots)
    yield from _of_slots(f"request {request.id}", request.forbidden, slots)


def _of_slots(whose: str, found: Iterable[int], slots: int) -> Iterator[str]:
    outside = sorted(slot for slot in found if not 0 <= slot < slots)
    if outside:
        yield f"The {whose} names slot {outside[0]}; the event has slots 0 to {slots - 1}."


def _of_order(problem: Problem) -> Iterator[str]:
    """Meetings that must come before others: known ones, and not in a ring."""
    known = {request.id for request in problem.requests}
    waits = {request.id: set(request.before) for request in problem.requests}
    for request in problem.requests:
        for unknown in sorted(request.before - known):
            yield f"The request {request.id} comes after {unknown}, which is not among the requests."
    ready = [one for one, before in waits.items() if not before & known]
    followers: dict[str, list[str]] = {}
    for one, before in waits.items():
        for other in before & known:
            followers.setdefault(other, []).append(one)
    while ready:
        done = ready.pop()
        for one in followers.get(done, ()):
            waits[one].discard(done)
            if not waits[one] & known:
                ready.append(one)
    ring = [one for one, before in waits.items() if before & known]
    if ring:
        yield f"The request {ring[0]} would have to come before itself."


def _repeated(ids: Iterable[str]) -> list[str]:
    return [one for one, times in Counter(ids).items() if times > 1]
