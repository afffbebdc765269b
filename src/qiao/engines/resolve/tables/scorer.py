"""The trained scorer of pairs in a table: two stages of boosted trees, and the calibration of what they say."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qiao.engines.resolve import trees as boosted
from qiao.engines.resolve.tables.candidates import Candidates
from qiao.engines.resolve.tables.columns import Ints
from qiao.engines.resolve.tables.rivals import rivalry, standing

Floats = NDArray[np.float64]
Trees = Callable[[NDArray[np.float32]], Floats]
Measure = Callable[[Ints, Ints], tuple[list[str], NDArray[np.float32]]]
"""Rows of left and of right to the names of the measures and their values, (pairs, measures)."""

KEPT = (
    *("cosine", "cover_most", "cover_least", "rest_most", "rest_least", "near_most", "digits_over", "shared_rarest"),
    *(
        "country",
        "city",
        "city_bits",
        "domain",
        "link",
        "site_names",
        "label",
        "acronym_near",
        "han_names",
        "twins_most",
        "twin_cities",
    ),
    *("shared_cities", "shared_rows"),
)
"""Measures that the second stage sees again."""

CHUNK = 100_000


@dataclass(frozen=True, slots=True)
class Curve:
    """said: what the second stage says. meant: how often it is right then. Both rise, within [0, 1]."""

    said: Floats
    meant: Floats


ORIGINAL, REPEATING = 0.1, 0.3
"""Shares of rows whose name another row of the country bears: in lists of organisations, and in lists with doubles."""


@dataclass(frozen=True, slots=True)
class TableModel:
    """Two stages and their calibration.

    first, second   trees, from measures to a score in [0, 1].
    original, repeating   the calibration in tables with the shares of repeated names that bear these names; between
                    them it is mixed. One curve for both would promise too little in the one and too much in the other.
    precision       the share of right pairs that the expected threshold aims at.
    """

    first: Trees
    second: Trees
    original: Curve
    repeating: Curve
    precision: float

    def calibrated(self, score: Floats, repeated: float) -> Floats:
        """Probabilities from scores of the second stage, ever rising; repeated is the table's share of such rows."""
        part = min(max((repeated - ORIGINAL) / (REPEATING - ORIGINAL), 0.0), 1.0)
        curves = (np.interp(score, curve.said, curve.meant) for curve in (self.original, self.repeating))
        one, other = curves
        return (1.0 - part) * one + part * other


def scores(model: TableModel, measure: Measure, found: Candidates, *, rows: int, repeated: float) -> Floats:
    """(pairs,) how likely each candidate pair is one thing, in a table of so many rows, a share of them repeated."""
    seen, first = first_stage(model.first, measure, found, rows)
    rivals = rivalry(found, first, rows)
    parts = []
    for start in range(0, max(len(first), 1), CHUNK):
        part = slice(start, start + CHUNK)
        parts.append(model.second(second_measures(seen, rivals, part)))
    return model.calibrated(np.concatenate(parts), repeated)


def first_stage(trees: Trees, measure: Measure, found: Candidates, rows: int) -> tuple[dict[str, NDArray[Any]], Floats]:
    """The measures that are kept for the second stage, and the scores of the first."""
    stand = standing(found, rows)
    kept: dict[str, list[NDArray[Any]]] = {name: [] for name in KEPT}
    first = []
    for start in range(0, max(len(found.left), 1), CHUNK):
        part = slice(start, start + CHUNK)
        names, matrix = measure(found.left[part], found.right[part])
        first.append(trees(with_standing(matrix, stand, part)))
        for name in KEPT:
            kept[name].append(matrix[:, names.index(name)].copy())
    return {name: np.concatenate(each) for name, each in kept.items()} | stand, np.concatenate(first)


def with_standing(matrix: NDArray[np.float32], stand: dict[str, NDArray[Any]], part: slice) -> NDArray[np.float32]:
    """The measures of some pairs with where they stand among the candidates."""
    return np.column_stack([matrix, *(value[part].astype(np.float32) for value in stand.values())])


def second_measures(seen: dict[str, NDArray[Any]], rivals: dict[str, NDArray[Any]], part: slice) -> NDArray[np.float32]:
    """(pairs, measures) of the second stage for some of the pairs."""
    return np.column_stack([value[part].astype(np.float32) for value in (*seen.values(), *rivals.values())])


@cache
def shipped() -> TableModel:
    """The model that comes with Qiao."""
    data = files("qiao.engines.resolve") / "data"
    about = json.loads((data / "dedupe.json").read_text(encoding="utf-8"))
    first, second = (
        gzip.decompress((data / f"dedupe_{name}.txt.gz").read_bytes()).decode() for name in ("first", "second")
    )
    return TableModel(
        trees_from(first),
        trees_from(second),
        _curve(about["original"]),
        _curve(about["repeating"]),
        float(about["precision"]),
    )


def _curve(about: dict[str, list[float]]) -> Curve:
    return Curve(np.asarray(about["said"], np.float64), np.asarray(about["meant"], np.float64))


def trees_from(text: str) -> Trees:
    """Trees in LightGBM's text form, as probabilities."""
    walked = boosted.Trees(text)

    def run(matrix: NDArray[np.float32]) -> Floats:
        return 1.0 / (1.0 + np.exp(-walked(matrix)))

    return run
