"""Timetables measured: published events to a proof, made events against their bound, greedy beside."""

from __future__ import annotations

from pathlib import Path

from benchmarks.plan.timetables import event
from qiao.engines.plan.timetable.check import broken_rules
from qiao.engines.plan.timetable.dzn import problem_from_dzn
from qiao.engines.plan.timetable.greedy import greedy
from qiao.engines.plan.timetable.grid import grid_of
from qiao.engines.plan.timetable.io import problem_from_json
from qiao.engines.plan.timetable.result import Status
from qiao.engines.plan.timetable.search import by_priority
from qiao.engines.plan.timetable.solve import timetable
from qiao.engines.plan.timetable.warm import warm

SIZES = ((200, 2_000, 20, 60), (1_000, 10_000, 40, 200))


def published(folder: Path, seconds: float) -> str:
    """One line for each event of a folder in the .dzn format, and how many are proven."""
    warm()
    import pysat.solvers  # type: ignore[import-untyped]  # noqa: F401  # loading is not measured

    lines, proven = [], 0
    for file in sorted(folder.glob("*.dzn")):
        problem = problem_from_dzn(file.read_text(encoding="utf-8"))
        found = timetable(problem, seconds=seconds)
        assert next(broken_rules(problem, found), None) is None
        proven += found.status != Status.FEASIBLE
        lines.append(f"{file.stem}: {found.status}, {found.breaks} breaks, {found.cpu_seconds:.2f} CPU s")
    return "\n".join([*lines, f"{proven} of {len(lines)} proven within {seconds:g} CPU s each"])


def made(seed: int, seconds: float) -> str:
    """Made events: priority below the bound, idle slots, and the same of greedy."""
    warm()
    return "\n".join(_made(size, seed, seconds) for size in SIZES)


def _made(size: tuple[int, int, int, int], seed: int, seconds: float) -> str:
    problem = problem_from_json(event(*size, seed))
    grid = grid_of(problem)
    first = by_priority(grid, greedy(grid))
    found = timetable(problem, seconds=seconds)
    assert next(broken_rules(problem, found), None) is None
    return (
        f"{size}, seed {seed}, {found.cpu_seconds:.1f} CPU s: {found.held} held, priority {found.priority} of at most "
        f"{found.bound} ({100 * (1 - found.priority / found.bound):.2f} % below), {found.idle_slots} idle slots; "
        f"greedy {first[0]} and {-first[1]}"
    )
