"""All systems on one table of rows, each with connected components over a sweep of thresholds; ours as shipped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import process_time
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from benchmarks.resolve.peers import fellegi, fuzzy, ours

Ints = NDArray[np.int64]
WANTED = 0.98
LEAST_RATIO = 80.0


def measure(
    rows: list[dict[str, Any]], owners: Sequence[str], systems: Sequence[str]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """For each system: precision and recall of pairs in one cluster, and the best recall at the wanted precision."""
    truth = np.unique(np.array(owners), return_inverse=True)[1].astype(np.int64)
    for system in systems:
        started = process_time()
        if system == ours.SYSTEM:
            clusters, _, seconds = ours.dedupe(rows)
            shipped = _scored(np.array(clusters), truth)
            reached = shipped["recall"] if shipped["precision"] >= WANTED else 0.0
            yield system, {"n": len(rows), **shipped, "recall_at_p98": reached, "rate": round(len(rows) / seconds)}
            continue
        left, right, score = _pairs(rows, system)
        yield (
            system,
            {
                "n": len(rows),
                **_swept(left, right, score, truth),
                "rate": round(len(rows) / (process_time() - started)),
            },
        )


def _pairs(rows: list[dict[str, Any]], system: str) -> tuple[Ints, Ints, NDArray[np.float64]]:
    if system.startswith("rapidfuzz"):
        return fuzzy.pairs(rows, least=LEAST_RATIO)
    found = fellegi.pairs(rows, "plain" if "plain" in system else "our folding")
    table = np.array(found, dtype=np.float64).reshape(-1, 3)
    return table[:, 0].astype(np.int64), table[:, 1].astype(np.int64), table[:, 2]


def _swept(left: Ints, right: Ints, score: NDArray[np.float64], truth: Ints) -> dict[str, float]:
    """The threshold with the best F1, chosen on the truth itself, and the best recall at the wanted precision."""
    tried = [
        _scored(_components(left, right, score >= cut, len(truth)), truth)
        for cut in np.unique(np.quantile(score, np.linspace(0, 1, 60)))
    ]
    best = max(tried, key=lambda one: one["f1"])
    reached = [one["recall"] for one in tried if one["precision"] >= WANTED and one["recall"] > 0]
    return best | {"recall_at_p98": max(reached, default=0.0)}


def _components(left: Ints, right: Ints, kept: NDArray[np.bool_], size: int) -> Ints:
    links = coo_matrix((np.ones(int(kept.sum())), (left[kept], right[kept])), shape=(size, size))
    return connected_components(links, directed=False)[1].astype(np.int64)


def _scored(cluster: Ints, truth: Ints) -> dict[str, float]:
    both = _count(np.unique(np.stack([cluster, truth]), axis=1, return_counts=True)[1])
    mine, theirs = _count(np.bincount(cluster)), _count(np.bincount(truth))
    precision, recall = both / mine if mine else 1.0, both / max(theirs, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    largest = int(np.bincount(cluster).max())
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4), "largest": largest}


def _count(sizes: NDArray[Any]) -> int:
    return int((sizes.astype(np.int64) * (sizes.astype(np.int64) - 1) // 2).sum())
