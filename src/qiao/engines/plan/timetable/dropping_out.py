"""A timetable under way, changed as little as possible when people or tables drop out.

What began before stays. Meetings that lose a person or a table are the losses; for each loss at most two meetings are
moved, a displaced one that is held elsewhere counted among them. Freed hours go to wishes not held so far: first those
that fit as they are, then those for which one other meeting must move. Nothing that could stay is given up.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from time import process_time

from qiao.engines.plan.timetable.problem import Problem, Request
from qiao.engines.plan.timetable.result import Held, Status, Timetable, Unheld

MOVES_A_LOSS = 2


@dataclass(frozen=True, slots=True)
class DropOut:
    """From `slot` on (from 0) the persons `gone` are away, and `tables` are left. Earlier slots stay as they were."""

    slot: int
    tables: int
    gone: frozenset[str] = frozenset()


def after_dropping_out(problem: Problem, before: Timetable, lost: DropOut) -> Timetable:
    """The timetable of `problem` changed for who and what dropped out.

    problem   as it was before.    before   its timetable; meetings that the problem does not know are left out.
    Returns   a timetable whose bound is the one of before: no change can do better than a timetable without losses.
    """
    began = process_time()
    day = _Day(problem, lost)
    losses = day.keep(before)
    budget = MOVES_A_LOSS * losses
    # Displaced meetings first: they were promised. Among equals the dearer, then the order of the problem.
    waiting = [*day.by_worth(day.displaced), *day.by_worth(day.never_held(before))]
    for request in waiting:
        cost = int(request.id in day.displaced)
        if cost <= budget and (slot := day.best_slot(request)) is not None:
            day.put(request, slot)
            budget -= cost
    for request in waiting:
        cost = int(request.id in day.displaced) + 1
        if request.id not in day.at and cost <= budget and day.put_by_moving_one(request):
            budget -= cost
    return day.written(before, process_time() - began)


@dataclass
class _Day:
    """The timetable in the making: `at` has the slot of each meeting held, `busy` the meetings of each person."""

    problem: Problem
    lost: DropOut
    at: dict[str, int] = field(default_factory=dict)
    table: dict[str, int] = field(default_factory=dict)
    displaced: set[str] = field(default_factory=set)
    busy: dict[str, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    taken: Counter[int] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.requests: Mapping[str, Request] = {one.id: one for one in self.problem.requests}
        self.away = {one.id: one.forbidden for one in self.problem.people}

    def keep(self, before: Timetable) -> int:
        """Hold what can stay, and return how many meetings could not."""
        losses = 0
        known = [held for held in before.meetings if held.id in self.requests]
        # Where tables are too few, the dearest meetings stay; a fixed one stays before all others.
        known.sort(key=lambda held: (self.requests[held.id].fixed_slot is None, -self.requests[held.id].priority))
        for held in known:
            request = self.requests[held.id]
            if held.slot >= self.lost.slot and self._is_gone(request):
                losses += 1
            elif held.slot >= self.lost.slot and self.taken[held.slot] >= self.lost.tables:
                self.displaced.add(held.id)
                losses += 1
            else:
                self.put(request, held.slot)
                self.table[held.id] = held.table
        return losses

    def never_held(self, before: Timetable) -> set[str]:
        held = {one.id for one in before.meetings}
        return {one.id for one in self.problem.requests if one.id not in held}

    def by_worth(self, ids: Iterable[str]) -> list[Request]:
        wanted = set(ids)
        found = [one for one in self.problem.requests if one.id in wanted and not self._is_gone(one)]
        return sorted(found, key=lambda one: -one.priority)

    def put(self, request: Request, slot: int) -> None:
        self.at[request.id] = slot
        self.taken[slot] += 1
        for person in (request.a, request.b):
            self.busy[person][slot] = request.id

    def lift(self, request: Request) -> None:
        slot = self.at.pop(request.id)
        self.taken[slot] -= 1
        for person in (request.a, request.b):
            del self.busy[person][slot]

    def open_slots(self, request: Request) -> Iterator[int]:
        """The slots still to come in which both may be met at all."""
        shut = self.away[request.a] | self.away[request.b] | request.forbidden
        for slot in range(self.lost.slot, self.problem.slots):
            if slot not in shut and request.fixed_slot in (None, slot):
                yield slot

    def best_slot(self, request: Request, *, but: int | None = None) -> int | None:
        """The slot free for both, with a table, that leaves the fewest idle slots; none when there is none."""
        fitting = [slot for slot in self.open_slots(request) if slot != but and self._is_free(request, slot)]
        return min(fitting, key=lambda slot: (self._idle_with(request, slot), slot), default=None)

    def put_by_moving_one(self, request: Request) -> bool:
        """Hold a meeting where one other stands in its way that can be held in another slot."""
        for slot in self.open_slots(request):
            in_the_way = {self.busy[person].get(slot) for person in (request.a, request.b)} - {None}
            if len(in_the_way) != 1:
                continue
            other = self.requests[str(next(iter(in_the_way)))]
            self.lift(other)
            elsewhere = self.best_slot(other, but=slot) if other.fixed_slot is None else None
            # A table stands free where the other was; elsewhere `best_slot` has seen to it.
            if elsewhere is not None and self._is_free(request, slot):
                self.put(other, elsewhere)
                self.put(request, slot)
                self.table.pop(other.id, None)
                return True
            self.put(other, slot)
        return False

    def _is_free(self, request: Request, slot: int) -> bool:
        free = slot not in self.busy[request.a] and slot not in self.busy[request.b]
        return free and self.taken[slot] < self.lost.tables

    def _is_gone(self, request: Request) -> bool:
        return bool(self.lost.gone & {request.a, request.b})

    def _idle_with(self, request: Request, slot: int) -> int:
        return sum(_idle([*self.busy[person], slot]) for person in (request.a, request.b))

    def written(self, before: Timetable, seconds: float) -> Timetable:
        days = [list(held) for held in self.busy.values()]
        priority = sum(self.requests[one].priority for one in self.at)
        return Timetable(
            status=Status.FEASIBLE,
            held=len(self.at),
            priority=priority,
            bound=max(priority, before.bound),
            breaks=sum(_breaks(day) for day in days),
            idle_slots=sum(_idle(day) for day in days),
            meetings=tuple(self._seated()),
            unheld=tuple(Unheld(one.id, self._because(one)) for one in self.problem.requests if one.id not in self.at),
            cpu_seconds=seconds,
        )

    def _seated(self) -> Iterator[Held]:
        """Meetings that stay keep their tables where these are left; the others take the first free one."""
        taken: dict[int, set[int]] = defaultdict(set)
        waiting: list[tuple[str, int]] = []
        for one, slot in self.at.items():
            table = self.table.get(one)
            left = self.problem.tables if slot < self.lost.slot else self.lost.tables
            if table is None or table >= left or table in taken[slot]:
                waiting.append((one, slot))
                continue
            taken[slot].add(table)
            yield Held(one, slot, table)
        for one, slot in waiting:
            table = next(n for n in range(self.problem.tables) if n not in taken[slot])
            taken[slot].add(table)
            yield Held(one, slot, table)

    def _because(self, request: Request) -> str:
        for person in (request.a, request.b):
            if person in self.lost.gone:
                return f"{person} dropped out."
        slots = list(self.open_slots(request))
        if not slots:
            return "No slot that is left is open to both."
        for person in (request.a, request.b):
            if all(slot in self.busy[person] for slot in slots):
                return f"{person} has other meetings in every slot open to both."
        common = [s for s in slots if s not in self.busy[request.a] and s not in self.busy[request.b]]
        if not common:
            return f"{request.a} and {request.b} are free in no common slot beside their other meetings."
        if all(self.taken[slot] >= self.lost.tables for slot in common):
            return "Every table is taken in the slots in which both are free."
        return "It could be held only by moving more meetings than is allowed."


def _idle(slots: Iterable[int]) -> int:
    used = sorted(slots)
    return used[-1] - used[0] + 1 - len(used) if used else 0


def _breaks(slots: Iterable[int]) -> int:
    used = sorted(slots)
    return sum(later - earlier > 1 for earlier, later in pairwise(used))
