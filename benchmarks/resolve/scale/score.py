"""Pairs of rows put together against pairs that belong together."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class PairScore:
    """precision, recall, f1 of the pairs within clusters; recall_at the precision named, over falling row scores."""

    precision: float
    recall: float
    f1: float
    recall_at_98: float
    largest: int

    def as_dict(self) -> dict[str, float]:
        return {name: round(value, 4) for name, value in asdict(self).items()}


def pair_score(
    cluster: Numbers, score: NDArray[np.float64], truth: Numbers, counted: NDArray[np.bool_] | None = None
) -> PairScore:
    """Score clusters of rows; a pair's score is the weaker of its two rows'.

    counted   (rows,) where given, only pairs with such a row count; an organisation's rows are counted all or none.
    """
    left, right = _pairs_within(cluster)
    if counted is not None:
        told = counted[left] | counted[right]
        left, right = left[told], right[told]
    correct = truth[left] == truth[right]
    all_true = _pairs(truth if counted is None else truth[counted])
    precision = float(correct.mean()) if len(correct) else 1.0
    recall = float(correct.sum()) / max(all_true, 1)
    order = np.argsort(-np.minimum(score[left], score[right]), kind="stable")
    hits = np.cumsum(correct[order])
    good = np.flatnonzero(hits >= 0.98 * np.arange(1, len(hits) + 1))
    at = float(hits[good[-1]]) / max(all_true, 1) if len(good) else 0.0
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    largest = int(np.bincount(cluster).max()) if len(cluster) else 0
    return PairScore(precision, recall, f1, at, largest)


def _pairs(numbers: Numbers) -> int:
    counts = np.bincount(numbers)
    return int((counts * (counts - 1) // 2).sum())


def _pairs_within(cluster: Numbers) -> tuple[Numbers, Numbers]:
    order = np.argsort(cluster, kind="stable")
    sizes = np.bincount(cluster)
    starts = np.cumsum(sizes) - sizes
    left, right = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for size in np.unique(sizes[sizes > 1]).tolist():
        members = order[starts[sizes == size][:, None] + np.arange(size)]
        one, other = np.triu_indices(size, 1)
        left.append(members[:, one].ravel())
        right.append(members[:, other].ravel())
    return np.concatenate(left), np.concatenate(right)
