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
from qiao.engines.resolve.tables.columns import Columns
from qiao.engines.resolve.tables.measures import measured
from qiao.engines.resolve.tables.rivals import rivalry, standing
from qiao.engines.resolve.tables.tally import Tally

Floats = NDArray[np.float64]
Trees = Callable[[NDArray[np.float32]], Floats]

KEPT = (
    *("cosine", "cover_most", "cover_least", "rest_most", "rest_least", "near_most", "digits_over", "shared_rarest"),
    *("country", "city", "city_bits", "domain", "domain_rows", "label", "acronym_near", "han_names", "twins_most"),
)
"""Measures that the second stage sees again."""

_CHUNK = 200_000


@dataclass(frozen=True, slots=True)
class TableModel:
    """Two stages and their calibration.

    first, second   trees, from measures to a score in [0, 1].
    said, meant     what the second stage says, and how often it is right when it says so; both rising.
    precision       the share of right pairs that the expected threshold aims at.
    """

    first: Trees
    second: Trees
    said: Floats
    meant: Floats
    precision: float

    def calibrated(self, score: Floats) -> Floats:
        """Probabilities from scores of the second stage; ever rising."""
        return np.interp(score, self.said, self.meant)


def scores(model: TableModel, columns: Columns, tally: Tally, found: Candidates) -> Floats:
    """(pairs,) how likely each candidate pair is one thing."""
    seen, first = first_stage(model.first, columns, tally, found)
    matrix = second_measures(seen, found, first, len(columns))
    return model.calibrated(_chunked(model.second, matrix))


def first_stage(
    trees: Trees, columns: Columns, tally: Tally, found: Candidates
) -> tuple[dict[str, NDArray[np.float32]], Floats]:
    """The measures that are kept for the second stage, and the scores of the first."""
    stand = standing(found, len(columns))
    kept: dict[str, list[NDArray[np.float32]]] = {name: [] for name in KEPT}
    first = []
    for start in range(0, max(len(found.left), 1), _CHUNK):
        part = slice(start, start + _CHUNK)
        names, matrix = measured(columns, tally, found.left[part], found.right[part])
        first.append(trees(with_standing(matrix, stand, part)))
        for name in KEPT:
            kept[name].append(matrix[:, names.index(name)])
    seen = {name: np.concatenate(each) for name, each in kept.items()}
    return seen | {name: value.astype(np.float32) for name, value in stand.items()}, np.concatenate(first)


def with_standing(matrix: NDArray[np.float32], stand: dict[str, NDArray[Any]], part: slice) -> NDArray[np.float32]:
    """The measures of some pairs with where they stand among the candidates."""
    return np.column_stack([matrix, *(value[part].astype(np.float32) for value in stand.values())])


def second_measures(
    seen: dict[str, NDArray[np.float32]], found: Candidates, first: Floats, rows: int
) -> NDArray[np.float32]:
    """(pairs, measures) of the second stage."""
    rivals = rivalry(found, first, rows)
    return np.column_stack([*seen.values(), *(value.astype(np.float32) for value in rivals.values())])


def _chunked(trees: Trees, matrix: NDArray[np.float32]) -> Floats:
    parts = [trees(matrix[start : start + _CHUNK]) for start in range(0, max(len(matrix), 1), _CHUNK)]
    return np.concatenate(parts)


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
        np.asarray(about["said"], np.float64),
        np.asarray(about["meant"], np.float64),
        float(about["precision"]),
    )


def trees_from(text: str) -> Trees:
    """Trees in LightGBM's text form, as probabilities."""
    walked = boosted.Trees(text)

    def run(matrix: NDArray[np.float32]) -> Floats:
        return 1.0 / (1.0 + np.exp(-walked(matrix)))

    return run
