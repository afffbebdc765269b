from __future__ import annotations

from django.db import models

from qiao.zones.models import ZoneRow


class MappingMemory(ZoneRow):
    """One row says which fields the zone's officers gave the columns of files with these headers."""

    signature = models.CharField(max_length=64)  # SHA-256 of the folded headers
    fields = models.JSONField(default=list)

    class Meta(ZoneRow.Meta):
        constraints = [
            *ZoneRow.Meta.constraints,
            models.UniqueConstraint(fields=["zone", "signature"], name="mapping_memory_once"),
        ]

    def __str__(self) -> str:
        return self.signature[:12]
