"""A table grouped: what is known of names, judgements, and the order of rows."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qiao.engines.resolve.dedupe import LEAST_SURE, MOST_SURE, Deduped, JudgedUnknown, dedupe, threshold_for
from qiao.engines.resolve.result import Judged, Verdict
from qiao.engines.resolve.tables.columns import Row
from tests.engines.resolve.tables.rows import some_rows


def groups(found: Deduped) -> set[frozenset[str]]:
    clusters: dict[int, set[str]] = {}
    for placed in found.placed:
        clusters.setdefault(placed.cluster, set()).add(placed.id)
    return {frozenset(each) for each in clusters.values()}


def test_one_university_in_three_tongues_and_its_initials() -> None:
    rows = [
        Row("a", "Technische Universität München", "DE", "München", "tum.de"),
        Row("b", "Technical University of Munich", "DE", "Munich", "tum.de"),
        Row("c", "慕尼黑工业大学", "DE", "慕尼黑", "tum.de"),
        Row("d", "Universität Passau", "DE", "Passau", "uni-passau.de"),
    ]
    assert groups(dedupe(rows)) == {frozenset("abc"), frozenset("d")}


def test_numbered_hospitals_of_one_town_stay_apart() -> None:
    rows = [Row(str(n), f"Wuxi No. {n} People's Hospital", "CN", "Wuxi") for n in range(1, 6)]
    assert len(groups(dedupe(rows))) == 5


def test_a_name_without_letters_stays_alone() -> None:
    rows = [Row("a", ""), Row("b", "!!!"), Row("c", "   "), Row("d", "")]
    assert len(groups(dedupe(rows))) == 4


def test_the_order_of_rows_changes_only_the_numbers_of_clusters() -> None:
    rows = some_rows(300, seed=5)
    mixed = rows[:]
    random.Random(1).shuffle(mixed)
    one, other = dedupe(rows), dedupe(mixed)
    assert groups(one) == groups(other)
    assert {p.id: p.score for p in one.placed} == {p.id: p.score for p in other.placed}
    assert one.threshold == other.threshold
    assert [placed.id for placed in other.placed] == [row.id for row in mixed]
    numbers = [placed.cluster for placed in other.placed]
    assert list(dict.fromkeys(numbers)) == list(range(max(numbers) + 1))


def test_judgements_hold_in_a_table() -> None:
    rows = some_rows(120, seed=6)
    judged = [
        Judged(rows[0].id, rows[1].id, Verdict.SAME),
        Judged(rows[2].id, rows[3].id, Verdict.DIFFERENT),
        Judged(rows[1].id, rows[4].id, Verdict.DIFFERENT),
    ]
    place = {placed.id: placed.cluster for placed in dedupe(rows, judged).placed}
    assert place[rows[0].id] == place[rows[1].id]
    assert place[rows[2].id] != place[rows[3].id]
    assert place[rows[0].id] != place[rows[4].id]


def test_a_judgement_on_an_unknown_row_is_refused() -> None:
    with pytest.raises(JudgedUnknown, match="found z"):
        dedupe([Row("a", "Siemens")], [Judged("a", "z", Verdict.SAME)])


def test_pairs_hold_what_joined_and_what_somebody_should_see() -> None:
    rows = some_rows(120, seed=7)
    found = dedupe(rows)
    place = {placed.id: placed.cluster for placed in found.placed}
    pairs = list(found.pairs())
    assert all(pair.score >= 0.2 or place[pair.left] == place[pair.right] for pair in pairs)
    assert [pair.score for pair in pairs] == sorted((pair.score for pair in pairs), reverse=True)
    assert all(str(reason) for pair in pairs for reason in pair.reasons)


def test_the_threshold_rises_with_doubt() -> None:
    sure, doubtful = np.full(100, 0.99), np.concatenate((np.full(100, 0.99), np.full(100, 0.7)))
    assert threshold_for(sure, 0.98) == pytest.approx(MOST_SURE)
    assert threshold_for(np.concatenate((sure, [0.9])), 0.98) == pytest.approx(0.9)
    assert threshold_for(doubtful, 0.98) > 0.7
    assert threshold_for(np.zeros(0), 0.98) == LEAST_SURE


texts = st.text(max_size=40) | st.sampled_from(
    ["华为", "Siemens AG", "ÄÖÜ", "\u202e\x00", "１２３", "A" * 300, "Ａ", "한국"]
)
rows_of_any_kind = st.lists(st.tuples(texts, texts, texts, texts), max_size=12)


@settings(max_examples=50, deadline=None)
@given(rows_of_any_kind)
def test_any_text_is_grouped_without_a_crash(some: list[tuple[str, str, str, str]]) -> None:
    rows = [Row(str(at), *each) for at, each in enumerate(some)]
    found = dedupe(rows)
    assert [placed.id for placed in found.placed] == [row.id for row in rows]
    assert all(0 < placed.score <= 1 for placed in found.placed)
    assert len(list(found.pairs())) >= 0
