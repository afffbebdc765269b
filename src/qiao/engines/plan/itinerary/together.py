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


@dataclass
class _Trial:
    """What the search holds while it puts the stops of all parties into order of beginning."""

    left: list[set[int]]
    order: list[list[int]]
    floors: dict[int, int] = field(default_factory=dict)
    used: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    tried: int = 0


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
    trial = _Trial(left=[set(own) for own in rows], order=[[] for _ in rows])
    if not _place_next(problem, day, columns, needs, scarce, trial):
        return None
    ends = [(column.morning, column.night) for column in columns]
    hours = [
        hours_of(day, problem.lunch, *ends[party], order, not_before=trial.floors)
        for party, order in enumerate(trial.order)
    ]
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


def _place_next(
    problem: Problem,
    day: Day,
    columns: Sequence[Column],
    needs: Mapping[int, tuple[str, ...]],
    scarce: Mapping[str, int],
    trial: _Trial,
) -> bool:
    """Give some party its next stop, so that scarce things are taken in the order of this search."""
    if not any(trial.left):
        return True
    for party, left in enumerate(trial.left):
        for stop in sorted(left):
            trial.tried += 1
            if trial.tried > PATIENCE:
                return False
            if _try(problem, day, columns, needs, scarce, trial, party, stop):
                return True
    return False


def _try(
    problem: Problem,
    day: Day,
    columns: Sequence[Column],
    needs: Mapping[int, tuple[str, ...]],
    scarce: Mapping[str, int],
    trial: _Trial,
    party: int,
    stop: int,
) -> bool:
    floor = max((_free_from(trial.used.get(need, []), scarce[need]) for need in needs[stop]), default=0)
    if floor:
        trial.floors[stop] = floor
    trial.order[party].append(stop)
    trial.left[party].remove(stop)
    column = columns[party]
    night = column.night
    hours = hours_of(day, problem.lunch, column.morning, night, trial.order[party], not_before=trial.floors)
    if hours is not None:
        for need in needs[stop]:
            trial.used.setdefault(need, []).append((hours[-1].begins, hours[-1].ends))
        if _place_next(problem, day, columns, needs, scarce, trial):
            return True
        for need in needs[stop]:
            trial.used[need].pop()
    trial.left[party].add(stop)
    trial.order[party].pop()
    trial.floors.pop(stop, None)
    return False


def _free_from(used: Sequence[tuple[int, int]], count: int) -> int:
    """From when on one of `count` things is free, each use following those before it in order."""
    ends = sorted(end for _begin, end in used)
    return ends[-count] if len(ends) >= count else 0
