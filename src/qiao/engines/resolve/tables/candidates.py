"""Candidate pairs: rows that share rare keys, for each row the few partners that share most.

A key that too many rows bear is read within a country, then within a town, and dropped where even that is crowded:
so the work grows with the rows, not with their square. Weights are whole numbers, so that the same pairs come out
of memory and of DuckDB.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

CROWD = 40
"""Rows that may share one key; a key that more share is narrowed."""

PARTNERS = 12
"""Partners kept for each row."""

_EXPANDED = 8_000_000


@dataclass(frozen=True, slots=True)
class Keys:
    """Which row bears which key: entries (row, key), a row's entries together and rows rising; weights in 1/16 bit.

    key      (entries,) hashes of what is shared.      row      (entries,) numbers of rows.
    weight   (entries,) what sharing the key is worth, >= 0; equal for all bearers of one narrowed key.
    """

    row: Ints
    key: NDArray[np.uint64]
    weight: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs left < right, each once, by rising (left, right).

    weight   (pairs,) summed weights of the keys they share, in 1/16 bit.
    place    (pairs, 2) where the pair stands among the partners of left and of right, from 0; PARTNERS when beyond.
    """

    left: Ints
    right: Ints
    weight: NDArray[np.int32]
    place: NDArray[np.int8]


def narrowed(row: Ints, key: NDArray[np.uint64], country: NDArray[np.uint64], city: NDArray[np.uint64]) -> Keys:
    """Read crowded keys within country, then town; drop what stays crowded or is borne by one row only.

    country, city   (rows,) hashes of the folded names, 0 when unknown. Where a town is not known, a key that is
                    crowded in its country says nothing.
    """
    rows = len(country)
    size = _sizes(key)
    for within in (country, city):
        crowded = size > CROWD
        key = np.where(crowded, _mixed(key, within[row]), key)
        told = ~crowded | (within[row] > 0) if within is city else np.ones(len(row), np.bool_)
        row, key = row[told], key[told]
        size = _sizes(key)
    kept = (size > 1) & (size <= CROWD)
    return Keys(row[kept], key[kept], weights(rows)[size[kept]])


def weights(rows: int) -> NDArray[np.int32]:
    """(CROWD + 1,) what sharing a key that so many rows bear is worth in a table of so many rows, in 1/16 bit."""
    sizes = np.arange(CROWD + 1)
    bits = np.log2(max(rows, 2) / np.maximum(sizes, 1))
    worth: NDArray[np.int32] = np.maximum(np.rint(16 * bits), 1).astype(np.int32)
    return worth


def candidates(keys: Keys, rows: int) -> Candidates:
    """The pairs of a table of so many rows."""
    found = [np.empty((0, 4), np.int64)]
    for row, other, weight in _partners(keys, rows):
        first = np.r_[True, row[1:] != row[:-1]] if len(row) else np.empty(0, bool)
        starts = np.flatnonzero(first)
        place = np.arange(len(row)) - np.repeat(starts, np.diff(np.r_[starts, len(row)]))
        few = place < PARTNERS
        found.append(np.column_stack((row[few], other[few], weight[few], place[few])))
    return paired(np.concatenate(found))


def paired(directed: Ints) -> Candidates:
    """Candidates from directed entries (row, partner, weight, place), at most one of each direction."""
    row, other, weight, place = directed.T
    left, right = np.minimum(row, other), np.maximum(row, other)
    order = np.lexsort((right, left))
    left, right, weight, place = left[order], right[order], weight[order], place[order]
    from_right = (row > other)[order].astype(np.int64)
    new = np.r_[True, (left[1:] != left[:-1]) | (right[1:] != right[:-1])] if len(left) else np.empty(0, bool)
    places = np.full((int(new.sum()), 2), PARTNERS, np.int8)
    places[np.cumsum(new) - 1, from_right] = place
    return Candidates(left[new], right[new], weight[new].astype(np.int32), places)


def _partners(keys: Keys, rows: int) -> Iterator[tuple[Ints, Ints, Ints]]:
    """In blocks of rows: (row, partner, weight) by rising row, falling weight, rising partner."""
    by_key = np.argsort(keys.key, kind="stable")
    sorted_key, member = keys.key[by_key], keys.row[by_key]
    start = np.flatnonzero(np.r_[True, sorted_key[1:] != sorted_key[:-1]]) if len(by_key) else np.empty(0, np.int64)
    length = np.diff(np.r_[start, len(by_key)])
    group = np.empty(len(by_key), np.int64)
    group[by_key] = np.repeat(np.arange(len(start)), length)
    work = np.cumsum(length[group])
    at, begin = 0, 0
    while begin < len(group):
        end = int(np.searchsorted(work, at + _EXPANDED, side="right"))
        end = max(end, begin + 1)
        end = int(np.searchsorted(keys.row, keys.row[end - 1], side="right"))
        part = slice(begin, end)
        yield _summed(keys.row[part], keys.weight[part], start[group[part]], length[group[part]], member, rows)
        at, begin = int(work[end - 1]), end


def _summed(
    row: Ints, weight: NDArray[np.int32], start: Ints, length: Ints, member: Ints, rows: int
) -> tuple[Ints, Ints, Ints]:
    total = int(length.sum())
    offset = np.arange(total) - np.repeat(np.cumsum(length) - length, length)
    other = member[np.repeat(start, length) + offset]
    own = np.repeat(row, length)
    apart = other != own
    code = own[apart] * rows + other[apart]
    order = np.argsort(code, kind="stable")
    code, weights = code[order], np.repeat(weight, length)[apart][order].astype(np.int64)
    if not len(code):
        return code, code, code
    new = np.flatnonzero(np.r_[True, code[1:] != code[:-1]])
    summed, code = np.add.reduceat(weights, new), code[new]
    own, other = code // rows, code % rows
    order = np.lexsort((other, -summed, own))
    return own[order], other[order], summed[order]


def _sizes(key: NDArray[np.uint64]) -> Ints:
    """(entries,) how many entries bear each entry's key."""
    _, inverse, counts = np.unique(key, return_inverse=True, return_counts=True)
    sizes: Ints = counts[inverse.reshape(-1)].astype(np.int64)
    return sizes


def _mixed(key: NDArray[np.uint64], within: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """A key read within a place: another hash (the multipliers are those of splitmix64)."""
    mixed: NDArray[np.uint64] = key ^ (within + np.uint64(0x9E3779B97F4A7C15)) * np.uint64(0xBF58476D1CE4E5B9)
    return (mixed ^ (mixed >> np.uint64(31))) * np.uint64(0x94D049BB133111EB)
