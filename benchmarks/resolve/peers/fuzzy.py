"""rapidfuzz: the likeliest name of the same country by one of its scorers, after its own default processing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from benchmarks.resolve.cases.questions import Questions
from benchmarks.resolve.peers.answer import Best, by_country

Scorer = Callable[..., float]
SCORERS: dict[str, Scorer] = {
    "rapidfuzz token_sort": fuzz.token_sort_ratio,
    "rapidfuzz token_set": fuzz.token_set_ratio,
}
_AT_ONCE = 200


def link(questions: Questions, scorer: Scorer) -> Best:
    """The best name of the country; among equals the first."""
    best: Best = {}
    registry = by_country(questions)
    for country, (names, ids) in registry.items():
        asked = [query for query in questions.queries if query["country"] == country]
        choices = [default_process(name) for name in names]
        for at in range(0, len(asked), _AT_ONCE):
            part = asked[at : at + _AT_ONCE]
            scores = process.cdist([default_process(q["name"]) for q in part], choices, scorer=scorer, dtype=np.float32)
            for query, row in zip(part, scores, strict=True):
                first = int(row.argmax())
                best[query["qid"]] = (ids[first], float(row[first]))
    return best


def pairs(
    rows: list[dict[str, Any]], *, least: float
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """All pairs of rows of one country whose token_sort ratio is at least so much, and the ratio."""
    left, right, score = [], [], []
    countries: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        countries.setdefault(row["country"], []).append(at)
    for places in countries.values():
        names = [default_process(rows[at]["name"]) for at in places]
        own = np.array(places)
        for start in range(0, len(names), _AT_ONCE):
            scores = process.cdist(
                names[start : start + _AT_ONCE],
                names,
                scorer=fuzz.token_sort_ratio,
                score_cutoff=least,
                dtype=np.float32,
            )
            one, other = np.nonzero(scores)
            kept = own[one + start] < own[other]
            left.append(own[one + start][kept])
            right.append(own[other][kept])
            score.append(scores[one, other][kept])
    return np.concatenate(left), np.concatenate(right), np.concatenate(score).astype(np.float64)
