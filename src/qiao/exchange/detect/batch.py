"""Rows that are compared together, and what is known while they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from qiao.engines.resolve import Likeness, Record
from qiao.exchange.detect.facts import Facts
from qiao.exchange.detect.found import Place
from qiao.exchange.reading import Draft


@dataclass(frozen=True, slots=True)
class Prior:
    """Where an equal row of an earlier import landed, and whether it stood in this very file."""

    record: UUID
    same_file: bool


@dataclass(frozen=True, slots=True)
class Item:
    """A row to be compared: its number, its draft and digest, and what is known of it beforehand.

    prior   what an earlier import made of an equal row.   by_id   the record that its Qiao id names.
    """

    number: int
    draft: Draft
    digest: str
    prior: Prior | None = None
    by_id: UUID | None = None

    @property
    def is_known(self) -> bool:
        return self.prior is not None or self.by_id is not None

    def parties(self) -> Iterator[Draft]:
        """The row's own party, then those its ties lead to."""
        yield self.draft
        for tie in self.draft.ties:
            yield tie.other


@dataclass(slots=True)
class Batch:
    """What is known while one batch is compared; drafts are told apart by `id`, as two may say the same.

    known     record -> what the register, the rows before and the rows of this batch say of it.
    asked     draft -> the record that it would make, as the engine knows it.
    near      record asked -> the likeliest of the register and the rows before, then rows of this batch like it.
    likely    record asked and one of these -> how likely they are one, among all that may be meant instead.
    here      ids of the queries: they are there once a row has made them.
    made      ids of the records that rows of this batch make; `new` the same as the engine knows them.
    touched   records of which this batch says something.
    """

    known: dict[UUID, Facts]
    asked: dict[int, Record] = field(default_factory=dict)
    near: dict[str, list[str]] = field(default_factory=dict)
    likely: dict[tuple[str, str], Likeness] = field(default_factory=dict)
    here: frozenset[str] = frozenset()
    made: set[UUID] = field(default_factory=set)
    new: list[Record] = field(default_factory=list)
    touched: set[UUID] = field(default_factory=set)

    def facts(self, record: UUID) -> Facts:
        """What is known of a record; nothing, when it is new."""
        return self.known.setdefault(record, Facts())


@dataclass(frozen=True, slots=True)
class Placed:
    """A party with its place, and the tables in which it says something that was not known."""

    draft: Draft
    place: Place
    adds: frozenset[str] = frozenset()
    disputes: tuple[tuple[str, str, str], ...] = ()  # question, what is known, what the row says
