"""The records on which the claims of a batch land: found, or made under the ids that the comparison gave them."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from qiao.exchange.models import ImportRow, ImportRun
from qiao.exchange.queries.known import existing
from qiao.register.actions.bulk import Sheaf
from qiao.register.actions.state import ROWS
from qiao.register.enums import EntityKind
from qiao.register.models import Entity

FARTHEST = 5  # rows that lean on rows that lean on rows


class Landing:
    """Record ids of one batch -> the records that stand for them.

    An id that no record bears belongs to an earlier row of the file that made none: where an officer took that row
    for another record, its claims and those of the rows that lean on it land there; where it was left out, the
    first row that needs the record makes it.
    """

    def __init__(self, run: ImportRun, sheaf: Sheaf, ids: Iterable[UUID]) -> None:
        self._run = run
        self._sheaf = sheaf
        wanted = set(ids)
        self._there = existing(run.zone, wanted)
        self._leads_to: dict[UUID, UUID] = {}
        self.made: set[UUID] = set()
        self._follow(wanted - set(self._there))

    def record(self, id: UUID, kind: str) -> Entity:
        """The record that stands for an id, made when there is none."""
        id = self.stands_for(id)
        if id not in self._there:
            entity_kind = EntityKind(kind)
            self._there[id] = self._sheaf.enter(entity_kind, ROWS[entity_kind], self._run.audience, id=id)
            self.made.add(id)
        return self._there[id]

    def stands_for(self, id: UUID) -> UUID:
        """The id of the record that stands for an id."""
        for _step in range(FARTHEST):
            if id in self._there or id not in self._leads_to:
                break
            id = self._leads_to[id]
        return id

    def has(self, id: UUID) -> bool:
        """Whether a record bears this id, or is about to."""
        return id in self._there

    def reached(self) -> set[UUID]:
        """All records that were there before."""
        return set(self._there) - self.made

    def _follow(self, missing: set[UUID]) -> None:
        for _step in range(FARTHEST):
            if not missing:
                return
            rows = ImportRow.objects.filter(zone=self._run.zone, run=self._run, own__in=missing)
            led = {row.own: row.lands_on for row in rows.defer("cells") if row.own and row.lands_on}
            led = {own: end for own, end in led.items() if own != end}
            self._leads_to |= led
            self._there |= existing(self._run.zone, led.values())
            missing = set(led.values()) - set(self._there)
