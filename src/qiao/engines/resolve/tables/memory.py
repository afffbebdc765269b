"""A table compared with itself in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qiao.engines.resolve.cluster import Links
from qiao.engines.resolve.tables.candidates import candidates, narrowed
from qiao.engines.resolve.tables.columns import Row, columns_of
from qiao.engines.resolve.tables.keys import keys_of
from qiao.engines.resolve.tables.measures import measured
from qiao.engines.resolve.tables.scorer import TableModel, scores
from qiao.engines.resolve.tables.tally import repeated_share, tally_of


def links_in_memory(rows: Sequence[Row], model: TableModel, step: Callable[[], None]) -> Links:
    """The candidate pairs of rows in the order given, and how likely each is one thing."""
    columns = columns_of(rows)
    tally = tally_of(columns)
    step()
    row, key = keys_of(columns, tally.rarity)
    keys = narrowed(row, key, columns.hashed(columns.country), columns.hashed(columns.city))
    found = candidates(keys, len(columns))
    step()
    score = scores(
        model,
        lambda left, right: measured(columns, tally, left, right),
        found,
        rows=len(columns),
        repeated=repeated_share(int((tally.twins > 1).sum()), len(columns)),
    )
    step()
    return Links(found.left, found.right, score)
