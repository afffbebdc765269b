"""The records of one kind that a registry holds: their columns, their keys, and how rare their words are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from qiao.engines.resolve.blocking import Index
from qiao.engines.resolve.columns import Columns, Ints
from qiao.engines.resolve.record import Record
from qiao.engines.resolve.side import Side, Weighing

CANDIDATES = 40
"""Records looked at closely for each query."""


class Shelf:
    """Records of one kind, grown by appending; a row that was dropped is passed over."""

    def __init__(self, records: list[Record]) -> None:
        self.columns = Columns(records)
        self.index = Index()
        self.index.extend(records, map(self.columns.forms_of_row, range(len(records))))
        self.side = Side(self.columns, Weighing.of(self.columns))
        self._weighed = len(records)
        self._rows = {record.id: row for row, record in enumerate(records)}
        self._gone: set[int] = set()

    def __len__(self) -> int:
        return len(self._rows)

    def extend(self, records: list[Record]) -> None:
        """Records of which none is held."""
        begin = len(self.columns)
        for row, record in enumerate(records, start=begin):
            self._rows[record.id] = row
        self.columns.extend(records)
        self.index.extend(records, map(self.columns.forms_of_row, range(begin, len(self.columns))))
        if len(self.columns) > 2 * self._weighed + 1_000:
            # Words that were rare in a small table may be common by now.
            self.side = Side(self.columns, Weighing.of(self.columns))
            self._weighed = len(self.columns)

    def drop(self, identity: str) -> None:
        row = self._rows.pop(identity, None)
        if row is not None:
            self._gone.add(row)

    def row_of(self, identity: str) -> int:
        """The row of the record held under an id; -1 when there is none."""
        return self._rows.get(identity, -1)

    def candidates(
        self, queries: Sequence[Record], most: int = CANDIDATES, *, but_itself: bool = False
    ) -> tuple[Ints, Ints]:
        """Rows of `queries` and of the shelf that are worth comparing, the queries in order.

        but_itself   whether the record held under a query's own id is the query, and no candidate for itself.
        """
        # One more is gathered either way: of equals at the end the same are left, whoever asks.
        found = [self._nearest(query, most + 1) for query in queries]
        own = [self.row_of(query.id) if but_itself else -1 for query in queries]
        found = [rows[rows != at][:most] for rows, at in zip(found, own, strict=True)]
        asked = np.repeat(np.arange(len(queries)), [len(rows) for rows in found])
        return asked, np.concatenate(found) if found else np.zeros(0, np.int64)

    def _nearest(self, query: Record, most: int) -> Ints:
        rows = self.index.nearest(query, most + min(len(self._gone), most))
        if self._gone:
            rows = rows[[row not in self._gone for row in rows.tolist()]] if len(rows) else rows
        return rows[:most]
