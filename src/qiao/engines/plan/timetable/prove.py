"""Every meeting held with the fewest breaks, proven: a solver of logic from below, the search from above.

The two take turns in slices of CPU time on one core. Asked whether fewer breaks than the best known are possible, the
solver answers with a better timetable or with a proof that there is none; the search finds timetables that the solver
would look for long. Source of the idea that few breaks suit a solver of logic: Bofill et al. (2022), see dzn.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread
from time import process_time, sleep
from typing import Any

import numpy as np

from qiao.engines.plan.timetable.formula import formula_of
from qiao.engines.plan.timetable.greedy import greedy
from qiao.engines.plan.timetable.grid import Grid
from qiao.engines.plan.timetable.search import FOR_BREAKS, by_breaks, search
from qiao.engines.plan.timetable.state import NOWHERE, State, gaps, state_of

SOLVER = "glucose4"
_ABOVE = 1_000_000
_FOR_CLASH, _FOR_ONE = 3.0, 0.2  # seconds to name what clashes, and to leave one meeting out on trial
_FIRST_COUNTED = 12  # breaks told apart at first; the fewer, the quicker
_PAUSE = 0.005  # seconds between two looks at the clock of the solver


@dataclass(frozen=True, slots=True)
class Proof:
    """state    the best timetable, None where none was found.
    least    no timetable that holds everything has fewer breaks.
    clash    meetings that cannot all be held, None where that was not proven.
    unfair   whether they could, were breaks shared out unevenly.
    """

    state: State | None
    least: int
    clash: tuple[int, ...] | None = None
    unfair: bool = False


def prove(
    grid: Grid,
    most_apart: int | None,
    *,
    seconds: float,
    seed: int,
    progress: Callable[[int, int], None] | None = None,
) -> Proof:
    """The best timetable found within so many CPU seconds, with what is proven of it."""
    began = process_time()
    with _Logic(grid, most_apart, for_sure=True) as logic:
        return _Turns(grid, most_apart, logic, began + seconds, seed, progress).run()


class _Logic:
    """A solver of logic that is asked in slices of CPU time."""

    def __init__(self, grid: Grid, most_apart: int | None, *, for_sure: bool) -> None:
        """for_sure   whether every meeting and fair breaks are laid down, which is quicker than to assume them."""
        self.grid, self.most_apart, self.for_sure = grid, most_apart, for_sure
        self.counted = _FIRST_COUNTED
        self._build()

    def _build(self) -> None:
        from pysat.solvers import Solver  # type: ignore[import-untyped]  # it has no types

        self.formula = formula_of(self.grid, self.most_apart, self.counted)
        sure = [*self.formula.wanted, self.formula.whole, *([self.formula.fair] if self.formula.fair else [])]
        # What is sure comes first, so that later clauses are read without it.
        laid_down = [[one] for one in sure] if self.for_sure else []
        self.solver: Any = Solver(name=SOLVER, bootstrap_with=laid_down + self.formula.clauses.all)

    def fewer_than(self, breaks: int) -> list[int]:
        """What to assume for fewer breaks than this; the formula grows when it counts no further."""
        if breaks > self.counted:
            self.counted *= 4
            self.solver.delete()
            self._build()
        return self.formula.fewer_than(breaks)

    def __enter__(self) -> _Logic:
        return self

    def __exit__(self, *_: object) -> None:
        self.solver.delete()

    def ask(self, assumed: list[int], seconds: float) -> bool | None:
        """Whether all of this can be true; None when the CPU seconds did not suffice. What was learnt is kept."""
        if seconds <= 0:
            return None
        until, done = process_time() + seconds, False

        def watch() -> None:
            while not done:
                if process_time() > until:
                    self.solver.interrupt()
                    return
                sleep(_PAUSE)

        watcher = Thread(target=watch, daemon=True)
        watcher.start()
        try:
            found: bool | None = self.solver.solve_limited(assumptions=assumed, expect_interrupt=True)
        finally:
            done = True
            watcher.join()
            self.solver.clear_interrupt()
        return found

    def slots(self, wishes: int) -> Any:
        """The slots of the timetable that was found."""
        true = set(self.solver.get_model())
        slots = np.full(wishes, NOWHERE, np.int32)
        for (meeting, slot), literal in self.formula.at.items():
            if literal in true:
                slots[meeting] = slot
        return slots

    def core(self) -> list[int]:
        return list(self.solver.get_core() or [])


@dataclass(slots=True)
class _Turns:
    grid: Grid
    most_apart: int | None
    logic: _Logic
    until: float
    seed: int
    progress: Callable[[int, int], None] | None
    best: State | None = None
    most: int = _ABOVE
    least: int = 0

    def run(self) -> Proof:
        """The solver climbs from no breaks; the search comes from above. Each turn is longer than the last."""
        turn = 1.0
        while self.least < self.most and self._left() > 0:
            if self._from_below(min(2.8 * turn, self._left())):
                return self._impossible()
            if self.least < self.most:
                self._from_above(min(0.7 * turn, self._left()))
            turn *= 1.5
        return Proof(self.best, min(self.least, self.most))

    def _left(self) -> float:
        return self.until - process_time()

    def _from_below(self, seconds: float) -> bool:
        """Refute ever more breaks; whether none but the impossible is left."""
        until = process_time() + seconds
        while self.least < self.most and (left := until - process_time()) > 0:
            fewer = self.logic.fewer_than(self.least + 1)
            found = self.logic.ask(fewer, left)
            if found is None:
                return False
            if found:
                self._take(state_of(self.grid, self.logic.slots(self.grid.wishes)))
                continue
            if self.best is None and not set(fewer) & set(self.logic.core()):
                return True
            self.least += 1
            self._tell()
        return False

    def _from_above(self, seconds: float) -> None:
        """Search from the beginning with another seed; what is best is kept."""
        if seconds <= 0:
            return
        self.seed += 1
        enough = (self.grid.wishes, -self.least)
        found = search(
            self.grid,
            greedy(self.grid),
            FOR_BREAKS,
            seconds=seconds,
            seed=self.seed,
            score=by_breaks,
            is_enough=lambda score: score >= enough,
        )
        if self._is_whole(found):
            self._take(found)

    def _is_whole(self, state: State) -> bool:
        breaks = gaps(state)[0]
        apart = int(breaks.max() - breaks.min()) if breaks.size else 0
        return bool(np.all(state.slots != NOWHERE)) and (self.most_apart is None or apart <= self.most_apart)

    def _take(self, state: State) -> None:
        breaks = int(gaps(state)[0].sum())
        if breaks < self.most:
            self.best, self.most = state, breaks
            self._tell()

    def _tell(self) -> None:
        if self.progress is not None:
            self.progress(self.most, self.least)

    def _impossible(self) -> Proof:
        """A proof was found, so that another, over the meetings one by one, is worth some seconds more."""
        with _Logic(self.grid, self.most_apart, for_sure=False) as logic:
            return Proof(None, 0, *_clash(logic))


def _clash(logic: _Logic) -> tuple[tuple[int, ...], bool]:
    """Few meetings that cannot all be held, those of a proof, each left out on trial; whether only fairness forbids."""
    formula = logic.formula
    unfair = formula.fair is not None and logic.ask([formula.whole], _FOR_CLASH) is True
    rest = [formula.fair] if unfair and formula.fair is not None else []
    if logic.ask([*formula.wanted, *rest], _FOR_CLASH) is not False:
        return (), unfair
    core = logic.core()
    until = process_time() + _FOR_CLASH
    for one in list(core):
        if one not in core or one == formula.fair or process_time() >= until:
            continue
        if logic.ask([other for other in core if other != one], _FOR_ONE) is False:
            core = logic.core()
    number = {literal: meeting for meeting, literal in enumerate(formula.wanted)}
    return tuple(sorted(number[one] for one in core if one in number)), unfair
