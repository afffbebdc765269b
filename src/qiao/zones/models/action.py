from __future__ import annotations

from typing import Any

from django.db import models

from qiao.zones.models.row import ZoneRow
from qiao.zones.models.user import User


class Action(ZoneRow):
    """One row is one thing done: the audit trail and the clock in one. Append-only; it holds ids, never names."""

    actor = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    verb = models.CharField(max_length=40)
    at = models.DateTimeField()
    undoes = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="undone_by")
    touched = models.JSONField(default=list)  # ids, as text, of the rows made or changed

    class Meta(ZoneRow.Meta):
        indexes = [models.Index(fields=["zone", "-at"], name="action_zone_at")]

    def __str__(self) -> str:
        return f"{self.verb} {self.at:%Y-%m-%d %H:%M}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("An action is written once.")
        super().save(*args, **kwargs)
