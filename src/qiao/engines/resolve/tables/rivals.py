"""What the other candidates of two rows say of their pair.

A pair is the surer the further its next best rival is behind, and the surer when a third row resembles both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qiao.engines.resolve.tables.candidates import Candidates
from qiao.engines.resolve.tables.columns import Ints

Floats = NDArray[np.float64]

LEAST = 0.02
"""First scores below it say nothing of third rows."""

_ASKED = 500_000


def standing(found: Candidates, rows: int) -> dict[str, NDArray[np.generic]]:
    """Where a pair stands by the keys it shares, in the lists of its two rows."""
    best = np.zeros(rows, np.int64)
    np.maximum.at(best, found.left, found.weight)
    np.maximum.at(best, found.right, found.weight)
    gap_left, gap_right = best[found.left] - found.weight, best[found.right] - found.weight
    near = _near(found, best, rows)
    return {
        "weight": found.weight / 16,
        "place_first": found.place.min(axis=1),
        "place_last": found.place.max(axis=1),
        "gap_least": np.minimum(gap_left, gap_right) / 16,
        "gap_most": np.maximum(gap_left, gap_right) / 16,
        "near_rows_least": np.minimum(near[found.left], near[found.right]),
        "near_rows_most": np.maximum(near[found.left], near[found.right]),
    }


def _near(found: Candidates, best: Ints, rows: int) -> Ints:
    """(rows,) partners that share nearly as much as the best one."""
    near = np.zeros(rows, np.int64)
    for side in (found.left, found.right):
        close = found.weight >= 0.85 * best[side]
        near += np.bincount(side[close], minlength=rows)
    return near


def rivalry(found: Candidates, score: Floats, rows: int) -> dict[str, NDArray[np.generic]]:
    """What first scores of all pairs say of each.

    rival     the best score of either row with a third that does not resemble the other row.
    support   the best third row by the weaker of its two scores.
    """
    keep = score >= LEAST
    left, right, kept = found.left[keep], found.right[keep], score[keep]
    scored = _scored(left, right, kept, rows)
    best = np.zeros((3, len(score)))
    for start in range(0, len(score), _ASKED):
        part = slice(start, start + _ASKED)
        for at, one, other in _triads(scored, found.left[part], found.right[part]):
            for row, value in enumerate((np.minimum(one, other), one * (1 - other), other * (1 - one))):
                np.maximum.at(best[row, part], at, value)
    support, rival_one, rival_other = best
    total = np.bincount(left, kept, rows) + np.bincount(right, kept, rows)
    sum_one, sum_other = total[found.left] - score, total[found.right] - score
    return {
        "first": score,
        "support": support,
        "rival_most": np.maximum(rival_one, rival_other),
        "rival_least": np.minimum(rival_one, rival_other),
        "others_most": np.maximum(sum_one, sum_other),
        "others_least": np.minimum(sum_one, sum_other),
    }


@dataclass(frozen=True, slots=True)
class _Scored:
    """Both directions of scored pairs by rising (row, far): row k has the entries start[k] .. start[k + 1] - 1."""

    start: Ints
    far: Ints
    value: Floats
    code: Ints
    rows: int

    def of(self, one: Ints, other: Ints) -> Floats:
        """The scores of some pairs; 0 where there is none."""
        if not len(self.code):
            return np.zeros(len(one))
        wanted = one * self.rows + other
        place = np.minimum(np.searchsorted(self.code, wanted), len(self.code) - 1)
        return np.where(self.code[place] == wanted, self.value[place], 0.0)


def _scored(left: Ints, right: Ints, score: Floats, rows: int) -> _Scored:
    own, far = np.concatenate((left, right)), np.concatenate((right, left))
    code = own * rows + far
    order = np.argsort(code, kind="stable")
    start = np.searchsorted(own[order], np.arange(rows + 1))
    return _Scored(start, far[order], np.concatenate((score, score))[order], code[order], rows)


def _triads(scored: _Scored, left: Ints, right: Ints) -> Iterator[tuple[Ints, Floats, Floats]]:
    """For each asked pair and each third row scored with either: (pair, score with left, score with right)."""
    for mine, theirs, swapped in ((left, right, False), (right, left, True)):
        length = scored.start[mine + 1] - scored.start[mine]
        offset = np.arange(int(length.sum())) - np.repeat(np.cumsum(length) - length, length)
        entry = np.repeat(scored.start[mine], length) + offset
        at = np.repeat(np.arange(len(mine)), length)
        apart = scored.far[entry] != theirs[at]
        at, entry = at[apart], entry[apart]
        near, met = scored.value[entry], scored.of(theirs[at], scored.far[entry])
        yield (at, met, near) if swapped else (at, near, met)
