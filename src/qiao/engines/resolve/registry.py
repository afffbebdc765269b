"""A registry that can be asked for the records most like one; new records may be added as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from qiao.engines.resolve.attribution import Ground, attributed
from qiao.engines.resolve.columns import Columns, Ints
from qiao.engines.resolve.comparisons import features
from qiao.engines.resolve.context import with_rivals
from qiao.engines.resolve.days import days_add
from qiao.engines.resolve.decisions import FIRST_TREES, RIVALS, Pairs, decided, rivals_told
from qiao.engines.resolve.model import Model, load_model
from qiao.engines.resolve.persons import People
from qiao.engines.resolve.persons import compare as compare_persons
from qiao.engines.resolve.reasons import reasons_for
from qiao.engines.resolve.record import Kind, Record
from qiao.engines.resolve.result import Decision, Likeness, Linked, Match, Reason
from qiao.engines.resolve.shelf import Shelf
from qiao.engines.resolve.side import Side

PROMISING = RIVALS + 1
"""After the first trees, so many candidates of each query go on to the others."""

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
        self, queries: Sequence[Record], *, top: int = 5, least: float = _LEAST, but_itself: bool = False
    ) -> list[Linked]:
        """For each query, in order, the records most likely to be the same thing. Faster asked by the hundred.

        least        matches less likely than this are left out, and the search for their reasons is spared.
        but_itself   whether the queries are records of the registry, asked for others like them.
        """
        answers: dict[int, Linked] = {}
        for kind in dict.fromkeys(query.kind for query in queries):
            places = [at for at, query in enumerate(queries) if query.kind == kind]
            asked = [queries[at] for at in places]
            if kind == Kind.PERSON:
                found = self._people.nearest(asked, top=top, but_itself=but_itself)
            else:
                found = _linked(self._shelves.get(kind), asked, self._model, top, least, but_itself)
            answers.update(zip(places, found, strict=True))
        return [answers[at] for at in range(len(queries))]

    def decisions(self, pairs: Pairs) -> list[Likeness]:
        """For each pair, in order, how likely the right record is the left, among those that may be meant instead.

        pairs     any records, held or not; of two kinds they are never one. Far cheaper asked together.
        Returns   calibrated probabilities in [0, 1], what may be done about them, and the reasons. Persons have no
                  rivals: their rules ask for more than a name.
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
            found.update(zip(places, decided(shelf, self._model, [pairs[at] for at in places]), strict=True))
        return [found[at] for at in range(len(pairs))]


def _linked(
    shelf: Shelf | None, queries: list[Record], model: Model, top: int, least: float, but_itself: bool
) -> list[Linked]:
    nothing = [Linked(query.id, (), None) for query in queries]
    if shelf is None or not len(shelf):
        return nothing
    asked, rows = shelf.candidates(queries, but_itself=but_itself)
    if not len(rows):
        return nothing
    side = Side(Columns(queries), shelf.side.weighing)
    held = shelf.columns.records
    days = np.array([days_add(queries[at], held[row]) for at, row in zip(asked.tolist(), rows.tolist(), strict=True)])
    chances, values = scored(model, side, shelf.side, asked, rows, days)
    order = np.lexsort((-chances, asked))
    groups = np.split(order, np.flatnonzero(np.diff(asked[order])) + 1)
    shown = [group[:top][chances[group[:top]] >= least] for group in groups]
    reasons = _reasons(queries, shelf, model, asked, rows, values, np.concatenate(shown))
    for group, best in zip(groups, shown, strict=True):
        query = queries[int(asked[group[0]])]
        rivals = _rivals(chances, group)
        matches = tuple(
            Match(shelf.columns.records[int(rows[k])].id, float(chances[k]), reasons[int(k)] + rivals(int(k)))
            for k in best
        )
        sure = matches[0].id if matches and matches[0].score >= model.same and _may_be_taken(query) else None
        nothing[int(asked[group[0]])] = Linked(query.id, matches, sure)
    return nothing


def _reasons(
    queries: list[Record],
    shelf: Shelf,
    model: Model,
    asked: Ints,
    rows: Ints,
    values: NDArray[np.float32],
    shown: Ints,
) -> dict[int, tuple[Reason, ...]]:
    added = attributed(model.alone, values[shown]) if len(shown) else np.zeros((0, len(Ground)))
    return {
        int(k): reasons_for(
            queries[int(asked[k])],
            shelf.columns.records[int(rows[k])],
            dict(zip(Ground, row.tolist(), strict=True)),
            shelf.columns.forms_of_row(int(rows[k])),
        )
        for k, row in zip(shown, added, strict=True)
    }


def _rivals(chances: NDArray[np.float64], group: Ints) -> Callable[[int], tuple[Reason, ...]]:
    """What the others of a group say against one of it: how many fit about as well."""

    def against(k: int) -> tuple[Reason, ...]:
        near = int((chances[group] >= 0.5 * chances[k]).sum()) - 1
        return rivals_told(near)

    return against


def _may_be_taken(query: Record) -> bool:
    """Events and stations share their names with their sisters: a person looks at each."""
    return query.kind == Kind.ORGANISATION


def scored(
    model: Model, left: Side, right: Side, asked: Ints, rows: Ints, days: NDArray[np.float64] | float = 0.0
) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
    """The probability of each candidate among its rivals, and what the comparisons said of it."""
    values = features(left, right, asked, rows)
    kept = _promising(model.alone.begun(values, FIRST_TREES), asked)
    close, added = values[kept], days[kept] if isinstance(days, np.ndarray) else days
    starts = np.flatnonzero(np.diff(asked[kept], prepend=-1))
    raw = model.among(with_rivals(model.alone(close) + added, close, starts))
    chances = np.zeros(len(rows))
    chances[kept] = model.among_curve(raw)
    return chances, values


def _promising(scores: NDArray[np.float64], asked: Ints) -> Ints:
    """The candidates of each query that a first look leaves in, in their order."""
    order = np.lexsort((-scores, asked))
    starts = np.flatnonzero(np.diff(asked, prepend=-1))
    place = np.arange(len(order)) - np.repeat(starts, np.diff(np.append(starts, len(order))))
    return np.sort(order[place < PROMISING])
