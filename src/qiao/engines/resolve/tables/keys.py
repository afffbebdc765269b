"""What rows must share to be compared at all: words, pairs of words, letters, addresses."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from qiao.engines.resolve.tables.columns import Columns, Ints, Vocabulary

Hashes = NDArray[np.uint64]

_PAIRED = 4
"""The rarest words of a name of which each two make a key."""
_STEM = 5


def keys_of(columns: Columns, rarity: NDArray[np.float64]) -> tuple[Ints, Hashes]:
    """Entries (row, key), rows rising, each once.

    rarity   (texts,) of each word, the larger the rarer.
    """
    per_name = [
        _word_keys(columns),
        _pair_keys(columns, rarity),
        _letter_keys(columns),
        _stem_keys(columns),
        _han_keys(columns),
    ]
    of_name = np.concatenate([entry[0] for entry in per_name])
    keys = np.concatenate([entry[1] for entry in per_name])
    rows, row_keys = _spread(columns.name, of_name, keys)
    at, own = _row_keys(columns)
    rows, row_keys = np.concatenate((rows, at)), np.concatenate((row_keys, own))
    order = np.lexsort((row_keys, rows))
    rows, row_keys = rows[order], row_keys[order]
    new = np.r_[True, (rows[1:] != rows[:-1]) | (row_keys[1:] != row_keys[:-1])] if len(rows) else np.empty(0, bool)
    return rows[new], row_keys[new]


def _kind(hashes: Hashes, kind: int) -> Hashes:
    """Hashes of one kind of key, so that a word never meets an acronym by chance."""
    mixed = (hashes ^ np.uint64(kind)) * np.uint64(0x9E3779B97F4A7C15)
    return mixed ^ (mixed >> np.uint64(29))


def _word_keys(columns: Columns) -> tuple[Ints, Hashes]:
    at, place = np.nonzero(columns.words)
    return at, _kind(columns.hashes[columns.words[at, place]], 1)


def _pair_keys(columns: Columns, rarity: NDArray[np.float64]) -> tuple[Ints, Hashes]:
    rare = rarity[columns.words]
    rare[columns.words == 0] = -1.0
    order = np.argsort(-rare, axis=1, kind="stable")[:, :_PAIRED]
    chosen = np.take_along_axis(columns.words, order, axis=1)
    ats, keys = [], []
    for one in range(_PAIRED):
        for other in range(one + 1, _PAIRED):
            at = np.flatnonzero((chosen[:, one] > 0) & (chosen[:, other] > 0))
            first, second = columns.hashes[chosen[at, one]], columns.hashes[chosen[at, other]]
            ats.append(at)
            keys.append(_kind(first + second, 2))
    return np.concatenate(ats), np.concatenate(keys)


def _letter_keys(columns: Columns) -> tuple[Ints, Hashes]:
    """Initials meet acronyms and short names; whole names meet when written together."""
    ats, keys = [], []
    for numbers, kind in (
        *((columns.initials[:, place], 3) for place in range(columns.initials.shape[1])),
        (columns.acronym, 3),
        (columns.joined, 3),
        (columns.sound, 10),
    ):
        at = np.flatnonzero(numbers)
        ats.append(at)
        keys.append(_kind(columns.hashes[numbers[at]], kind))
    return np.concatenate(ats), np.concatenate(keys)


def _stem_keys(columns: Columns) -> tuple[Ints, Hashes]:
    """Beginnings of long words, and both ends of a name written together: words inflected or mistyped."""
    hashes = _text_hashes(columns, lambda text: text[:_STEM] if len(text) > _STEM else "")
    at, place = np.nonzero(columns.words)
    key = hashes[columns.words[at, place]]
    ends = _text_hashes(columns, lambda text: text[-_STEM - 1 :] if len(text) > _STEM + 1 else "")[columns.joined]
    starts = _text_hashes(columns, lambda text: text[: _STEM + 3] if len(text) > _STEM + 3 else "")[columns.joined]
    names = np.arange(len(columns.joined))
    at = np.concatenate((at, names, names))
    keys = np.concatenate((_kind(key, 4), _kind(ends, 5), _kind(starts, 6)))
    there = np.concatenate((key, ends, starts)) > 0
    return at[there], keys[there]


def _text_hashes(columns: Columns, part) -> Hashes:  # type: ignore[no-untyped-def]
    vocabulary = Vocabulary()
    numbers = np.fromiter((vocabulary.number(part(text)) for text in columns.texts), np.int64, len(columns.texts))
    hashes = vocabulary.hashes().copy()
    hashes[0] = 0
    return hashes[numbers]


def _han_keys(columns: Columns) -> tuple[Ints, Hashes]:
    """Each two neighbouring Han characters."""
    ats: list[int] = []
    codes: list[int] = []
    for at in np.flatnonzero(columns.han.astype(bool)).tolist():
        text = columns.han[at]
        for one, other in pairwise(text):
            ats.append(at)
            codes.append(ord(one) << 21 | ord(other))
    return np.asarray(ats, np.int64), _kind(np.asarray(codes, np.uint64), 7)


def _row_keys(columns: Columns) -> tuple[Ints, Hashes]:
    """Addresses, and the telling word of an address, which a short name or initials may meet."""
    ats, keys = [], []
    for numbers, kind in ((columns.link, 8), (columns.site, 9), (columns.label, 3)):
        at = np.flatnonzero(numbers)
        ats.append(at)
        keys.append(_kind(columns.hashes[numbers[at]], kind))
    return np.concatenate(ats), np.concatenate(keys)


def _spread(name: Ints, of_name: Ints, keys: Hashes) -> tuple[Ints, Hashes]:
    """Keys of names as keys of the rows that bear them."""
    order = np.argsort(of_name, kind="stable")
    of_name, keys = of_name[order], keys[order]
    start = np.searchsorted(of_name, name)
    length = np.searchsorted(of_name, name, side="right") - start
    total = int(length.sum())
    offset = np.arange(total) - np.repeat(np.cumsum(length) - length, length)
    return np.repeat(np.arange(len(name)), length), keys[np.repeat(start, length) + offset]
