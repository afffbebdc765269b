"""A first look at queries: candidates from a shelf, what the comparisons say of them, what the first trees make of it.

Asking for the nearest and deciding about pairs begin with the same look, which is most of what either takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qiao.engines.resolve.columns import Columns, Ints
from qiao.engines.resolve.comparisons import features
from qiao.engines.resolve.model import Model
from qiao.engines.resolve.record import Record
from qiao.engines.resolve.shelf import Shelf
from qiao.engines.resolve.side import Side

FIRST_TREES = 40
"""Trees that choose the candidates looked at closely."""


@dataclass(frozen=True, slots=True)
class Look:
    """Queries beside their candidates, the queries in order.

    asked, rows   of each candidate the place of its query and its row on the shelf.
    values        what the comparisons say of it, (N, F); `first` what the first trees do, in log odds: (N,).
    is_free       whether no query is among its own candidates.
    """

    queries: Sequence[Record]
    side: Side
    asked: Ints
    rows: Ints
    values: NDArray[np.float32]
    first: NDArray[np.float64]
    is_free: bool

    def places(self, records: Sequence[Record]) -> list[int] | None:
        """Where each of these very records stands among the queries; None when one does not."""
        at = {id(query): place for place, query in enumerate(self.queries)}
        places = [at.get(id(record), -1) for record in records]
        return None if -1 in places else places


def look(shelf: Shelf, model: Model, queries: Sequence[Record], *, but_itself: bool) -> Look:
    """Look for the first time. `but_itself` as in `Shelf.candidates`."""
    asked, rows = shelf.candidates(queries, but_itself=but_itself)
    side = _side(shelf, queries)
    values = features(side, shelf.side, asked, rows)
    is_free = but_itself or all(shelf.row_of(query.id) < 0 for query in queries)
    return Look(queries, side, asked, rows, values, model.alone.begun(values, FIRST_TREES), is_free)


def _side(shelf: Shelf, queries: Sequence[Record]) -> Side:
    """The queries laid out; those that are the whole shelf are so already."""
    held = shelf.columns.records
    if len(held) == len(queries) and all(one is other for one, other in zip(held, queries, strict=True)):
        return shelf.side
    return Side(Columns(queries), shelf.side.weighing)
