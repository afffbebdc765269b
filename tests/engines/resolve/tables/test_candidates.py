"""Candidate pairs against the plainest way of finding them."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest

from qiao.engines.resolve.tables import candidates as module
from qiao.engines.resolve.tables.candidates import candidates, narrowed, weights

Entry = tuple[int, int]


def plainly(entries: list[Entry], country: list[int], city: list[int], crowd: int, partners: int) -> dict[Entry, int]:
    """Pairs with their weights: each key narrowed while crowded, then the best partners of every row."""
    groups: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for row, key in entries:
        groups[(key,)].append(row)
    for within, unknown_counts in ((country, True), (city, False)):
        split: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for group, rows in groups.items():
            for row in rows:
                if len(rows) <= crowd:
                    split[group].append(row)
                elif within[row] or unknown_counts:
                    split[(*group, within[row] + 1)].append(row)
        groups = split
    worth = weights(len(country))
    shared: dict[Entry, int] = defaultdict(int)
    for rows in groups.values():
        if 1 < len(rows) <= crowd:
            for one in rows:
                for other in rows:
                    if one != other:
                        shared[one, other] += int(worth[len(rows)])
    kept = {}
    for row in range(len(country)):
        best = sorted((-weight, other) for (one, other), weight in shared.items() if one == row)[:partners]
        kept |= {(min(row, other), max(row, other)): -weight for weight, other in best}
    return kept


@pytest.mark.parametrize("seed", range(8))
def test_pairs_are_those_a_plain_search_finds(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CROWD", 4)
    monkeypatch.setattr(module, "PARTNERS", 3)
    monkeypatch.setattr(module, "_EXPANDED", 40)
    draw = np.random.default_rng(seed)
    rows = 25
    country, city = draw.integers(0, 3, rows), draw.integers(0, 4, rows)
    entries = sorted({(int(row), int(key)) for row, key in zip(draw.integers(0, rows, 90), draw.integers(0, 12, 90))})  # noqa: B905
    row, key = np.array([e[0] for e in entries], np.int64), np.array([e[1] for e in entries], np.uint64)
    keys = narrowed(row, key, country.astype(np.uint64), city.astype(np.uint64))
    found = candidates(keys, rows)
    got = {
        (int(one), int(other)): int(weight)
        for one, other, weight in zip(found.left, found.right, found.weight, strict=True)
    }
    assert got == plainly(entries, country.tolist(), city.tolist(), crowd=4, partners=3)
    assert (found.place.min(axis=1) < 3).all()


def test_no_keys_no_pairs() -> None:
    nothing = np.zeros(0, np.int64)
    keys = narrowed(nothing, nothing.astype(np.uint64), np.zeros(3, np.uint64), np.zeros(3, np.uint64))
    assert len(candidates(keys, 3).left) == 0
