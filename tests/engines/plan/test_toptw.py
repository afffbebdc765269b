"""Tours keep their windows, and are the best there are where everything can be tried."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from qiao.engines.plan.toptw.io import Malformed, problem_from_text
from qiao.engines.plan.toptw.problem import Problem, broken_rule, prize_of
from qiao.engines.plan.toptw.solve import solve, warm


@pytest.fixture(autouse=True, scope="module")
def _compiled() -> None:
    """The seconds of a search are not to be spent on compiling it."""
    warm()


def text_of(seed: int, customers: int) -> str:
    rng = np.random.default_rng(seed)
    lines = ["1 1 1 1", "0 0", "0 50 50 0 0 0 0 0 200"]
    for number in range(1, customers + 1):
        x, y = rng.integers(0, 100, 2)
        opens = int(rng.integers(0, 120))
        lines.append(f"{number} {x} {y} 10 {rng.integers(1, 50)} 1 1 1 {opens} {opens + int(rng.integers(10, 80))}")
    return "\n".join(lines)


def best_of_all(problem: Problem) -> int:
    customers = range(1, len(problem.prize))
    best = 0
    for size in range(len(problem.prize)):
        for order in permutations(customers, size):
            if broken_rule(problem, [list(order)]) is None:
                best = max(best, prize_of(problem, [list(order)]))
    return best


@pytest.mark.parametrize("seed", range(4))
def test_one_tour_is_as_good_as_trying_everything(seed: int) -> None:
    problem = problem_from_text(text_of(seed, 6), tours=1, decimals=1)
    found = solve(problem, seconds=0.2, seed=seed)
    assert broken_rule(problem, found.tours) is None
    assert (found.prize, found.prize) == (best_of_all(problem), prize_of(problem, found.tours))


@pytest.mark.parametrize("seed", range(4))
def test_tours_keep_every_rule(seed: int) -> None:
    problem = problem_from_text(text_of(seed, 60), tours=3, decimals=2)
    found = solve(problem, seconds=0.2, seed=seed)
    assert broken_rule(problem, found.tours) is None


@pytest.mark.parametrize("text", ["", "1\n2\n3", "a\nb\n0 0 0 0 0 0 0 0 x", "1\n1\n0 0 0 0 0 0 nan 0 1"])
def test_text_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        problem_from_text(text, tours=1, decimals=1)
