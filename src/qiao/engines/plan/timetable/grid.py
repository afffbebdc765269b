"""An event in arrays, as the searches read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from qiao.engines.plan.timetable.problem import Problem


@dataclass(frozen=True, slots=True)
class Grid:
    """n requests, p people, s slots.

    pairs      (n, 2) the two people of each request.
    priority   (n,) whole numbers of 0 or more.
    allowed    (n, s) whether the request may be met in the slot, as both people and the request say.
    present    (p, s) whether the person is there.
    first, requests   the requests of person k are requests[first[k]:first[k + 1]].
    order      first and requests twice over: those that come before each request, and those that come after it.
    """

    tables: int
    pairs: Any
    priority: Any
    allowed: Any
    present: Any
    first: Any
    requests: Any
    order: tuple[Any, Any, Any, Any]

    @property
    def people(self) -> int:
        return int(self.present.shape[0])

    @property
    def slots(self) -> int:
        return int(self.present.shape[1])

    @property
    def wishes(self) -> int:
        return int(self.pairs.shape[0])


def grid_of(problem: Problem) -> Grid:
    """The arrays of a problem."""
    number = {person.id: index for index, person in enumerate(problem.people)}
    present = np.ones((len(problem.people), problem.slots), np.bool_)
    for index, person in enumerate(problem.people):
        present[index, list(person.forbidden)] = False
    pairs = np.array([(number[one.a], number[one.b]) for one in problem.requests], np.int32).reshape(-1, 2)
    allowed = present[pairs[:, 0]] & present[pairs[:, 1]]
    for index, request in enumerate(problem.requests):
        if request.fixed_slot is not None:
            allowed[index] &= np.arange(problem.slots) == request.fixed_slot
        allowed[index, list(request.forbidden)] = False
    if problem.tables == 0:
        allowed[:] = False
    wishes = np.tile(np.arange(len(pairs), dtype=np.int32), 2)
    first, requests = _grouped(np.concatenate([pairs[:, 0], pairs[:, 1]]), wishes, len(problem.people))
    return Grid(
        tables=problem.tables,
        pairs=pairs,
        priority=np.array([one.priority for one in problem.requests], np.int64),
        allowed=allowed,
        present=present,
        first=first,
        requests=requests,
        order=_order(problem),
    )


def _order(problem: Problem) -> tuple[Any, Any, Any, Any]:
    number = {request.id: index for index, request in enumerate(problem.requests)}
    later_earlier = [(number[one.id], number[other]) for one in problem.requests for other in sorted(one.before)]
    later, earlier = np.array(later_earlier, np.int32).reshape(-1, 2).T
    return (*_grouped(later, earlier, len(number)), *_grouped(earlier, later, len(number)))


def _grouped(keys: Any, values: Any, count: int) -> tuple[Any, Any]:
    """Values sorted by their key, and where each key begins."""
    first = np.concatenate([[0], np.cumsum(np.bincount(keys, minlength=count))]).astype(np.int32)
    return first, values[np.argsort(keys, kind="stable")].astype(np.int32)
