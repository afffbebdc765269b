"""An index of blocking keys: for a query the records that share the rarest keys with it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from qiao.engines.resolve.columns import Ints, hashed
from qiao.engines.resolve.forms import Form
from qiao.engines.resolve.keys import keys_of
from qiao.engines.resolve.record import Record

MOST_UNDER_KEY = 3_000
"""A key that more records share in a country says too little to be followed."""

_WEIGHTS = {"n": 2.0, "w": 1.0, "s": 0.45, "i": 0.8, "d": 0.8, "h": 0.5, "t": 0.3, "v": 0.6, "c": 0.6, "x": 3.0}
_ANYWHERE = 0xFFFFFFFF
_MERGE_AT = 0.1


class Index:
    """Records by their keys, within each country and anywhere; rows are numbered as they come."""

    def __init__(self) -> None:
        self.size = 0
        self._keys: NDArray[np.uint64] = np.zeros(0, np.uint64)
        self._starts: Ints = np.zeros(1, np.int64)
        self._rows: NDArray[np.int32] = np.zeros(0, np.int32)
        self._new: list[tuple[NDArray[np.uint64], NDArray[np.int32]]] = []
        self._waiting = 0
        self._fresh: dict[int, list[int]] = {}
        self._sums: NDArray[np.float64] = np.zeros(0)
        self._last: Ints = np.zeros(0, np.int64)

    def extend(self, records: Iterable[Record], forms: Iterable[list[Form]]) -> None:
        """Append records, each with its forms; a long run is sorted in at once, few are kept aside until many."""
        hashes, sizes, countries = array("I"), array("I"), array("I")
        for record, own_forms in zip(records, forms, strict=True):
            keys = keys_of(record, own_forms)
            hashes.extend([crc32(key.encode()) for key in keys])
            sizes.append(len(keys))
            countries.append(hashed(record.country) if record.country else 0)
        own = np.array(hashes, np.uint64) << np.uint64(32)
        rows = np.repeat(np.arange(self.size, self.size + len(sizes), dtype=np.int32), np.array(sizes, np.int64))
        within = own | np.repeat(np.array(countries, np.uint64), np.array(sizes, np.int64))
        keys_, rows = np.concatenate([within, own | np.uint64(_ANYWHERE)]), np.concatenate([rows, rows])
        self.size += len(sizes)
        self._new.append((keys_, rows))
        self._waiting += len(rows)
        if self._waiting > 50_000 + _MERGE_AT * len(self._rows):
            self._merge()
        else:
            for key, row in zip(keys_.tolist(), rows.tolist(), strict=True):
                self._fresh.setdefault(key, []).append(row)

    def _merge(self) -> None:
        old = np.repeat(self._keys, np.diff(self._starts))
        keys = np.concatenate([old, *(keys for keys, _rows in self._new)])
        rows = np.concatenate([self._rows, *(rows for _keys, rows in self._new)])
        order = np.argsort(keys, kind="stable")
        self._rows = rows[order]
        self._keys, starts = np.unique(keys[order], return_index=True)
        self._starts = np.append(starts, len(rows)).astype(np.int64)
        self._new, self._waiting, self._fresh = [], 0, {}

    def nearest(self, record: Record, most: int) -> Ints:
        """Rows of at most so many records that share the most telling keys with one."""
        keys = sorted(keys_of(record))
        country = hashed(record.country) if record.country else 0
        own = np.array([crc32(key.encode()) << 32 for key in keys], np.uint64)
        kinds = np.array([_WEIGHTS[key[0]] for key in keys])
        anywhere = self._counts(own | np.uint64(_ANYWHERE))
        rarity = np.log((self.size + 1) / (anywhere + 0.5)) * kinds
        wanted = (
            [(own | np.uint64(_ANYWHERE), rarity)]
            if not country
            else [(own | np.uint64(country), rarity), (own, rarity)]
        )
        found, weights = self._gathered(wanted)
        if not len(found):
            return np.zeros(0, np.int64)
        rows, scores = self._summed(found, weights)
        if len(rows) > most:
            best = np.argpartition(scores, len(rows) - most)[-most:]
            rows, scores = rows[best], scores[best]
        return rows[np.argsort(-scores, kind="stable")]

    def _summed(self, found: Ints, weights: NDArray[np.float64]) -> tuple[Ints, NDArray[np.float64]]:
        """Each row found once, in their order, with the sum of its weights.

        The sums are gathered in an array as long as the index that is never scanned: a query costs what it finds.
        """
        if len(self._sums) < self.size:
            self._sums, self._last = np.zeros(2 * self.size), np.zeros(2 * self.size, np.int64)
        np.add.at(self._sums, found, weights)
        places = np.arange(len(found))
        self._last[found] = places
        rows = np.sort(found[self._last[found] == places])
        scores = self._sums[rows]
        self._sums[rows] = 0
        return rows, scores

    def _counts(self, keys: NDArray[np.uint64]) -> Ints:
        """How many records are under each key."""
        counts = np.zeros(len(keys), np.int64)
        if len(self._keys):
            at = np.searchsorted(self._keys, keys)
            at[at == len(self._keys)] = 0
            counts += np.where(self._keys[at] == keys, self._starts[at + 1] - self._starts[at], 0)
        if self._fresh:
            counts += np.array([len(self._fresh.get(key, ())) for key in keys.tolist()], np.int64)
        return counts

    def _gathered(
        self, wanted: Sequence[tuple[NDArray[np.uint64], NDArray[np.float64]]]
    ) -> tuple[Ints, NDArray[np.float64]]:
        rows: list[NDArray[np.int32]] = []
        weights: list[float] = []
        sizes: list[int] = []
        for keys, rarity in wanted:
            at = np.searchsorted(self._keys, keys) if len(self._keys) else np.zeros(len(keys), np.int64)
            for key, place, weight in zip(keys.tolist(), at.tolist(), rarity.tolist(), strict=True):
                if place < len(self._keys) and int(self._keys[place]) == key:
                    start, end = int(self._starts[place]), int(self._starts[place + 1])
                    if end - start <= MOST_UNDER_KEY:
                        rows.append(self._rows[start:end])
                        weights.append(weight)
                        sizes.append(end - start)
                if self._fresh and (fresh := self._fresh.get(key)):
                    rows.append(np.array(fresh, np.int32))
                    weights.append(weight)
                    sizes.append(len(fresh))
        if not rows:
            return np.zeros(0, np.int64), np.zeros(0)
        return np.concatenate(rows).astype(np.int64), np.repeat(weights, sizes)
