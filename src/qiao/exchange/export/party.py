"""One party as it is exported: everything the member may see of it, each statement with its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Cited:
    """The source of a statement, and the place in it: a page, a row of a sheet, characters of a text."""

    source_id: UUID
    title: str
    kind: str  # a value of register.enums.SourceKind
    published: date | None
    place: str


@dataclass(frozen=True, slots=True)
class Stated:
    """One claim as it is written out. `table` is its table as addresses name it; `value` its columns by name."""

    claim_id: UUID
    table: str
    value: Mapping[str, Any]
    modality: str
    valid_from: date | None
    valid_until: date | None
    precision: str
    cited: Cited

    @property
    def is_fact(self) -> bool:
        return self.modality == "fact"


@dataclass(frozen=True, slots=True)
class Party:
    """A group of records judged the same, as one party.

    id       the record that stands for it before the member.    records   those of it that the member sees.
    called   what it is called in the language of the export.    stated    claims, the ones to show first in front.
    """

    id: UUID
    kind: str
    records: tuple[UUID, ...]
    called: str
    stated: tuple[Stated, ...]

    def of(self, table: str) -> Iterator[Stated]:
        """All that is stated in one table, be it a fact or a plan."""
        return (one for one in self.stated if one.table == table)

    def facts(self, table: str) -> Iterator[Stated]:
        """What holds as a fact, of one table, each value once."""
        seen: set[tuple[Any, ...]] = set()
        for one in self.stated:
            if one.table == table and one.is_fact:
                value = (
                    *(one.value[column] for column in one.value if column != "script"),
                    one.valid_from,
                    one.valid_until,
                )
                if value not in seen:
                    seen.add(value)
                    yield one
