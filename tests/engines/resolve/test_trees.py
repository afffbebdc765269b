"""Trees walked by numpy and by LightGBM."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qiao.engines.resolve.comparisons import NAMES
from qiao.engines.resolve.model import MalformedModel, load_model, read_model
from qiao.engines.resolve.trees import Trees
from qiao.engines.resolve.version import MODEL_VERSION

BY_HAND = """tree
version=v4

Tree=0
num_leaves=3
split_feature=0 1
threshold=0.5 2
left_child=-1 -2
right_child=1 -3
leaf_value=1 10 100

Tree=1
num_leaves=1
leaf_value=0.25

end of trees
"""


def test_trees_by_hand() -> None:
    rows = np.array([[0.5, 9], [0.6, 2], [0.6, 2.5]], np.float32)

    assert Trees(BY_HAND)(rows).tolist() == [1.25, 10.25, 100.25]


def test_no_rows_no_scores() -> None:
    assert Trees(BY_HAND)(np.zeros((0, 2), np.float32)).tolist() == []


def test_numpy_and_lightgbm_walk_alike() -> None:
    lightgbm = pytest.importorskip("lightgbm")
    trees = Trees(load_model().alone.text)
    rows = np.random.default_rng(5).normal(0.4, 0.6, (300, len(NAMES))).astype(np.float32)
    theirs = lightgbm.Booster(model_str=trees.text).predict(rows, raw_score=True)

    np.testing.assert_allclose(trees.walk(rows), theirs, rtol=0, atol=1e-9)


def test_the_shipped_model_says_its_version() -> None:
    assert load_model().version == MODEL_VERSION


@given(st.binary(max_size=200))
def test_any_other_file_is_refused_in_a_sentence(raw: bytes) -> None:
    with pytest.raises(MalformedModel, match=r"^a\.json: expected a model"):
        read_model(raw, "a.json")
