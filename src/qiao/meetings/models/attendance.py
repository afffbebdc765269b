from __future__ import annotations

from django.db import models

from qiao.meetings.enums import Side
from qiao.register.models import Claim, Entity


class Attendance(Claim):
    """One row says that a party was at a meeting or event, on which side."""

    AUDIENCES = ("subject", "object", "evidence__source")
    VALUES = ("object_id", "side")

    object = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="attendance_objects")
    side = models.CharField(max_length=5, choices=Side, default=Side.GUEST)

    class Meta(Claim.Meta):
        indexes = [
            *Claim.Meta.indexes,
            models.Index(fields=["zone", "object"], name="attendance_zone_object"),
        ]

    def __str__(self) -> str:
        return f"{self.object_id} {self.side}"
