"""Boosted trees read from LightGBM's text format and walked with numpy.

The walker needs no LightGBM, whose library a web server need not carry; for large batches LightGBM is used when it is
there. A test holds the two equal.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

_SMALL = 2_000
"""Rows up to which the walker is as fast as loading LightGBM is worth."""


class Trees:
    """A sum of regression trees.

    text      a LightGBM model of numeric splits. Raises ValueError when it is not one.
    columns   the columns of the features it reads, in its order; all when left out.
    """

    def __init__(self, text: str, columns: Sequence[int] | None = None) -> None:
        self.text = text
        self._columns = columns
        trees = list(_parsed(text))
        if not trees:
            raise ValueError("expected a LightGBM model in text form, found none of its trees")
        inner = max(max(len(tree["split_feature"]) for tree in trees), 1)
        leaves = max(len(tree["leaf_value"]) for tree in trees)
        shape = (len(trees), inner)
        self._feature = np.zeros(shape, np.int32)
        self._threshold = np.full(shape, np.inf)
        self._left, self._right = np.full(shape, -1, np.int32), np.full(shape, -1, np.int32)
        self._value = np.zeros((len(trees), leaves))
        for at, tree in enumerate(trees):
            size = len(tree["split_feature"])
            self._feature[at, :size] = tree["split_feature"]
            self._threshold[at, :size] = tree["threshold"]
            self._left[at, :size], self._right[at, :size] = tree["left_child"], tree["right_child"]
            self._value[at, : len(tree["leaf_value"])] = tree["leaf_value"]
        self._booster: Any = None

    def __call__(self, features: NDArray[np.float32]) -> NDArray[np.float64]:
        """Raw scores in log odds of (N, F) features: (N,)."""
        if self._columns is not None:
            features = features[:, self._columns]
        if _is_worth_loading(features) and (booster := self._lightgbm()) is not None:
            raw: NDArray[np.float64] = booster.predict(features, raw_score=True, num_threads=1)
            return raw
        return np.concatenate([self.walk(part) for part in _parts(features)]) if len(features) else np.zeros(0)

    def begun(self, features: NDArray[np.float32], trees: int) -> NDArray[np.float64]:
        """What the first so many trees say: (N,)."""
        if self._columns is not None:
            features = features[:, self._columns]
        if _is_worth_loading(features) and (booster := self._lightgbm()) is not None:
            raw: NDArray[np.float64] = booster.predict(features, raw_score=True, num_threads=1, num_iteration=trees)
            return raw
        return np.concatenate([self.walk(part, trees) for part in _parts(features)]) if len(features) else np.zeros(0)

    def walk(self, features: NDArray[np.float32], trees: int | None = None) -> NDArray[np.float64]:
        """The same by numpy alone, all trees (or the first so many) at once, one level at a time."""
        tree = np.arange(len(self._feature))[:trees]
        node = np.zeros((len(features), len(tree)), np.int32)
        row = np.arange(len(features))[:, None]
        while (node >= 0).any():
            at = np.maximum(node, 0)
            goes_left = features[row, self._feature[tree, at]] <= self._threshold[tree, at]
            below = np.where(goes_left, self._left[tree, at], self._right[tree, at])
            node = np.where(node >= 0, below, node)
        total: NDArray[np.float64] = self._value[tree, ~node].sum(axis=1)
        return total

    def _lightgbm(self) -> Any:
        if self._booster is None:
            try:
                import lightgbm

                self._booster = lightgbm.Booster(model_str=self.text)
            except (ImportError, OSError):
                # Not installed, or without the system's OpenMP library: the walker serves.
                self._booster = False
            except lightgbm.basic.LightGBMError:
                # Trees without the head that LightGBM wants: the walker needs none.
                self._booster = False
        return self._booster or None


def _is_worth_loading(features: NDArray[np.float32]) -> bool:
    """Whether LightGBM, ten times faster at any size, should be asked: few rows do not pay for loading it."""
    return len(features) > _SMALL or "lightgbm" in sys.modules


def _parts(features: NDArray[np.float32]) -> Iterator[NDArray[np.float32]]:
    for start in range(0, len(features), 1_000):
        yield features[start : start + 1_000]


def _parsed(text: str) -> Iterator[dict[str, NDArray[Any]]]:
    for block in text.split("\nTree=")[1:]:
        fields = dict(line.split("=", 1) for line in block.splitlines() if "=" in line)
        if "leaf_value" not in fields:
            raise ValueError("expected trees with leaf values, found one without")
        yield {
            "split_feature": _numbers(fields.get("split_feature", ""), np.int32),
            "threshold": _numbers(fields.get("threshold", ""), np.float64),
            "left_child": _numbers(fields.get("left_child", ""), np.int32),
            "right_child": _numbers(fields.get("right_child", ""), np.int32),
            "leaf_value": _numbers(fields["leaf_value"], np.float64),
        }


def _numbers(text: str, dtype: Any) -> NDArray[Any]:
    return np.array(text.split(), dtype=np.float64).astype(dtype)
