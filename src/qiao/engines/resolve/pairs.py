"""Arithmetic over many pairs of rows at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qiao.engines.resolve.columns import Ints, Sets
from qiao.engines.resolve.rarity import Floats


@dataclass(frozen=True, slots=True)
class NamePairs:
    """Every name of the left records against every name of the right ones.

    starts     (P,) where the name pairs of each record pair begin; each pair has at least one.
    left,right (N,) rows of names.
    """

    starts: Ints
    left: Ints
    right: Ints

    def best(self, values: Floats) -> Floats:
        """The largest of (N,) values within each record pair: (P,)."""
        best: Floats = np.maximum.reduceat(values, self.starts)
        return best


def name_pairs(first_left: Ints, first_right: Ints, left: Ints, right: Ints) -> NamePairs:
    """The name pairs of P record pairs."""
    wide = first_right[right + 1] - first_right[right]
    sizes = (first_left[left + 1] - first_left[left]) * wide
    ends = np.cumsum(sizes)
    starts = ends - sizes
    pair = np.repeat(np.arange(len(left)), sizes)
    within = np.arange(int(ends[-1]) if len(ends) else 0) - starts[pair]
    return NamePairs(
        starts, first_left[left][pair] + within // wide[pair], first_right[right][pair] + within % wide[pair]
    )


@dataclass(frozen=True, slots=True)
class Overlap:
    """What rows of hashed words share, by weight: (N,) each.

    shared          weight of the words in both.
    left, right     weight of all words of each.
    lone_left, lone_right    the heaviest word that the other has not; 0 when there is none.
    """

    shared: Floats
    left: Floats
    right: Floats
    lone_left: Floats
    lone_right: Floats

    @property
    def cosine(self) -> Floats:
        return _share(self.shared, np.sqrt(self.left * self.right))

    @property
    def cover_left(self) -> Floats:
        return _share(self.shared, self.left)

    @property
    def cover_right(self) -> Floats:
        return _share(self.shared, self.right)


def _share(part: Floats, whole: Floats) -> Floats:
    share: Floats = (part / np.maximum(whole, 1e-3)).astype(np.float32)
    return share


def overlap(left: Sets, left_weights: Floats, right: Sets, right_weights: Floats, a: Ints, b: Ints) -> Overlap:
    """What row a[k] of the left shares with row b[k] of the right, for every k."""
    left_pair, left_at = _spread(left.starts, a)
    right_pair, right_at = _spread(right.starts, b)
    left_keys = (left_pair << 32) | left.values[left_at].astype(np.int64)
    right_keys = (right_pair << 32) | right.values[right_at].astype(np.int64)
    in_right = _among(left_keys, right_keys)
    in_left = _among(right_keys, left_keys)
    weights_left, weights_right = left_weights[left_at], right_weights[right_at]
    size = len(a)
    return Overlap(
        shared=_sums(left_pair, np.where(in_right, weights_left, 0), size),
        left=_sums(left_pair, weights_left, size),
        right=_sums(right_pair, weights_right, size),
        lone_left=_largest(left_pair, np.where(in_right, 0, weights_left), size),
        lone_right=_largest(right_pair, np.where(in_left, 0, weights_right), size),
    )


def _spread(starts: Ints, rows: Ints) -> tuple[Ints, Ints]:
    """Every value of the rows in turn: which row of `rows` it belongs to, and where it stands."""
    sizes = starts[rows + 1] - starts[rows]
    ends = np.cumsum(sizes)
    pair = np.repeat(np.arange(len(rows)), sizes)
    return pair, np.arange(int(ends[-1]) if len(ends) else 0) - (ends - sizes)[pair] + starts[rows][pair]


def _among(keys: Ints, sorted_keys: Ints) -> NDArray[np.bool_]:
    if not len(sorted_keys):
        return np.zeros(len(keys), np.bool_)
    at = np.searchsorted(sorted_keys, keys)
    at[at == len(sorted_keys)] = 0
    found: NDArray[np.bool_] = sorted_keys[at] == keys
    return found


def _sums(pair: Ints, values: NDArray[np.floating], size: int) -> Floats:
    return np.bincount(pair, weights=values, minlength=size).astype(np.float32)


def _largest(pair: Ints, values: NDArray[np.floating], size: int) -> Floats:
    largest = np.zeros(size, np.float32)
    if len(pair):
        begins = np.flatnonzero(np.diff(pair, prepend=-1))
        largest[pair[begins]] = np.maximum.reduceat(values, begins)
    return largest
