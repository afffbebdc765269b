"""Hours for all parties of one day at once, when what they need is scarce."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qiao.engines.plan.itinerary.column import Column
from qiao.engines.plan.itinerary.grid import Day
from qiao.engines.plan.itinerary.problem import Host, Problem
from qiao.engines.plan.itinerary.schedule import Hours, hours_of

PATIENCE = 20_000  # orders tried before a day is taken as impossible


@dataclass(frozen=True)
class Party:
    """One party's day: the stops in order, by their number on the day, and their hours."""

    stops: tuple[int, ...]
    hours: tuple[Hours, ...]


def scarce_needs(problem: Problem) -> dict[str, int]:
    """What fewer parties can have at once than there are."""
    return {name: count for name, count in problem.resources.items() if 0 < count < problem.parties}


def together(problem: Problem, day: Day, columns: Sequence[Column]) -> list[Party] | None:
    """Orders and hours of all parties in which no scarce thing is used by too many at once; None when none is found.

    The hours are those of the columns' own orders where nothing scarce is shared.
    """
    place = {int(stop): row for row, stop in enumerate(day.stops)}
    rows = [[place[stop] for stop in column.stops] for column in columns]
    scarce = scarce_needs(problem)
    needs = {row: _needs(problem, int(day.stops[row]), scarce) for own in rows for row in own}
    sharing = [any(needs[row] for row in own) for own in rows]
    if sum(sharing) < 2:
        return _alone(problem, day, columns, rows)
    trial = _Trial(problem, day, columns, needs, scarce, left=[set(own) for own in rows], order=[[] for _ in rows])
    if not trial.place_next():
        return None
    hours = [trial.hours(party) for party in range(len(columns))]
    return [Party(tuple(order), tuple(found or ())) for order, found in zip(trial.order, hours, strict=True)]


def _alone(problem: Problem, day: Day, columns: Sequence[Column], rows: Sequence[Sequence[int]]) -> list[Party] | None:
    parties = []
    for column, own in zip(columns, rows, strict=True):
        hours = hours_of(day, problem.lunch, column.morning, column.night, own)
        if hours is None:
            return None
        parties.append(Party(tuple(own), tuple(hours)))
    return parties


def _needs(problem: Problem, stop: int, scarce: Mapping[str, int]) -> tuple[str, ...]:
    wanted = problem.appointments[stop]
    return tuple(need for need in wanted.needs if need in scarce) if isinstance(wanted, Host) else ()


@dataclass
class _Trial:
    """The search that puts the stops of all parties into order of beginning; scarce things are taken in that order."""

    problem: Problem
    day: Day
    columns: Sequence[Column]
    needs: Mapping[int, tuple[str, ...]]
    scarce: Mapping[str, int]
    left: list[set[int]]
    order: list[list[int]]
    floors: dict[int, int] = field(default_factory=dict)
    used: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    tried: int = 0

    def place_next(self) -> bool:
        """Give some party its next stop. Returns whether all found a place."""
        if not any(self.left):
            return True
        for party, left in enumerate(self.left):
            for stop in sorted(left):
                self.tried += 1
                if self.tried > PATIENCE:
                    return False
                if self._try(party, stop):
                    return True
        return False

    def hours(self, party: int) -> list[Hours] | None:
        """The hours of a party's stops so far."""
        column = self.columns[party]
        ends = column.morning, column.night
        return hours_of(self.day, self.problem.lunch, *ends, self.order[party], not_before=self.floors)

    def _try(self, party: int, stop: int) -> bool:
        needs = self.needs[stop]
        floor = max((_free_from(self.used.get(need, []), self.scarce[need]) for need in needs), default=0)
        if floor:
            self.floors[stop] = floor
        self.order[party].append(stop)
        self.left[party].remove(stop)
        hours = self.hours(party)
        if hours is not None:
            for need in needs:
                self.used.setdefault(need, []).append((hours[-1].begins, hours[-1].ends))
            if self.place_next():
                return True
            for need in needs:
                self.used[need].pop()
        self.left[party].add(stop)
        self.order[party].pop()
        self.floors.pop(stop, None)
        return False


def _free_from(used: Sequence[tuple[int, int]], count: int) -> int:
    """From when on one of `count` things is free, each use following those before it in order."""
    ends = sorted(end for _begin, end in used)
    return ends[-count] if len(ends) >= count else 0
