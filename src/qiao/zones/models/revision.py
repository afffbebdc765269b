from __future__ import annotations

from django.db import models

from qiao.zones.models.action import Action
from qiao.zones.models.row import ZoneRow


class Revision(ZoneRow):
    """One row says what an action changed in one plain row: the columns that differ, before and after.

    `before` is empty when the action made the row. Rows of several tables have their revisions here, so `row` is no
    foreign key; `table` is the model's label.
    """

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="revisions")
    table = models.CharField(max_length=60)
    row = models.UUIDField()
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)

    class Meta(ZoneRow.Meta):
        indexes = [
            models.Index(fields=["zone", "row", "id"], name="revision_zone_row"),
            models.Index(fields=["zone", "action"], name="revision_zone_action"),
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.row}"
