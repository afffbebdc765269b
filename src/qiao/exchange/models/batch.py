from __future__ import annotations

from django.db import models

from qiao.exchange.models.run import ImportRun
from qiao.zones.models import Action, ZoneRow


class ImportBatch(ZoneRow):
    """One row says which rows of an import one action wrote."""

    run = models.ForeignKey(ImportRun, on_delete=models.PROTECT, related_name="batches")
    first = models.PositiveIntegerField()  # ordinal of its first row
    rows = models.PositiveIntegerField()
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")

    class Meta(ZoneRow.Meta):
        constraints = [
            *ZoneRow.Meta.constraints,
            models.UniqueConstraint(fields=["zone", "run", "first"], name="import_batch_once"),
        ]

    def __str__(self) -> str:
        return f"{self.first} + {self.rows}"
