"""The compiled parts made ready: at install for good, in a program before its clock starts."""

from __future__ import annotations

from qiao.engines.plan.timetable.problem import Person, Problem, Request


def warm() -> None:
    """Search a timetable of three people, so that all compiled code is loaded."""
    from qiao.engines.plan.timetable.greedy import greedy
    from qiao.engines.plan.timetable.grid import grid_of
    from qiao.engines.plan.timetable.search import FOR_PRIORITY, search

    people = tuple(Person(name) for name in "abc")
    wishes = (Request("1", "a", "b"), Request("2", "b", "c", before=frozenset({"1"})), Request("3", "a", "c"))
    grid = grid_of(Problem(2, 1, people, wishes))
    search(grid, greedy(grid), FOR_PRIORITY, seconds=0.001, seed=0)
