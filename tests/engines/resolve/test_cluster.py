"""Clusters: guarded, obedient to judgements, and the same whatever the order."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qiao.engines.resolve.cluster import Clusters, Links, cluster

Scored = list[tuple[int, int, float]]


def links(pairs: Scored) -> Links:
    return Links(
        np.array([left for left, _, _ in pairs], np.int64),
        np.array([right for _, right, _ in pairs], np.int64),
        np.array([score for _, _, score in pairs], np.float64),
    )


def groups(found: Clusters) -> set[frozenset[int]]:
    return {
        frozenset(np.flatnonzero(found.cluster == number).tolist()) for number in range(int(found.cluster.max()) + 1)
    }


def test_rows_alone_are_their_own_clusters_in_order() -> None:
    found = cluster(3, links([]), threshold=0.9)
    assert found.cluster.tolist() == [0, 1, 2]
    assert found.score.tolist() == [1.0, 1.0, 1.0]


def test_a_pair_above_the_threshold_joins_and_one_below_does_not() -> None:
    found = cluster(4, links([(0, 3, 0.95), (1, 2, 0.89)]), threshold=0.9)
    assert groups(found) == {frozenset({0, 3}), frozenset({1}), frozenset({2})}
    assert found.score.tolist() == [0.95, 1.0, 1.0, 0.95]


def test_a_row_bears_the_weakest_join_between_it_and_the_heart_of_its_cluster() -> None:
    found = cluster(3, links([(0, 1, 0.99), (1, 2, 0.93), (0, 2, 0.92)]), threshold=0.9)
    assert found.score.tolist() == [0.99, 0.99, 0.93]


def test_one_strong_contradiction_keeps_two_groups_apart() -> None:
    chain = [(0, 1, 0.99), (2, 3, 0.99), (1, 2, 0.95), (0, 3, 0.0)]
    assert groups(cluster(4, links(chain), threshold=0.9)) == {frozenset({0, 1}), frozenset({2, 3})}


def test_weak_evidence_across_keeps_two_groups_apart() -> None:
    chain = [(0, 1, 0.99), (2, 3, 0.99), (1, 2, 0.95), (0, 3, 0.1), (0, 2, 0.1), (1, 3, 0.1)]
    assert groups(cluster(4, links(chain), threshold=0.9)) == {frozenset({0, 1}), frozenset({2, 3})}


def test_different_beats_any_score_also_by_way_of_others() -> None:
    pairs = [(0, 1, 0.999), (1, 2, 0.998)]
    found = cluster(3, links(pairs), threshold=0.9, different=[(2, 0)])
    assert groups(found) == {frozenset({0, 1}), frozenset({2})}


def test_same_needs_no_score_and_counts_as_sure() -> None:
    found = cluster(3, links([(0, 2, 0.01)]), threshold=0.9, same=[(2, 0)])
    assert groups(found) == {frozenset({0, 2}), frozenset({1})}
    assert found.score.tolist() == [1.0, 1.0, 1.0]


def test_judgements_that_contradict_each_other_are_reported_not_guessed() -> None:
    found = cluster(3, links([]), threshold=0.9, same=[(0, 1), (2, 1)], different=[(0, 2)])
    assert found.contradicted == ((1, 2),)
    assert groups(found) == {frozenset({0, 1}), frozenset({2})}
    assert cluster(2, links([]), threshold=0.9, same=[(0, 1)], different=[(1, 0)]).contradicted == ((0, 1),)


def test_a_judgement_of_a_row_with_itself_says_nothing() -> None:
    found = cluster(2, links([(0, 1, 0.99)]), threshold=0.9, same=[(0, 0)], different=[(1, 1)])
    assert found.contradicted == ()
    assert groups(found) == {frozenset({0, 1})}


ROWS = 9
pairs_of_rows = st.tuples(st.integers(0, ROWS - 1), st.integers(0, ROWS - 1)).filter(lambda pair: pair[0] < pair[1])
some_pairs = st.lists(pairs_of_rows, max_size=12, unique=True)
scored = st.dictionaries(pairs_of_rows, st.sampled_from([0.0, 0.3, 0.7, 0.9, 0.95, 0.99]), max_size=24)


@given(scored, some_pairs, some_pairs, st.randoms(use_true_random=False))
def test_the_order_and_direction_of_what_is_given_change_nothing(
    known: dict[tuple[int, int], float],
    same: list[tuple[int, int]],
    different: list[tuple[int, int]],
    chance: random.Random,
) -> None:
    given_pairs = [(left, right, score) for (left, right), score in known.items()]
    first = cluster(ROWS, links(given_pairs), threshold=0.8, same=same, different=different)
    mixed = [
        (right, left, score) if chance.random() < 0.5 else (left, right, score) for left, right, score in given_pairs
    ]
    chance.shuffle(mixed)
    turned = [(right, left) for left, right in same]
    chance.shuffle(turned)
    again = cluster(ROWS, links(mixed), threshold=0.8, same=turned, different=different[::-1])
    assert again.cluster.tolist() == first.cluster.tolist()
    assert again.score.tolist() == first.score.tolist()
    assert again.contradicted == first.contradicted


@given(scored, some_pairs, some_pairs)
def test_judgements_are_obeyed(
    known: dict[tuple[int, int], float], same: list[tuple[int, int]], different: list[tuple[int, int]]
) -> None:
    given_pairs = [(left, right, score) for (left, right), score in known.items()]
    found = cluster(ROWS, links(given_pairs), threshold=0.8, same=same, different=different)
    assert all(found.cluster[left] != found.cluster[right] for left, right in different)
    refused = set(found.contradicted)
    assert all((found.cluster[left] == found.cluster[right]) == ((left, right) not in refused) for left, right in same)
    assert ((found.score > 0) & (found.score <= 1)).all()


@pytest.mark.parametrize("size", [2, 3, 4])
def test_a_short_chain_of_sure_pairs_is_one_cluster(size: int) -> None:
    chain = [(at, at + 1, 0.99) for at in range(size - 1)]
    assert cluster(size, links(chain), threshold=0.9).cluster.max() == 0


def test_a_long_chain_breaks_where_too_little_was_compared() -> None:
    chain = [(at, at + 1, 0.99) for at in range(399)]
    found = cluster(400, links(chain), threshold=0.9).cluster
    assert list(found) == sorted(found)
    assert 1 < found.max() + 1 <= 100
