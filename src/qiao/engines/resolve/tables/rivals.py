"""What the other candidates of two rows say of their pair.

A pair is the surer the further its next best rival is behind, and the surer when a third row resembles both.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from qiao.engines.resolve.tables.candidates import Candidates
from qiao.engines.resolve.tables.columns import Ints

Floats = NDArray[np.float64]


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
    keep = score >= 0.02
    left, right, kept = found.left[keep], found.right[keep], score[keep]
    support = np.zeros(len(score))
    rival_one, rival_other = np.zeros(len(score)), np.zeros(len(score))
    at, first, second = _triads(left, right, kept, rows, found.left, found.right)
    np.maximum.at(support, at, np.minimum(first, second))
    np.maximum.at(rival_one, at, first * (1 - second))
    np.maximum.at(rival_other, at, second * (1 - first))
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


def _triads(
    left: Ints, right: Ints, score: Floats, rows: int, ask_left: Ints, ask_right: Ints
) -> tuple[Ints, Floats, Floats]:
    """For each asked pair and each third row scored with either: (pair, score with left, score with right)."""
    own = np.concatenate((left, right))
    far = np.concatenate((right, left))
    value = np.concatenate((score, score))
    code = own * rows + far
    order = np.argsort(code, kind="stable")
    own, far, value, code = own[order], far[order], value[order], code[order]
    start = np.searchsorted(own, np.arange(rows + 1))
    parts = []
    for mine, theirs, swapped in ((ask_left, ask_right, False), (ask_right, ask_left, True)):
        length = start[mine + 1] - start[mine]
        total = int(length.sum())
        offset = np.arange(total) - np.repeat(np.cumsum(length) - length, length)
        entry = np.repeat(start[mine], length) + offset
        at, third = np.repeat(np.arange(len(mine)), length), far[entry]
        apart = third != theirs[at]
        at, third, entry = at[apart], third[apart], entry[apart]
        met = _looked_up(code, value, theirs[at] * rows + third)
        pair = (met, value[entry]) if swapped else (value[entry], met)
        parts.append((at, *pair))
    return tuple(np.concatenate(each) for each in zip(*parts, strict=True))  # type: ignore[return-value]


def _looked_up(code: Ints, value: Floats, wanted: Ints) -> Floats:
    if not len(code):
        return np.zeros(len(wanted))
    place = np.minimum(np.searchsorted(code, wanted), len(code) - 1)
    return np.where(code[place] == wanted, value[place], 0.0)
