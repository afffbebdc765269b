"""Persons held in memory under their blocking keys, to be asked for those most like one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from qiao.engines.resolve.persons.compare import compare
from qiao.engines.resolve.persons.keys import keys_of
from qiao.engines.resolve.record import Record
from qiao.engines.resolve.result import Decision, Linked, Match

MOST_UNDER_A_KEY = 2_000
"""A key that more persons share tells nothing; their names, when written alike, still meet under a longer one."""


class People:
    """Records of persons. Ids are unique."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._records: dict[str, Record] = {}
        self._under: defaultdict[str, set[str]] = defaultdict(set)
        for record in records:
            self.add(record)

    def __len__(self) -> int:
        return len(self._records)

    def add(self, record: Record) -> None:
        """Let a person be found from now on; one already held under the id is replaced."""
        self.drop(record.id)
        self._records[record.id] = record
        for key in keys_of(record).held:
            self._under[key].add(record.id)

    def held(self, identity: str) -> Record | None:
        """The person held under an id."""
        return self._records.get(identity)

    def drop(self, identity: str) -> None:
        """Forget a person; nothing happens when none is held under the id."""
        record = self._records.pop(identity, None)
        for key in keys_of(record).held if record else ():
            self._under[key].discard(identity)

    def nearest(self, queries: Sequence[Record], *, top: int = 5, but_itself: bool = False) -> list[Linked]:
        """For each query, in order, the persons who may be meant; taken unasked only where one alone may be taken.

        but_itself   whether the queries are held themselves, and asked for others like them.
        """
        return [self._nearest(query, top, query.id if but_itself else None) for query in queries]

    def _nearest(self, query: Record, top: int, own: str | None) -> Linked:
        under = (self._under.get(key, frozenset[str]()) for key in keys_of(query).asked)
        ids = {identity for found in under if len(found) <= MOST_UNDER_A_KEY for identity in found}
        ids.discard(own or "")
        compared = [(identity, compare(query, self._records[identity])) for identity in ids]
        likely = sorted((c for c in compared if c[1].decision != Decision.DISTINCT), key=lambda c: (-c[1].score, c[0]))
        same = [identity for identity, likeness in likely if likeness.decision == Decision.SAME]
        matches = tuple(Match(identity, like.score, like.reasons) for identity, like in likely[:top])
        return Linked(query.id, matches, same[0] if len(same) == 1 else None)
