"""How well questions were answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks.resolve.cases.everyday import CHANGES
from benchmarks.resolve.cases.kinds import KINDS
from benchmarks.resolve.cases.questions import Questions
from benchmarks.resolve.peers.answer import Answers


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question: its kind, the right id or None, the best answer or None with its score, what was decided."""

    kind: str
    truth: str | None
    best: str | None
    score: float
    taken: str | None


def outcomes(questions: Questions, answers: Answers) -> list[Outcome]:
    """The questions in order with what was answered."""
    found = []
    for query in questions.queries:
        qid = query["qid"]
        best, score = answers.best.get(qid, (None, float("-inf")))
        found.append(Outcome(query["kind"], questions.truth[qid], best, score, (answers.taken or {}).get(qid)))
    return found


def summary(found: Sequence[Outcome], *, decides: bool) -> dict[str, Any]:
    """recall_at_1; the best F1 over all thresholds; recall at precision .98 and .99; by kind; decisions if any."""
    answerable = sum(one.truth is not None for one in found)
    precision, recall = _curve(found, answerable)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    row: dict[str, Any] = {
        "n": len(found),
        "recall_at_1": _round(_recall(found)),
        "best_f1": _round(float(f1.max(initial=0.0))),
        "recall_at_p98": _round(_recall_at(precision, recall, 0.98)),
        "recall_at_p99": _round(_recall_at(precision, recall, 0.99)),
        "by_kind": {
            kind: {"n": len(own), "recall_at_1": _round(_recall(own))}
            for kind in (*KINDS, *CHANGES)
            if (own := [one for one in found if one.kind == kind and one.truth])
        },
    }
    if decides:
        taken = [one for one in found if one.taken]
        right = sum(one.taken == one.truth for one in taken)
        row["decided_precision"] = _round(right / len(taken) if taken else 1.0)
        row["decided_recall"] = _round(right / max(answerable, 1))
        row["decided"] = len(taken)
    return row


def _curve(found: Sequence[Outcome], answerable: int) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Precision and recall after each distinct score, falling: answers of one score stand or fall together."""
    answered = sorted((one for one in found if one.best), key=lambda one: -one.score)
    hits = np.cumsum([one.best == one.truth for one in answered])
    scores = np.array([one.score for one in answered])
    last = np.flatnonzero(np.append(np.diff(scores) != 0, True)) if len(scores) else np.zeros(0, np.int64)
    return hits[last] / (last + 1), hits[last] / max(answerable, 1)


def _recall_at(precision: np.ndarray[Any, Any], recall: np.ndarray[Any, Any], least: float) -> float:
    return float(recall[precision >= least].max(initial=0.0))


def _recall(found: Iterable[Outcome]) -> float:
    asked = [one for one in found if one.truth]
    return sum(one.best == one.truth for one in asked) / max(len(asked), 1)


def _round(value: float) -> float:
    return round(value, 4)
