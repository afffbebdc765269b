"""An orienteering problem with windows, in whole numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True)
class Problem:
    """n customers and the depot, which is number 0.

    travel    (n+1, n+1) units of time from each to each.      service, prize   (n+1,), those of the depot 0.
    opens     (n+1,) first moment at which service may begin.  latest           (n+1,) last such moment.
    tours     >= 1; each leaves the depot at its opening and is back by its latest.
    Raises    ValueError when the shapes differ or a number is negative.
    """

    travel: Ints
    service: Ints
    prize: Ints
    opens: Ints
    latest: Ints
    tours: int

    def __post_init__(self) -> None:
        size = len(self.prize)
        if self.travel.shape != (size, size) or any(
            len(part) != size for part in (self.service, self.opens, self.latest)
        ):
            raise ValueError(f"Expected travel times and windows of {size} points.")
        if self.tours < 1:
            raise ValueError(f"Expected at least one tour, found {self.tours}.")
        if size < 1 or min(self.travel.min(), self.service.min(), self.prize.min()) < 0:
            raise ValueError("Expected a depot, and times and prizes of 0 or more.")


def prize_of(problem: Problem, tours: list[list[int]]) -> int:
    """The prizes of all customers visited."""
    return int(sum(int(problem.prize[customer]) for tour in tours for customer in tour))


def broken_rule(problem: Problem, tours: list[list[int]]) -> str | None:
    """The first rule that these tours break, as a sentence; None when they keep all."""
    if len(tours) > problem.tours:
        return f"Expected at most {problem.tours} tours, found {len(tours)}."
    seen: set[int] = set()
    for tour in tours:
        now, at = int(problem.opens[0]), 0
        for customer in tour:
            if not 1 <= customer < len(problem.prize):
                return f"{customer} is no customer."
            if customer in seen:
                return f"Customer {customer} is visited more than once."
            seen.add(customer)
            now = max(now + int(problem.travel[at, customer]), int(problem.opens[customer]))
            if now > problem.latest[customer]:
                return f"Customer {customer} is reached at {now}, expected by {problem.latest[customer]}."
            now, at = now + int(problem.service[customer]), customer
        if now + int(problem.travel[at, 0]) > problem.latest[0]:
            return f"A tour is back at {now + int(problem.travel[at, 0])}, expected by {problem.latest[0]}."
    return None
