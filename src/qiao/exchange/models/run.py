from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models

from qiao.exchange.enums import WORKING, RunState
from qiao.register.enums import SourceKind
from qiao.register.models import Source
from qiao.register.models.audience import audience_allows
from qiao.zones.models import Action, Circle, Membership, ZoneQuerySet, ZoneRow

if TYPE_CHECKING:
    from qiao.exchange.reading import Field


def kept_at(run: ImportRun, filename: str) -> str:
    """Where the file is kept: by zone and id, never under a name that came from outside."""
    return f"{run.zone_id}/imports/{run.pk}"


class ImportRunQuerySet(ZoneQuerySet["ImportRun"]):
    def visible_to(self, member: Membership) -> Self:
        """Imports whose circle admits the member.

        Station keepers and guests see their own alone: the fates of a colleague's rows would tell them which
        parties the zone knows.
        """
        runs = super().visible_to(member).filter(audience_allows(member, "audience"))
        return runs.filter(uploaded__actor=member.user_id) if member.is_confined else runs


class ImportRun(ZoneRow):
    """One row is one file of rows brought to the register, and how far its import has come.

    It is its own background job: cursor, counts and heartbeat are committed with the batch they describe, a stale
    heartbeat is claimed again, and `holder` tells a worker that comes back from the dead that another has taken over.
    """

    filename = models.CharField(max_length=255)
    file = models.FileField(upload_to=kept_at, max_length=200)
    size_bytes = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)  # SHA-256 of the file, to know it again
    source_kind = models.CharField(max_length=12, choices=SourceKind, default=SourceKind.OWN_RECORD)
    audience = models.ForeignKey(Circle, null=True, on_delete=models.PROTECT, related_name="+")
    uploaded = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")
    begun = models.ForeignKey(Action, null=True, on_delete=models.PROTECT, related_name="+")
    undone = models.ForeignKey(Action, null=True, on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="imports")

    state = models.CharField(max_length=10, choices=RunState, default=RunState.READING)
    problem = models.JSONField(default=dict)  # code and parameters of what was found, expected and kept
    cursor = models.PositiveIntegerField(default=0)  # rows, or when undoing batches, that are done in this state
    counts = models.JSONField(default=dict)  # fate -> rows
    heartbeat_at = models.DateTimeField(null=True)
    holder = models.UUIDField(null=True)  # the worker that has it
    previewed_at = models.DateTimeField(null=True)  # when the comparison began
    finished_at = models.DateTimeField(null=True)

    columns = models.JSONField(default=list)  # the headers, as written
    guesses = models.JSONField(default=list)  # one for each column: field, confidence, why, values
    sample = models.JSONField(default=list)  # the cells of the first rows
    mapping = models.JSONField(default=list)  # the field of each column, as an officer confirmed it
    row_count = models.PositiveIntegerField(default=0)
    reading = models.JSONField(default=dict)  # kind, sheet, other_sheets, header_row, read_with, notes

    objects = ImportRunQuerySet.as_manager()

    class Meta(ZoneRow.Meta):
        indexes = [
            models.Index(fields=["zone", "state"], name="import_zone_state"),
            models.Index(fields=["zone", "digest"], name="import_zone_digest"),
        ]

    def __str__(self) -> str:
        return self.filename

    @property
    def is_working(self) -> bool:
        return self.state in WORKING

    @property
    def mapped(self) -> dict[int, Field]:
        """Column, counted from 0, -> its field."""
        from qiao.exchange.reading import Field  # with all that reads tables: not for every process

        return {at: Field(field) for at, field in enumerate(self.mapping)}

    @property
    def sheet(self) -> str:
        return str(self.reading.get("sheet", ""))
