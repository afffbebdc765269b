"""Fitting: two stages of boosted trees, a calibration, thresholds."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.resolve.train.material import Material
from qiao.engines.resolve.columns import Ints
from qiao.engines.resolve.comparisons import NAMES
from qiao.engines.resolve.context import CONTEXT, with_rivals

PRECISION = 0.99
_MARGIN = 0.003
_LEAST_SURE = 0.98
"""However right the surer ones are on the whole, no single answer is taken unasked below this probability."""
_RISING = (
    "word_cosine words_of_left_found stem_cosine whole_of_left_found likeness_of_words likeness_as_written "
    "same_country same_city domain_named_left domain_named_right identifiers_shared numbers_agree kinds_agree "
    "han_in_order acronyms_alike score ahead_of_best_rival"
).split()


def parameters(names: tuple[str, ...], *, trees: int, leaves: int) -> dict[str, Any]:
    return {
        "objective": "binary",
        "num_leaves": leaves,
        "learning_rate": 0.08,
        "num_iterations": trees,
        "min_data_in_leaf": 60,
        "bagging_fraction": 0.8,
        "bagging_freq": 1,
        "feature_fraction": 0.7,
        "lambda_l2": 2.0,
        "max_bin": 127,
        "monotone_constraints": [1 if name in _RISING else 0 for name in names],
        "num_threads": 1,
        "verbose": -1,
        "seed": 7,
        "deterministic": True,
    }


def fit(train: Material, second: Material, calibrate: Material, target: Path, *, version: str) -> dict[str, Any]:
    """Fit both stages and write the model. `second` holds questions the first stage has not seen.

    Returns what was fitted, for printing.
    """
    from lightgbm import Dataset
    from lightgbm import train as boost

    from qiao.engines.resolve.trees import Trees

    alone = boost(parameters(NAMES, trees=220, leaves=31), Dataset(train.values, train.right))
    first = Trees(alone.model_to_string(num_iteration=-1))
    names = (*CONTEXT, *NAMES)
    with_context = with_rivals(first(second.values), second.values, second.starts)
    among = boost(parameters(names, trees=150, leaves=24), Dataset(with_context, second.right))
    last = Trees(among.model_to_string(num_iteration=-1))
    raw_alone = first(calibrate.values)
    raw = last(with_rivals(raw_alone, calibrate.values, calibrate.starts))
    curve, curve_alone = calibrated(raw, calibrate.right), calibrated(raw_alone, calibrate.right)
    best = best_of(raw, calibrate.starts)
    same = threshold(np.interp(raw[best], *curve), calibrate.right[best], PRECISION + _MARGIN)
    same_alone = threshold(np.interp(raw_alone[best], *curve_alone), calibrate.right[best], PRECISION + _MARGIN)
    held = {
        "version": version,
        "comparisons": list(NAMES),
        "alone": trimmed(first.text),
        "among": trimmed(last.text),
        "alone_curve": [list(map(float, part)) for part in curve_alone],
        "among_curve": [list(map(float, part)) for part in curve],
        "same": max(same, _LEAST_SURE),
        "ask": 0.1,
        "same_alone": max(same_alone, _LEAST_SURE),
        "ask_alone": 0.1,
    }
    target.write_bytes(gzip.compress(json.dumps(held).encode(), 9, mtime=0))
    gain = sorted(zip(among.feature_importance("gain"), names, strict=True), reverse=True)
    return {"same": same, "same_alone": same_alone, "bytes": target.stat().st_size, "gain": gain[:15]}


def trimmed(text: str) -> str:
    """A model without what only LightGBM's printing needs."""
    return text.split("\nfeature_importances:")[0] + "\nfeature_importances:\n\nparameters:\nend of parameters\n"


def calibrated(raw: NDArray[np.float64], right: NDArray[np.bool_]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """A rising curve from raw scores to shares of right ones: isotonic regression over equal bins in the tail."""
    order = np.argsort(raw)
    scores, hits = raw[order], right[order].astype(float)
    edges = np.unique(np.quantile(scores[hits > 0], np.linspace(0, 1, 61)))
    place = np.clip(np.searchsorted(edges, scores, side="right"), 0, len(edges))
    count = np.bincount(place, minlength=len(edges) + 1) + 1e-9
    share = np.bincount(place, weights=hits, minlength=len(edges) + 1)
    middle = np.bincount(place, weights=scores, minlength=len(edges) + 1) / count
    kept = count > 1
    level = _rising((share[kept] + 0.3) / (count[kept] + 0.6), count[kept])
    return middle[kept], np.clip(level, 1e-4, 0.9995)


def _rising(values: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Pool neighbours that fall until none does."""
    blocks: list[tuple[float, float, int]] = []
    for value, weight in zip(values.tolist(), weights.tolist(), strict=True):
        blocks.append((value, weight, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (v1, w1, n1), (v2, w2, n2) = blocks[-2:]
            blocks[-2:] = [((v1 * w1 + v2 * w2) / (w1 + w2), w1 + w2, n1 + n2)]
    return np.concatenate([np.full(n, v) for v, _, n in blocks])


def best_of(raw: NDArray[np.float64], starts: Ints) -> Ints:
    """The row of the best candidate of each question."""
    group = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(raw))))
    return np.lexsort((-raw, group))[starts]


def threshold(chances: NDArray[np.float64], right: NDArray[np.bool_], wanted: float) -> float:
    """The lowest probability from which on so large a share is right."""
    order = np.argsort(-chances, kind="stable")
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(share >= wanted)
    return float(chances[order][good[-1]]) if len(good) else 1.0


def recall_at(chances: NDArray[np.float64], right: NDArray[np.bool_], total: int, precision: float) -> float:
    """The share of all reachable answers found at a threshold that keeps the precision."""
    order = np.argsort(-chances, kind="stable")
    hits = np.cumsum(right[order])
    good = np.flatnonzero(hits / np.arange(1, len(order) + 1) >= precision)
    return float(hits[good[-1]] / total) if len(good) else 0.0
