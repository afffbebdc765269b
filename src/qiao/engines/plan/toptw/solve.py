"""Tours found by ruin and recreate, within seconds of processor time."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np

from qiao.engines.plan.toptw.problem import Problem, prize_of
from qiao.engines.plan.toptw.search import improve, seed_with

WARM, COLD = 0.06, 0.002  # temper at the start and the end, as a share of the mean prize of a tour's customers
STEPS = 200
ROUNDS = 2


@dataclass(frozen=True)
class Tours:
    """Customers in order for each tour, and their prize."""

    prize: int
    tours: list[list[int]]
    cpu_seconds: float


def solve(problem: Problem, *, seconds: float, seed: int = 0) -> Tours:
    """The best tours found.

    seconds   of processor time, > 0.    seed   of the random numbers; the answer hangs on the time as well.
    """
    began = time.process_time()
    size = len(problem.prize)
    found = Tours(0, [[] for _ in range(problem.tours)], 0.0)
    if size > 1:
        seed_with(seed)
        state = _State(problem)
        for lap in range(ROUNDS):
            first, last = seconds * lap / ROUNDS, seconds * (lap + 1) / ROUNDS
            state.run(began, first, last)
            state.restart()
        tours = state.best()
        found = Tours(prize_of(problem, tours), tours, 0.0)
    return Tours(found.prize, found.tours, time.process_time() - began)


def warm() -> None:
    """Load the compiled code."""
    apart = np.array([[0, 1, 1], [1, 0, 1], [1, 1, 0]], np.int64)
    flat = np.zeros(3, np.int64)
    problem = Problem(apart, flat, np.array([0, 1, 1], np.int64), flat, np.full(3, 9, np.int64), 1)
    solve(problem, seconds=0.001)


class _State:
    """The present tours and the best, in arrays: each tour begins and ends with the depot."""

    def __init__(self, problem: Problem) -> None:
        size = len(problem.prize)
        self._problem = problem
        self._tours = np.zeros((problem.tours, size + 2), np.int64)
        self._lengths = np.zeros(problem.tours, np.int64)
        self._where = np.full(size, -1, np.int64)
        self._best_tours, self._best_lengths = self._tours.copy(), self._lengths.copy()
        middle = (problem.opens + problem.latest) / 2
        apart = problem.travel + 0.2 * np.abs(middle[:, None] - middle[None, :])
        self._near = np.argsort(apart, axis=1, kind="stable")
        self._near = np.ascontiguousarray(self._near)
        self._prizes = np.array([0.0, float(problem.opens[0]) * problem.tours, 0.0])
        self._scale = float(problem.prize.mean()) * 10.0

    def run(self, began: float, first: float, last: float) -> None:
        problem = self._problem
        while (spent := time.process_time() - began) < last:
            share = (spent - first) / (last - first)
            temper = self._scale * WARM * (COLD / WARM) ** max(share, 0.0)
            improve(
                self._tours,
                self._lengths,
                self._where,
                self._best_tours,
                self._best_lengths,
                problem.travel,
                problem.service,
                problem.prize,
                problem.opens,
                problem.latest,
                self._near,
                self._prizes,
                temper,
                STEPS,
            )

    def restart(self) -> None:
        """Go on from the best."""
        self._tours[:], self._lengths[:] = self._best_tours, self._best_lengths
        self._where[:] = -1
        for number, tour in enumerate(self.best()):
            self._where[tour] = number
        self._prizes[0] = self._prizes[2]
        self._prizes[1] = np.inf

    def best(self) -> list[list[int]]:
        return [
            [int(customer) for customer in tour[1 : length + 1]]
            for tour, length in zip(self._best_tours, self._best_lengths, strict=True)
        ]
