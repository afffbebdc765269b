"""Why a request is not met, and why no timetable holds them all."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from qiao.engines.plan.timetable.grid import Grid
from qiao.engines.plan.timetable.problem import Problem
from qiao.engines.plan.timetable.state import NOWHERE, State

_NAMED = 12


def because(problem: Problem, grid: Grid, state: State, meeting: int) -> str:
    """One sentence for a request that is not met."""
    request = problem.requests[meeting]
    open_to_both = grid.allowed[meeting]
    if not open_to_both.any():
        return _never(problem, grid, meeting)
    one, other = grid.pairs[meeting]
    free = [open_to_both & (state.occupied[person] == NOWHERE) for person in (one, other)]
    for person, slots in zip((request.a, request.b), free, strict=True):
        if not slots.any():
            return f"{person} has other meetings in every slot open to both."
    common = free[0] & free[1]
    if not common.any():
        return f"{request.a} and {request.b} are free in no common slot beside their other meetings."
    if (state.taken[common] >= grid.tables).all():
        return "Every table is taken in the slots in which both are free."
    return "A meeting that must come before it, or after, leaves it no slot."


def _never(problem: Problem, grid: Grid, meeting: int) -> str:
    request = problem.requests[meeting]
    if not grid.tables:
        return "There is no table."
    if request.fixed_slot is not None:
        return f"It is fixed in slot {request.fixed_slot}, which is not open to both."
    return f"{request.a} and {request.b} have no slot in common."


def clash_of(problem: Problem, meetings: Sequence[int], *, is_unfair: bool) -> tuple[str, ...]:
    """What the meetings that cannot all be held have against each other."""
    named = [_told(problem, one) for one in meetings[:_NAMED]]
    if len(meetings) > _NAMED:
        named.append(f"{len(meetings) - _NAMED} more")
    if is_unfair:
        return (f"Every meeting can be held, but not with breaks that differ by at most {problem.most_apart}.", *named)
    if not named:
        return ("The meetings cannot all be held.",)
    if len(meetings) == 1:
        return (f"There is no slot for {named[0]}.",)
    return (f"These {len(meetings)} meetings cannot all be held: {'; '.join(named)}.",)


def plain_clash(problem: Problem, grid: Grid) -> tuple[str, ...]:
    """What a glance shows: a meeting without a slot, a person with too many meetings, too few tables."""
    said = [
        f"There is no slot for {_told(problem, int(one))}."
        for one in np.flatnonzero(~grid.allowed.any(axis=1))[:_NAMED]
    ]
    asked, open_ = np.diff(grid.first), grid.present.sum(axis=1)
    said += [
        f"{problem.people[one].id} has {asked[one]} meetings and {open_[one]} slots."
        for one in np.flatnonzero(asked > open_)[:_NAMED]
    ]
    if grid.wishes > grid.tables * grid.slots:
        said.append(f"There are {grid.wishes} meetings and {grid.tables * grid.slots} tables in all slots together.")
    return tuple(said)


def _told(problem: Problem, meeting: int) -> str:
    request = problem.requests[meeting]
    return f"{request.id} ({request.a} with {request.b})"
