"""How much a word says about its bearer: rare words much, "university" little."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from qiao.engines.resolve.columns import Hashes, Sets

Floats = NDArray[np.float32]


class Rarity:
    """Weights of words from how many records of a table and of a background hold them.

    Of n records that hold in all m of a word, the word weighs ln((n + 1) / (m + 0.5)), in nats, never below 0.1.
    """

    def __init__(self, hashes: Hashes, counts: NDArray[np.int64], total: int) -> None:
        self._hashes, self._total = hashes, total
        self._weights = np.maximum(np.log((total + 1) / (counts + 0.5)), 0.1).astype(np.float32)
        self._unseen = np.float32(np.log((total + 1) / 0.5))

    def of(self, hashes: Hashes) -> Floats:
        """The weights of hashed words; one never seen weighs most."""
        if not len(self._hashes):
            return np.full(len(hashes), self._unseen, np.float32)
        at = np.searchsorted(self._hashes, hashes)
        at[at == len(self._hashes)] = 0
        return np.where(self._hashes[at] == hashes, self._weights[at], self._unseen).astype(np.float32)


def rarity_in(sets: Sets, *, background: tuple[Hashes, NDArray[np.int64], int] | None = None) -> Rarity:
    """The rarity of words in the rows of a table, together with a background count."""
    hashes, counts = np.unique(sets.values, return_counts=True)
    total = max(len(sets.starts) - 1, 1)
    if background is not None:
        both = np.concatenate([hashes, background[0]])
        hashes, where = np.unique(both, return_inverse=True)
        counts = np.bincount(where, weights=np.concatenate([counts, background[1]])).astype(np.int64)
        total += background[2]
    return Rarity(hashes, counts.astype(np.int64), total)


@cache
def background(kind: str) -> tuple[Hashes, NDArray[np.int64], int]:
    """How many of a world's worth of organisations hold each word ("words") or stem ("stems"), as shipped."""
    source = files("qiao.engines.resolve") / "data" / f"{kind}.tsv.gz"
    if not source.is_file():
        return np.zeros(0, np.uint32), np.zeros(0, np.int64), 0
    from qiao.engines.resolve.columns import hashed

    lines = gzip.decompress(source.read_bytes()).decode().splitlines()
    total = int(lines[0].split("\t")[1])
    pairs = sorted((hashed(word), int(count)) for word, _, count in (line.partition("\t") for line in lines[1:]))
    return (
        np.array([pair[0] for pair in pairs], np.uint32),
        np.array([pair[1] for pair in pairs], np.int64),
        total,
    )
