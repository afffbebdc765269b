from __future__ import annotations

from uuid import UUID

from django.db import models

from qiao.exchange.enums import DECIDABLE, Decision, Fate
from qiao.exchange.models.run import ImportRun
from qiao.zones.models import Action, ZoneRow


class ImportRow(ZoneRow):
    """One row is one row of a file, and what becomes of it: every row of the file has one.

    own       the id of the record it makes, if it makes one: known before, so that a run that is taken up again
              makes the same records.
    matched   the record that the comparison found; `target` the one that its claims land on, unless an officer
              says otherwise.
    others    the parties that the row names besides its own: own, matched, target, how, score, reasons.
    """

    run = models.ForeignKey(ImportRun, on_delete=models.PROTECT, related_name="rows")
    ordinal = models.PositiveIntegerField()  # its place among the rows, from 0
    number = models.PositiveIntegerField()  # its number as the file shows it
    cells = models.JSONField(default=list)
    digest = models.CharField(max_length=32)  # of what it says, however its columns are ordered
    fate = models.CharField(max_length=8, choices=Fate)
    why = models.JSONField(default=dict)  # code and parameters
    how = models.CharField(max_length=10, blank=True)  # id, file, row, number, name, likeness
    own: UUID | None = models.UUIDField(null=True)  # type: ignore[assignment]  # records that are not made yet
    matched: UUID | None = models.UUIDField(null=True)  # type: ignore[assignment]  # what an instance holds, not the field
    target: UUID | None = models.UUIDField(null=True)  # type: ignore[assignment]  # likewise
    others = models.JSONField(default=list)
    score = models.FloatField(null=True)
    reasons = models.JSONField(default=list)  # codes with weights, never names
    decision = models.CharField(max_length=8, choices=Decision, blank=True)
    decided = models.ForeignKey(Action, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(ZoneRow.Meta):
        constraints = [
            *ZoneRow.Meta.constraints,
            models.UniqueConstraint(fields=["zone", "run", "ordinal"], name="import_row_once"),
        ]
        indexes = [
            models.Index(fields=["zone", "run", "fate", "ordinal"], name="import_row_fate"),
            models.Index(fields=["zone", "digest"], name="import_row_digest"),
            models.Index(fields=["zone", "run", "own"], name="import_row_own"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.fate}"

    @property
    def is_decidable(self) -> bool:
        return self.fate in DECIDABLE

    @property
    def lands_on(self) -> UUID | None:
        """The record that its claims land on after the officer's word; None when it is left out or not understood."""
        if self.fate == Fate.REFUSED or self.decision == Decision.LEAVE:
            return None
        return {Decision.SAME: self.matched, Decision.NEW: self.own}.get(Decision(self.decision), self.target)
