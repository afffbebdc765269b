"""A registry that can be asked for the records most like one; new records may be added as they come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from qiao.engines.resolve.compare import compare
from qiao.engines.resolve.record import Record
from qiao.engines.resolve.result import Decision, Linked, Match
from qiao.engines.text.names import fold


class Registry:
    """Records held in memory under their blocking keys.

    records   of any kinds; each query sees those of its own kind. Ids are unique.
    """

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._records: dict[str, Record] = {}
        self._under: defaultdict[str, set[str]] = defaultdict(set)
        for record in records:
            self.add(record)

    def __len__(self) -> int:
        return len(self._records)

    def add(self, record: Record) -> None:
        """Let a record be found from now on; one already held under its id is replaced."""
        self._records[record.id] = record
        for name in record.names:
            self._under[fold(name.text)].add(record.id)

    def nearest(self, queries: Sequence[Record], *, top: int = 5) -> list[Linked]:
        """For each query, in order, the records most likely to be the same thing. Faster asked by the hundred."""
        return [self._nearest(query, top) for query in queries]

    def _nearest(self, query: Record, top: int) -> Linked:
        ids = {one for name in query.names for one in self._under.get(fold(name.text), ())}
        found = [(one, compare(query, self._records[one])) for one in sorted(ids)]
        found = sorted((f for f in found if f[1].score > 0), key=lambda f: (-f[1].score, f[0]))[:top]
        sure = found[0][0] if len(found) == 1 and found[0][1].decision == Decision.SAME else None
        return Linked(query.id, tuple(Match(one, like.score, like.reasons) for one, like in found), sure)
