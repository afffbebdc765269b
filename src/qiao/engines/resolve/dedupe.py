"""Which rows of one table are one organisation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qiao.engines.resolve.cluster import Clusters, Links, cluster
from qiao.engines.resolve.result import Judged, Pair, Placed, Reason, Verdict
from qiao.engines.resolve.tables.columns import Row
from qiao.engines.resolve.tables.memory import links_in_memory
from qiao.engines.resolve.tables.reasons import reasons_for
from qiao.engines.resolve.tables.scorer import TableModel, shipped
from qiao.engines.resolve.tables.stored import has_duckdb, links_by_duckdb

STEPS = 4
"""How often `step` is called."""

LEAST_SURE = 0.6
MOST_SURE = 0.97
"""The threshold stays between these, whatever the table looks like."""

MOST_IN_MEMORY = 2_000_000
"""Rows beyond which DuckDB holds the table, where it is installed; memory takes about 3 kB a row."""

ASK = 0.2
"""Pairs from here on that were not joined are worth a person's look."""


class JudgedUnknown(ValueError):
    """A judgement names a row that is not in the table."""


@dataclass(frozen=True, slots=True)
class Deduped:
    """The outcome.

    placed        for every row, in the order given, its cluster.
    contradicted  "same" judgements that a "different" forbids, as pairs of ids.
    threshold     the score from which pairs of this table were joined.
    """

    placed: list[Placed]
    contradicted: list[tuple[str, str]]
    threshold: float
    _rows: list[Row]
    _links: Links
    _clusters: Clusters
    _same: frozenset[tuple[int, int]]

    def pairs(self) -> Iterator[Pair]:
        """Pairs to look at, the surest first: those judged or found to be one, and those above ASK left apart."""
        links, cluster_of = self._links, self._clusters.cluster
        for left, right in sorted(self._same):
            yield self._pair(left, right, 1.0, (Reason("row_judged", 9.0),))
        joined = cluster_of[links.left] == cluster_of[links.right]
        shown = np.flatnonzero(joined | (links.score >= ASK))
        order = shown[np.lexsort((links.right[shown], links.left[shown], -links.score[shown]))]
        for at in order.tolist():
            left, right = int(links.left[at]), int(links.right[at])
            if (left, right) not in self._same:
                yield self._pair(left, right, float(links.score[at]), ())

    def _pair(self, left: int, right: int, score: float, first: tuple[Reason, ...]) -> Pair:
        one, other = self._rows[left], self._rows[right]
        return Pair(one.id, other.id, score, (*first, *reasons_for(one, other)))


def dedupe(
    rows: Sequence[Row],
    judged: Iterable[Judged] = (),
    *,
    model: TableModel | None = None,
    step: Callable[[], None] = lambda: None,
) -> Deduped:
    """Group the rows of a table.

    rows     ids are unique; the order of rows changes nothing but the numbers of clusters.
    judged   what people said; it beats every score. Raises JudgedUnknown.
    step     called STEPS times while the work goes on.
    """
    model = model or shipped()
    order = sorted(range(len(rows)), key=lambda at: rows[at].id)
    number = {rows[at].id: place for place, at in enumerate(order)}
    same, different = _judgements(judged, number)
    ordered = [rows[at] for at in order]
    compare = links_by_duckdb if len(rows) > MOST_IN_MEMORY and has_duckdb() else links_in_memory
    links = compare(ordered, model, step)
    threshold = threshold_for(links.score, model.precision)
    clusters = cluster(len(rows), links, threshold=threshold, same=same, different=different)
    step()
    return Deduped(
        placed=_placed(rows, clusters, number),
        contradicted=[(ordered[one].id, ordered[other].id) for one, other in clusters.contradicted],
        threshold=threshold,
        _rows=ordered,
        _links=links,
        _clusters=clusters,
        _same=frozenset((min(pair), max(pair)) for pair in same) - frozenset(clusters.contradicted),
    )


def threshold_for(score: NDArray[np.float64], precision: float) -> float:
    """The lowest score at which the pairs from there on are expected to be right this often, within sane limits.

    A fixed threshold would join more wrong pairs the larger the table: the table's own scores say how full of
    doubtful pairs it is.
    """
    falling = np.sort(score[score >= LEAST_SURE])[::-1]
    if not len(falling):
        return LEAST_SURE
    expected = np.cumsum(falling) / np.arange(1, len(falling) + 1)
    # Equal scores stand or fall together.
    last = np.append(falling[1:] < falling[:-1], True)
    kept = np.flatnonzero(last & (expected >= precision))
    return float(np.clip(falling[kept[-1]] if len(kept) else 1.0, LEAST_SURE, MOST_SURE))


def _judgements(
    judged: Iterable[Judged], number: dict[str, int]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    said: dict[Verdict, list[tuple[int, int]]] = {Verdict.SAME: [], Verdict.DIFFERENT: []}
    for each in judged:
        for one in (each.left, each.right):
            if one not in number:
                raise JudgedUnknown(f"expected a judgement on rows of the table, found {one}")
        said[each.verdict].append((number[each.left], number[each.right]))
    return said[Verdict.SAME], said[Verdict.DIFFERENT]


def _placed(rows: Sequence[Row], clusters: Clusters, number: dict[str, int]) -> list[Placed]:
    """Clusters numbered anew in the order of the rows as given."""
    renumbered: dict[int, int] = {}
    placed = []
    for row in rows:
        at = number[row.id]
        shown = renumbered.setdefault(int(clusters.cluster[at]), len(renumbered))
        placed.append(Placed(row.id, shown, float(clusters.score[at])))
    return placed
