"""The front door: an event in, a timetable with its bound out."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

from qiao.engines.plan.timetable.bound import most_priority
from qiao.engines.plan.timetable.exact import is_small, solve_exactly
from qiao.engines.plan.timetable.explain import clash_of, plain_clash
from qiao.engines.plan.timetable.greedy import greedy
from qiao.engines.plan.timetable.grid import Grid, grid_of
from qiao.engines.plan.timetable.problem import Aim, Problem
from qiao.engines.plan.timetable.prove import prove
from qiao.engines.plan.timetable.result import Status, Timetable
from qiao.engines.plan.timetable.search import FOR_PRIORITY, Score, by_priority, search
from qiao.engines.plan.timetable.state import gaps
from qiao.engines.plan.timetable.write import written

Progress = Callable[[float, float], None]
_BEFORE_PROOF = 0.3  # of the seconds, for a good timetable before a proof is tried


def timetable(problem: Problem, *, seconds: float, seed: int = 0, progress: Progress | None = None) -> Timetable:
    """Who meets whom, in which slot.

    problem    an event; its aim says what is best.
    seconds    of CPU time, > 0, of this process; a proof ends the search earlier.
    seed       names the search; with a budget in seconds a second run may end elsewhere.
    progress   called with the prize, here priority, and the bound whenever one of them gets better; where every
               meeting is to be held, with breaks and the fewest breaks possible, as numbers of 0 or less.
    Returns    a Timetable; `optimal` when both aims are proven: the most priority and, of that, the fewest idle slots,
               or every meeting and the fewest breaks.
    """
    began = process_time()
    grid = grid_of(problem)
    solve = _hold_all if problem.aim == Aim.EVERY_MEETING else _most_priority
    return solve(problem, grid, began, seconds, seed, progress)


def _most_priority(
    problem: Problem, grid: Grid, began: float, seconds: float, seed: int, progress: Progress | None
) -> Timetable:
    bound = most_priority(grid)
    state = greedy(grid)
    # Requests in order are weighed by the search alone: the exact model knows no order.
    small = is_small(grid) and not grid.order[1].size
    left = max(0.01, (seconds - (process_time() - began)) * (_BEFORE_PROOF if small else 1))

    def tell(priority: int) -> None:
        if progress is not None:
            progress(priority, bound)

    def is_best(score: Score) -> bool:
        return score[0] >= bound and score[1] == 0

    state = search(grid, state, FOR_PRIORITY, seconds=left, seed=seed, is_enough=is_best, progress=tell)
    proven = is_best(by_priority(grid, state))
    if small and not proven:
        best = solve_exactly(grid, seconds=max(0.01, seconds - (process_time() - began)))
        state, proven = (state, False) if best is None else (best, True)
    return written(problem, grid, state, bound=bound, proven=proven, cpu_seconds=process_time() - began)


def _hold_all(
    problem: Problem, grid: Grid, began: float, seconds: float, seed: int, progress: Progress | None
) -> Timetable:
    clash = plain_clash(problem, grid)
    if clash:
        return _impossible(clash, process_time() - began)

    def tell(most: int, least: int) -> None:
        if progress is not None:
            progress(-float(most), -float(least))

    left = max(0.01, seconds - (process_time() - began))
    proof = prove(grid, problem.most_apart, seconds=left, seed=seed, progress=tell)
    spent = process_time() - began
    if proof.clash is not None:
        return _impossible(clash_of(problem, proof.clash, is_unfair=proof.unfair), spent)
    if proof.state is None:
        return _nothing_whole(problem, grid, spent, seconds, seed)
    breaks = int(gaps(proof.state)[0].sum())
    bound = int(grid.priority.sum())
    return written(problem, grid, proof.state, bound=bound, proven=breaks == proof.least, cpu_seconds=spent)


def _nothing_whole(problem: Problem, grid: Grid, spent: float, seconds: float, seed: int) -> Timetable:
    """No timetable of every meeting was found in time: the greatest part of one."""
    state = search(grid, greedy(grid), FOR_PRIORITY, seconds=max(0.1, 0.1 * seconds), seed=seed)
    bound = int(grid.priority.sum())
    return written(problem, grid, state, bound=bound, proven=False, cpu_seconds=spent)


def _impossible(clash: tuple[str, ...], spent: float) -> Timetable:
    return Timetable(Status.INFEASIBLE, 0, 0, 0, 0, 0, clash=clash, cpu_seconds=spent)
