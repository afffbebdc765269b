"""A registry that can be asked for the records most like one; new records may be added as they come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qiao.engines.resolve.decisions import Pairs, decided
from qiao.engines.resolve.linking import Wanted, linked
from qiao.engines.resolve.looking import Look, look
from qiao.engines.resolve.model import Model, load_model
from qiao.engines.resolve.persons import People
from qiao.engines.resolve.persons import compare as compare_persons
from qiao.engines.resolve.record import Kind, Record
from qiao.engines.resolve.result import Decision, Likeness, Linked
from qiao.engines.resolve.shelf import Shelf

_LEAST = 0.005
"""Matches less likely than this are not worth a line."""


class Registry:
    """Records held in memory under their blocking keys.

    records   of any kinds; each query sees those of its own kind. Ids are unique.
    model     another model than the one shipped.
    """

    def __init__(self, records: Iterable[Record] = (), *, model: Model | None = None) -> None:
        self._model = model or load_model()
        self._shelves: dict[Kind, Shelf] = {}
        self._people = People()
        self._seen: dict[Kind, Look] = {}
        by_kind: dict[Kind, list[Record]] = {}
        for record in {record.id: record for record in records}.values():
            by_kind.setdefault(record.kind, []).append(record)
        for person in by_kind.pop(Kind.PERSON, []):
            self._people.add(person)
        for kind, own in by_kind.items():
            self._shelves[kind] = Shelf(own)

    def __len__(self) -> int:
        return sum(map(len, self._shelves.values())) + len(self._people)

    def add(self, record: Record) -> None:
        """Let a record be found from now on; one already held under its id is replaced."""
        self.extend([record])

    def extend(self, records: Sequence[Record]) -> None:
        """The same for many, which costs less than one after another."""
        self._seen.clear()
        by_kind: dict[Kind, list[Record]] = {}
        for record in {record.id: record for record in records}.values():
            for shelf in self._shelves.values():
                shelf.drop(record.id)
            self._people.drop(record.id)
            if record.kind == Kind.PERSON:
                self._people.add(record)
            else:
                by_kind.setdefault(record.kind, []).append(record)
        for kind, own in by_kind.items():
            if kind not in self._shelves:
                self._shelves[kind] = Shelf([])
            self._shelves[kind].extend(own)

    def nearest(
        self,
        queries: Sequence[Record],
        *,
        top: int = 5,
        least: float = _LEAST,
        but_itself: bool = False,
        reasons: bool = True,
    ) -> list[Linked]:
        """For each query, in order, the records most likely to be the same thing. Faster asked by the hundred.

        least        matches less likely than this are left out, and the search for their reasons is spared.
        but_itself   whether the queries are records of the registry, asked for others like them.
        reasons      whether the reasons are wanted: they take a third of the time.
        """
        wanted = Wanted(top, least, reasons)
        answers: dict[int, Linked] = {}
        for kind in dict.fromkeys(query.kind for query in queries):
            places = [at for at, query in enumerate(queries) if query.kind == kind]
            asked = [queries[at] for at in places]
            if kind == Kind.PERSON:
                found = self._people.nearest(asked, top=top, but_itself=but_itself)
            else:
                found = self._linked(kind, asked, but_itself, wanted)
            answers.update(zip(places, found, strict=True))
        return [answers[at] for at in range(len(queries))]

    def _linked(self, kind: Kind, asked: list[Record], but_itself: bool, wanted: Wanted) -> list[Linked]:
        shelf = self._shelves.get(kind)
        if shelf is None or not len(shelf):
            return [Linked(query.id, (), None) for query in asked]
        seen = self._seen[kind] = look(shelf, self._model, asked, but_itself=but_itself)
        return linked(shelf, seen, self._model, wanted)

    def held(self, identity: str) -> Record | None:
        """The record held under an id."""
        for shelf in self._shelves.values():
            if (row := shelf.row_of(identity)) >= 0:
                return shelf.columns.records[row]
        return self._people.held(identity)

    def decisions(self, pairs: Pairs) -> list[Likeness]:
        """For each pair, in order, how likely the right record is the left, among those that may be meant instead.

        pairs     any records, held or not; of two kinds they are never one. Far cheaper asked together.
        Returns   calibrated probabilities in [0, 1], what may be done about them, and the reasons. Persons have no
                  rivals: their rules ask for more than a name.

        The last queries of `nearest` are cheapest: the look at them is kept until a record is added.
        """
        found: dict[int, Likeness] = {}
        of_kind: dict[Kind, list[int]] = {}
        for at, (left, right) in enumerate(pairs):
            if left.kind != right.kind:
                found[at] = Likeness(0.0, Decision.DISTINCT, ())
            elif left.kind == Kind.PERSON:
                found[at] = compare_persons(left, right)
            else:
                of_kind.setdefault(left.kind, []).append(at)
        for kind, places in of_kind.items():
            shelf = self._shelves.get(kind) or Shelf([])
            found.update(
                zip(
                    places, decided(shelf, self._model, [pairs[at] for at in places], self._seen.get(kind)), strict=True
                )
            )
        return [found[at] for at in range(len(pairs))]
