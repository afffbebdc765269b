"""An event at which every meeting is to be held, as a formula: where it can be true, there is a timetable."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from qiao.engines.plan.timetable.clauses import Clauses
from qiao.engines.plan.timetable.grid import Grid

TIGHT = 0.8  # of all tables in all slots


@dataclass(frozen=True, slots=True)
class Formula:
    """at      literal of each meeting and slot that is allowed.
    wanted     literal of each meeting that, assumed, asks for it to be held.
    whole      literal that, assumed, asks for every meeting, and may be counted on.
    fair       literal that, assumed, asks that breaks differ by no more than allowed; None where nothing is asked.
    breaks     literals "at least 1", "at least 2", … breaks over all people.
    """

    clauses: Clauses
    at: dict[tuple[int, int], int]
    wanted: list[int]
    whole: int
    fair: int | None
    breaks: list[int]

    def fewer_than(self, breaks: int) -> list[int]:
        """What to assume for fewer breaks than this."""
        return [-self.breaks[breaks - 1]] if breaks <= len(self.breaks) else []


def formula_of(grid: Grid, most_apart: int | None, most_breaks: int) -> Formula:
    """The formula of an event, in which so many breaks over all people can be told apart.

    The order in which literals and clauses are made matters: a solver begins with the first.
    """
    clauses = Clauses()
    whole = clauses.fresh()
    at = dict[tuple[int, int], int]()
    wanted = [_wanted(clauses, grid, at, meeting, whole) for meeting in range(grid.wishes)]
    _tables(clauses, grid, at)
    _order(clauses, grid, at)
    asked, busy, days = np.diff(grid.first), list[list[int | None]](), list[list[int]]()
    for person in range(grid.people):
        busy.append(_busy(clauses, grid, at, person, whole))
        days.append(_breaks(clauses, busy[person]) if asked[person] > 1 else [])
    if _is_tight(grid):
        _crowds(clauses, grid, busy)
    fair = _fair(clauses, days, most_apart) if most_apart is not None else None
    breaks = clauses.counted([one for day in days for one in day], most_breaks)
    return Formula(clauses, at, wanted, whole, fair, breaks)


def _wanted(clauses: Clauses, grid: Grid, at: dict[tuple[int, int], int], meeting: int, whole: int) -> int:
    wanted = clauses.fresh()
    clauses.add(-whole, wanted)
    slots = [clauses.fresh() for _ in np.flatnonzero(grid.allowed[meeting])]
    at.update(
        ((meeting, int(slot)), one) for slot, one in zip(np.flatnonzero(grid.allowed[meeting]), slots, strict=True)
    )
    clauses.at_most_one(slots)
    clauses.add(-wanted, *slots)
    return wanted


def _tables(clauses: Clauses, grid: Grid, at: dict[tuple[int, int], int]) -> None:
    for slot in range(grid.slots):
        held = [at[meeting, slot] for meeting in range(grid.wishes) if (meeting, slot) in at]
        if len(held) > grid.tables:
            clauses.add(-clauses.counted(held, grid.tables)[grid.tables])


def _order(clauses: Clauses, grid: Grid, at: dict[tuple[int, int], int]) -> None:
    """Of two meetings in order, a slot of the later one asks for an earlier slot of the earlier one."""
    first, before = grid.order[0], grid.order[1]
    for later in range(grid.wishes):
        for earlier in before[first[later] : first[later + 1]].tolist():
            for slot in range(grid.slots):
                if (later, slot) in at:
                    clauses.add(-at[later, slot], *(at[earlier, one] for one in range(slot) if (earlier, one) in at))
                if (earlier, slot) in at:
                    behind = range(slot + 1, grid.slots)
                    clauses.add(-at[earlier, slot], *(at[later, one] for one in behind if (later, one) in at))


def _busy(clauses: Clauses, grid: Grid, at: dict[tuple[int, int], int], person: int, whole: int) -> list[int | None]:
    """No two meetings at once; the literals of being busy in each slot, None where that is impossible."""
    own = grid.requests[grid.first[person] : grid.first[person + 1]].tolist()
    busy: list[int | None] = []
    for slot in range(grid.slots):
        held = [at[meeting, slot] for meeting in own if (meeting, slot) in at]
        clauses.at_most_one(held)
        busy.append(clauses.any_of(held) if held else None)
    count = clauses.counted([one for one in busy if one is not None], len(own))
    if own:
        clauses.add(-whole, *count[len(own) - 1 : len(own)])
    return busy


def _is_tight(grid: Grid) -> bool:
    """Whether the tables are nearly full; where they are not, counting people costs more than it proves."""
    return grid.wishes > TIGHT * grid.tables * grid.slots


def _crowds(clauses: Clauses, grid: Grid, busy: list[list[int | None]]) -> None:
    """Two people sit at a table. The tables say so too, but a proof by breaks needs it said of people."""
    for slot in range(grid.slots):
        here = [one for day in busy if (one := day[slot]) is not None]
        if len(here) > 2 * grid.tables:
            clauses.add(-clauses.counted(here, 2 * grid.tables)[2 * grid.tables])


def _breaks(clauses: Clauses, busy: list[int | None]) -> list[int]:
    """Literals of a break that ends in a slot."""
    out, begun = list[int](), list[int | None]()
    for slot, here in enumerate(busy):
        earlier = begun[slot - 1] if slot else None
        if slot > 1 and here is not None and (long_ago := begun[slot - 2]) is not None:
            out.append(_ends(clauses, here, busy[slot - 1], long_ago))
        parts = [one for one in (here, earlier) if one is not None]
        begun.append(clauses.any_of(parts) if parts else None)
    return out


def _ends(clauses: Clauses, here: int, just_before: int | None, long_ago: int) -> int:
    """A literal: busy here, not just before, and some time before that."""
    gap = clauses.fresh()
    pause = [] if just_before is None else [just_before]
    clauses.add(gap, -here, -long_ago, *pause)
    for one in (here, long_ago, *(-one for one in pause)):
        clauses.add(-gap, one)
    return gap


def _fair(clauses: Clauses, days: list[list[int]], most_apart: int) -> int:
    """Whoever has at least k + most_apart + 1 breaks asks that everyone has at least k + 1."""
    fair = clauses.fresh()
    if not all(days):
        # Somebody can have no break, so that nobody may have more than `most_apart`: said shorter.
        for day in days:
            for one in clauses.counted(day, most_apart)[most_apart:]:
                clauses.add(-fair, -one)
        return fair
    counts = [clauses.counted(day, len(day)) for day in days]
    for least in range(max((len(one) for one in counts), default=0) - most_apart):
        above = clauses.fresh()
        for count in counts:
            if least + most_apart < len(count):
                clauses.add(-fair, -count[least + most_apart], above)
            clauses.add(-fair, -above, *count[least : least + 1])
    return fair
