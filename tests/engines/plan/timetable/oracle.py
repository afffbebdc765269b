"""Tiny events, tried in every way."""

from __future__ import annotations

from itertools import product

from qiao.engines.plan.timetable.problem import Aim, Problem


def best(problem: Problem) -> tuple[int, int] | None:
    """The most priority and the fewest idle slots of that; or every meeting held and the fewest breaks."""
    every = problem.aim == Aim.EVERY_MEETING
    choices = [_slots(problem, index, every) for index in range(len(problem.requests))]
    scores = [score for slots in product(*choices) if (score := _score(problem, slots, every)) is not None]
    return max(scores, default=None, key=lambda one: (one[0], -one[1]))


def _slots(problem: Problem, index: int, every: bool) -> list[int | None]:
    request = problem.requests[index]
    away = {person.id: person.forbidden for person in problem.people}
    closed = request.forbidden | away[request.a] | away[request.b]
    wanted = range(problem.slots) if request.fixed_slot is None else [request.fixed_slot]
    return [slot for slot in wanted if slot not in closed] + ([] if every else [None])


def _score(problem: Problem, slots: tuple[int | None, ...], every: bool) -> tuple[int, int] | None:
    at = {request.id: slot for request, slot in zip(problem.requests, slots, strict=True)}
    days: dict[str, list[int]] = {person.id: [] for person in problem.people}
    for request in problem.requests:
        slot = at[request.id]
        if slot is None:
            continue
        for earlier in request.before:
            if (found := at[earlier]) is not None and found >= slot:
                return None
        days[request.a].append(slot)
        days[request.b].append(slot)
    used = [slot for slot in slots if slot is not None]
    if any(len(day) > len(set(day)) for day in days.values()) or any(used.count(s) > problem.tables for s in used):
        return None
    holes = [[s for s in range(min(day), max(day)) if s not in day] if day else [] for day in days.values()]
    breaks = [sum(hole - 1 not in row for hole in row) for row in holes]
    if problem.most_apart is not None and max(breaks) - min(breaks) > problem.most_apart:
        return None
    priority = sum(r.priority for r, slot in zip(problem.requests, slots, strict=True) if slot is not None)
    return priority, sum(breaks) if every else sum(len(row) for row in holes)
