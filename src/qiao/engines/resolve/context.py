"""What a candidate's rivals say: a name that fits two records equally well proves neither."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from qiao.engines.resolve.columns import Ints

CONTEXT = ("score", "ahead_of_best_rival", "rank", "weight_of_rivals", "near_rivals")
"""The columns that `with_rivals` puts before the features."""


_NO_RIVAL = -5.0
"""Raw scores below this are no rivals: without a floor, being alone in a small registry would speak for a candidate."""


def with_rivals(scores: NDArray[np.float64], features: NDArray[np.float32], starts: Ints) -> NDArray[np.float32]:
    """Features with what a candidate's rivals within its group score: (N, len(CONTEXT) + F).

    scores    raw scores in log odds.        starts    where each group of candidates begins; none is empty.
    """
    sizes = np.diff(np.append(starts, len(scores)))
    group = np.repeat(np.arange(len(starts)), sizes)
    order = np.lexsort((-scores, group))
    rank = np.empty(len(scores))
    rank[order] = np.arange(len(scores)) - starts[group]
    best = scores[order][starts]
    second_at = np.minimum(starts + 1, len(scores) - 1)
    second = np.where(sizes > 1, scores[order][second_at], _NO_RIVAL)
    ahead = scores - np.maximum(np.where(rank == 0, second[group], best[group]), _NO_RIVAL)
    chances = 1 / (1 + np.exp(-scores))
    rivals = np.bincount(group, weights=chances, minlength=len(starts))[group] - chances
    near = _near(scores[order], group, best)
    context = np.column_stack([scores, np.clip(ahead, -25, 25), np.minimum(rank, 20), rivals, near[group]])
    return np.hstack([context.astype(np.float32), features])


def _near(ordered: NDArray[np.float64], group: Ints, best: NDArray[np.float64]) -> NDArray[np.float64]:
    """How many of each group are within 1.5 nats of its best."""
    close = ordered >= best[group] - 1.5
    near: NDArray[np.float64] = np.bincount(group, weights=close, minlength=len(best)).astype(np.float64)
    return near
