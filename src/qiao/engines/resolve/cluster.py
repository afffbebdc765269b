"""Rows into clusters: judgements first, then pairs by falling score, each join guarded by all that is known across it.

A person's "different" beats every score. Connected components would chain mistakes: one wrong pair joins two
well-founded groups. So two groups join only if the known pairs between them agree on the whole and none of them
strongly contradicts. The outcome depends on the set of pairs and judgements, never on their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]
Scores = NDArray[np.float64]

# Across a join: the mean of all pairs must reach this share of the threshold, where a pair that was never compared
# counts as UNSEEN; and none of those compared may fall below the floor.
AGREEMENT = 0.7
UNSEEN = 0.5
CONTRADICTION = 0.1


@dataclass(frozen=True, slots=True)
class Links:
    """Scored pairs of rows: three arrays of one length, left != right, each pair once, scores in [0, 1]."""

    left: Rows
    right: Rows
    score: Scores

    def __len__(self) -> int:
        return len(self.score)

    def chosen(self, which: NDArray[np.bool_]) -> Links:
        return Links(self.left[which], self.right[which], self.score[which])


@dataclass(frozen=True, slots=True)
class Clusters:
    """The outcome.

    cluster       (rows,) number of each row's cluster, counted from 0 in the order of their first rows.
    score         (rows,) the weakest join between a row and the heart of its cluster; 1 alone or by a person's word.
    contradicted  "same" judgements that could not be followed, because the two groups hold a "different".
    """

    cluster: Rows
    score: Scores
    contradicted: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Forest:
    """Groups that grow; every row points to its root, every root holds its members and what is known of others."""

    root: list[int]
    score: list[float]
    members: dict[int, list[int]] = field(default_factory=dict)
    apart: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    known: dict[int, dict[int, tuple[float, int, float]]] = field(default_factory=dict)

    def find(self, row: int) -> int:
        root = self.root
        while root[row] != row:
            root[row] = root[root[row]]
            row = root[row]
        return row

    def group(self, row: int) -> list[int]:
        return self.members.get(row) or [row]

    def join(self, one: int, other: int, score: float) -> None:
        """Make two roots one. The larger group is the heart; the rows of the other hang on it by this score."""
        heart, guest = one, other
        if (-len(self.group(other)), min(self.group(other))) < (-len(self.group(one)), min(self.group(one))):
            heart, guest = other, one
        for row in self.group(guest):
            self.score[row] = min(self.score[row], score)
        if len(self.group(heart)) == 1:
            self.score[heart] = min(self.score[heart], score)
        self.members[heart] = self.group(heart) + self.group(guest)
        self.members.pop(guest, None)
        self.root[guest] = heart
        self._inherit(heart, guest)

    def _inherit(self, heart: int, guest: int) -> None:
        for far in self.apart.pop(guest, ()):
            self.apart[far].discard(guest)
            self.apart[far].add(heart)
            self.apart[heart].add(far)
        theirs = self.known.pop(guest, {})
        ours = self.known.setdefault(heart, {}) if theirs else self.known.get(heart, {})
        ours.pop(guest, None)
        for far, seen in theirs.items():
            if far == heart:
                continue
            self.known[far].pop(guest)
            ours[far] = self.known[far][heart] = _added(ours.get(far), seen)


def _added(one: tuple[float, int, float] | None, other: tuple[float, int, float]) -> tuple[float, int, float]:
    return other if one is None else (one[0] + other[0], one[1] + other[1], min(one[2], other[2]))


def cluster(
    count: int,
    links: Links,
    *,
    threshold: float,
    same: Iterable[tuple[int, int]] = (),
    different: Iterable[tuple[int, int]] = (),
) -> Clusters:
    """Group rows 0..count-1.

    links      every pair that was compared, weak ones too: they are the evidence across a join.
    threshold  pairs below it join nothing; in (0, 1].
    same, different  judgements, as pairs of rows in any order; a pair of a row with itself says nothing.
    """
    forest = _Forest(list(range(count)), [1.0] * count)
    for left, right in different:
        if left != right:
            forest.apart[left].add(right)
            forest.apart[right].add(left)
    contradicted = _follow(forest, same)
    joining = links.score >= threshold
    if joining.any():
        _merge(forest, _within(forest, links, joining), threshold)
    return Clusters(*_numbered(forest, count), tuple(contradicted))


def _follow(forest: _Forest, same: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what people judged the same; return the pairs that a "different" keeps apart."""
    refused = []
    for left, right in sorted({(min(pair), max(pair)) for pair in same}):
        one, other = forest.find(left), forest.find(right)
        if other in forest.apart.get(one, ()):
            refused.append((left, right))
        elif one != other:
            forest.join(one, other, 1.0)
    return refused


def _within(forest: _Forest, links: Links, joining: NDArray[np.bool_]) -> Links:
    """The pairs that can matter: both rows in one component of the joining pairs, over the judged groups."""
    reach = _Forest([forest.find(row) for row in range(len(forest.root))], [])
    for left, right in zip(links.left[joining].tolist(), links.right[joining].tolist(), strict=True):
        one, other = reach.find(left), reach.find(right)
        if one != other:
            reach.root[max(one, other)] = min(one, other)
    component = np.fromiter((reach.find(row) for row in range(len(reach.root))), np.int64, len(reach.root))
    return links.chosen(component[links.left] == component[links.right])


def _merge(forest: _Forest, links: Links, threshold: float) -> None:
    """Join by falling score; equal scores by the rows' numbers."""
    left, right = np.minimum(links.left, links.right), np.maximum(links.left, links.right)
    order = np.lexsort((right, left, -links.score))
    pairs = list(zip(left[order].tolist(), right[order].tolist(), links.score[order].tolist(), strict=True))
    for one, other, score in pairs:
        one, other = forest.find(one), forest.find(other)
        if one != other:
            seen = _added(forest.known.setdefault(one, {}).get(other), (score, 1, score))
            forest.known[one][other] = forest.known.setdefault(other, {})[one] = seen
    for one, other, score in pairs:
        if score < threshold:
            break
        one, other = forest.find(one), forest.find(other)
        if one != other and _may_join(forest, one, other, threshold):
            forest.join(one, other, score)


def _may_join(forest: _Forest, one: int, other: int, threshold: float) -> bool:
    total, pairs, lowest = forest.known[one][other]
    if other in forest.apart.get(one, ()):
        return False
    every = len(forest.group(one)) * len(forest.group(other))
    mean = (total + UNSEEN * (every - pairs)) / every
    return lowest >= CONTRADICTION and mean >= AGREEMENT * threshold


def _numbered(forest: _Forest, count: int) -> tuple[Rows, Scores]:
    roots = np.fromiter((forest.find(row) for row in range(count)), np.int64, count)
    _, first, inverse = np.unique(roots, return_index=True, return_inverse=True)
    number = np.empty(len(first), np.int64)
    number[np.argsort(first, kind="stable")] = np.arange(len(first))
    return number[inverse.reshape(-1)], np.asarray(forest.score, np.float64)
