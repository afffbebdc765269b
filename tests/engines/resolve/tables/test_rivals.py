"""What third rows say of a pair, against an exhaustive count."""

from __future__ import annotations

import numpy as np
import pytest

from qiao.engines.resolve.tables.candidates import Candidates
from qiao.engines.resolve.tables.rivals import rivalry

ROWS = 12


@pytest.mark.parametrize("seed", range(5))
def test_rivals_and_support_are_those_an_exhaustive_search_finds(seed: int) -> None:
    draw = np.random.default_rng(seed)
    pairs = [(one, other) for one in range(ROWS) for other in range(one + 1, ROWS) if draw.random() < 0.5]
    left, right = (np.array(side, np.int64) for side in zip(*pairs, strict=True))
    score = 0.02 + 0.98 * draw.random(len(pairs))
    found = Candidates(left, right, np.ones(len(pairs), np.int32), np.zeros((len(pairs), 2), np.int8))
    said = rivalry(found, score, ROWS)
    known = {
        pair: value for (one, other), value in zip(pairs, score, strict=True) for pair in ((one, other), (other, one))
    }
    for at, (one, other) in enumerate(pairs):
        thirds = [(known.get((one, k), 0.0), known.get((other, k), 0.0)) for k in range(ROWS) if k not in (one, other)]
        rivals = sorted((max(a * (1 - b) for a, b in thirds), max(b * (1 - a) for a, b in thirds)))
        assert said["support"][at] == pytest.approx(max(min(pair) for pair in thirds))
        assert [said["rival_least"][at], said["rival_most"][at]] == pytest.approx(rivals)


def test_no_pairs_no_rivals() -> None:
    nothing = np.zeros(0, np.int64)
    found = Candidates(nothing, nothing, nothing.astype(np.int32), np.zeros((0, 2), np.int8))
    assert all(len(values) == 0 for values in rivalry(found, np.zeros(0), 3).values())
