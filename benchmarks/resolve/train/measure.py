"""How good a model is on questions it has not seen."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from benchmarks.resolve.train.fit import best_of, recall_at
from benchmarks.resolve.train.material import Material
from qiao.engines.resolve.context import with_rivals
from qiao.engines.resolve.model import Model


def measured(model: Model, asked: Material) -> dict[str, float]:
    """Recall and precision over questions; recall counts only those whose answer is in the registry."""
    raw = model.among(with_rivals(model.alone(asked.values), asked.values, asked.starts))
    chances = model.among_curve(raw)
    best = best_of(raw, asked.starts)
    right, total = asked.right[best], int(asked.reachable.sum())
    taken = chances[best] >= model.same
    return {
        "questions": len(asked.starts),
        "with an answer": total,
        "blocking recall": float(np.add.reduceat(asked.right, asked.starts).sum() / total),
        "recall@1": float(right[asked.reachable].sum() / total),
        "recall at precision .98": recall_at(chances[best], right, total, 0.98),
        "recall at precision .99": recall_at(chances[best], right, total, 0.99),
        "precision of decisions": float(right[taken].mean()) if taken.any() else 1.0,
        "recall of decisions": float(right[taken].sum() / total),
    }


def line(title: str, figures: Mapping[str, float]) -> str:
    """One row of the printed table."""
    return f"{title:24}" + "  ".join(f"{key} {value:.3f}" for key, value in figures.items())
