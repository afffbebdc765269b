from __future__ import annotations

from django.db import models

from qiao.zones.models.row import ZoneRow


class Circle(ZoneRow):
    """One row is a named group of members, such as a station or a confidential team, that keeps rows to itself."""

    name = models.CharField(max_length=80)

    class Meta(ZoneRow.Meta):
        constraints = [
            *ZoneRow.Meta.constraints,
            models.UniqueConstraint(fields=["zone", "name"], name="circle_name_once"),
        ]

    def __str__(self) -> str:
        return self.name
