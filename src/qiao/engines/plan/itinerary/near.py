"""The days that good plans are made of."""

from __future__ import annotations

from qiao.engines.plan.itinerary.column import Column
from qiao.engines.plan.itinerary.grid import days_of
from qiao.engines.plan.itinerary.pool import Pool
from qiao.engines.plan.itinerary.problem import Problem
from qiao.engines.plan.itinerary.worth import prizes

NEAR = (0.03, 0.015)  # of the best prize: days that a plan this much below it may hold
ROOM = 25_000  # such days at most


def near_columns(problem: Problem, prize: int, *, until: float, seed: int = 0) -> list[Column]:
    """Days of plans up to 3 % below `prize`, or fewer where there are too many or time runs out; idle ones too.

    until   a reading of `cpu_seconds`.
    """
    days = days_of(problem)
    pool = Pool(problem, days, prizes(problem, days), until=until, seed=seed)
    pool.warm(4)
    return [*dict.fromkeys([*pool.columns, *(_within(pool, prize) if pool.converge() else [])])]


def _within(pool: Pool, prize: int) -> list[Column]:
    for share in NEAR:
        columns = pool.within(share * prize, ROOM)
        if columns is not None:
            return columns
    return []
