from __future__ import annotations

from django.db import models

from qiao.register.models import Claim, Entity, EntityRow


class Mission(EntityRow):
    """One row is a journey of a delegation; its title, days and places are claims."""


class Delegate(Claim):
    """One row says that a person travelled with a mission, and whether they led it."""

    AUDIENCES = ("subject", "object", "evidence__source")
    VALUES = ("object_id", "leads")

    object = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="delegate_objects")
    leads = models.BooleanField(default=False)

    class Meta(Claim.Meta):
        indexes = [*Claim.Meta.indexes, models.Index(fields=["zone", "object"], name="delegate_zone_object")]

    def __str__(self) -> str:
        return str(self.object_id)


class MissionPart(Claim):
    """One row says that an event, a meeting, an agreement or a station belongs to a mission."""

    AUDIENCES = ("subject", "object", "evidence__source")
    VALUES = ("object_id",)

    object = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="mission_part_objects")

    class Meta(Claim.Meta):
        indexes = [*Claim.Meta.indexes, models.Index(fields=["zone", "object"], name="part_zone_object")]

    def __str__(self) -> str:
        return str(self.object_id)
