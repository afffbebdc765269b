"""A timetable repaired while the event runs: a table or a person is gone, the past stands, few meetings move."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from time import process_time
from typing import Any

import numpy as np

from qiao.engines.plan.timetable.bound import most_priority
from qiao.engines.plan.timetable.grid import Grid, grid_of
from qiao.engines.plan.timetable.problem import Aim, Problem
from qiao.engines.plan.timetable.result import Timetable
from qiao.engines.plan.timetable.state import NOWHERE, State, state_of
from qiao.engines.plan.timetable.write import written

MOST_MOVED = 2  # meetings moved for each one that lost its place, itself counted


@dataclass(frozen=True, slots=True)
class Repair:
    """The new timetable; whose place was gone, which meetings changed their slot, which are held no longer."""

    timetable: Timetable
    displaced: tuple[str, ...]
    moved: tuple[str, ...]
    lost: tuple[str, ...]


def resolve_after(
    problem: Problem,
    previous: Timetable,
    *,
    since: int,
    gone: Iterable[str] = (),
    tables: int | None = None,
) -> Repair:
    """Mend a timetable from slot `since` on; earlier slots stay as they were.

    gone      ids of people who leave; their later meetings are lost.
    tables    how many tables there are from now on; None for as many as before.
    Returns   a Repair. A meeting whose place is gone goes to another slot; at most one other moves for it, both to
              slots from `since` on. Nothing else moves. The timetable is told against the problem without those
              gone, so it is never called optimal.
    Raises    KeyError when the timetable holds a meeting that is no request of the problem.
    """
    began = process_time()
    left = _without(problem, since, frozenset(gone), tables)
    grid = grid_of(left)
    number = {request.id: index for index, request in enumerate(left.requests)}
    slots = np.full(grid.wishes, NOWHERE, np.int32)
    for held in previous.meetings:
        slots[number[held.id]] = held.slot
    mend = _Mend(grid, slots, since, grid.tables if tables is None else tables)
    displaced = mend.lift_impossible()
    for meeting in sorted(displaced, key=lambda one: -int(grid.priority[one])):
        mend.place(meeting, MOST_MOVED - 1)
    return _told(left, grid, slots, previous, displaced, process_time() - began)


def _without(problem: Problem, since: int, gone: frozenset[str], tables: int | None) -> Problem:
    """The problem in which those gone are away from now on. Tables are as many as the past had, at least."""
    away = frozenset(range(since, problem.slots))
    people = tuple(replace(one, forbidden=one.forbidden | away) if one.id in gone else one for one in problem.people)
    most = problem.tables if tables is None else max(problem.tables, tables)
    return replace(problem, people=people, tables=most, aim=Aim.PRIORITY, most_apart=None)


@dataclass(slots=True)
class _Mend:
    grid: Grid
    slots: Any
    since: int
    tables: int

    def lift_impossible(self) -> list[int]:
        """Take out later meetings whose person or table is gone, those of least priority for want of a table."""
        out = []
        for slot in range(self.since, self.grid.slots):
            here = np.flatnonzero(self.slots == slot)
            here = here[np.argsort(-self.grid.priority[here], kind="stable")]
            stays = self.grid.allowed[here, slot]
            keep = here[stays][: self.tables]
            out += [int(one) for one in here if one not in set(keep.tolist())]
        self.slots[out] = NOWHERE
        return out

    def place(self, meeting: int, moves: int) -> bool:
        """Give a meeting a slot, moving at most so many others to slots of their own; whether it has one."""
        options = [slot for slot in range(self.since, self.grid.slots) if self.grid.allowed[meeting, slot]]
        in_way = {slot: self._in_way(meeting, slot) for slot in options if self._in_order(meeting, slot)}
        for slot in sorted(in_way, key=lambda one: (len(in_way[one]), one)):
            others = in_way[slot]
            if len(others) > moves or (not others and not self._has_table(slot)):
                continue
            if self._give_way(meeting, slot, others):
                return True
        return False

    def _give_way(self, meeting: int, slot: int, others: list[int]) -> bool:
        """Put a meeting where others are and each of those into a free slot; all or nothing."""
        before = self.slots.copy()
        self.slots[others] = NOWHERE
        self.slots[meeting] = slot
        for other in others:
            if not self._put_free(other):
                self.slots[:] = before
                return False
        if int((self.slots == slot).sum()) > self.tables:
            self.slots[:] = before
            return False
        return True

    def _put_free(self, meeting: int) -> bool:
        for slot in range(self.since, self.grid.slots):
            if not self.grid.allowed[meeting, slot] or self._in_way(meeting, slot) or not self._has_table(slot):
                continue
            if self._in_order(meeting, slot):
                self.slots[meeting] = slot
                return True
        return False

    def _in_way(self, meeting: int, slot: int) -> list[int]:
        """Meetings of either person in a slot."""
        own = [self.grid.requests[self.grid.first[p] : self.grid.first[p + 1]] for p in self.grid.pairs[meeting]]
        return [int(one) for one in np.unique(np.concatenate(own)) if self.slots[one] == slot and one != meeting]

    def _has_table(self, slot: int) -> bool:
        return int((self.slots == slot).sum()) < self.tables

    def _in_order(self, meeting: int, slot: int) -> bool:
        first, before, first_after, after = self.grid.order
        earlier = self.slots[before[first[meeting] : first[meeting + 1]]]
        later = self.slots[after[first_after[meeting] : first_after[meeting + 1]]]
        return bool(np.all(earlier < slot) and np.all((later == NOWHERE) | (later > slot)))


def _told(problem: Problem, grid: Grid, slots: Any, previous: Timetable, displaced: list[int], spent: float) -> Repair:
    state: State = state_of(grid, slots)
    timetable = written(problem, grid, state, bound=most_priority(grid), proven=False, cpu_seconds=spent)
    number = {request.id: index for index, request in enumerate(problem.requests)}
    now = {held.id: int(slots[number[held.id]]) for held in previous.meetings}
    return Repair(
        timetable=timetable,
        displaced=tuple(problem.requests[one].id for one in displaced),
        moved=tuple(held.id for held in previous.meetings if now[held.id] not in (NOWHERE, held.slot)),
        lost=tuple(held.id for held in previous.meetings if now[held.id] == NOWHERE),
    )
