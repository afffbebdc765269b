from __future__ import annotations

from uuid import UUID

from django.db import models

from qiao.register.models.entity import Entity
from qiao.zones.models import Action, ZoneRow


class Preference(ZoneRow):
    """One row says that a member wants this claim shown before the others of its kind."""

    subject = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="preferences")
    claim_id: UUID = models.UUIDField()  # type: ignore[assignment]  # a claim of any table; ids are unique over all
    recorded = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="preferences_recorded")
    withdrawn = models.ForeignKey(Action, null=True, on_delete=models.PROTECT, related_name="preferences_withdrawn")

    class Meta(ZoneRow.Meta):
        indexes = [models.Index(fields=["zone", "subject"], name="preference_zone_subject")]

    def __str__(self) -> str:
        return str(self.claim_id)
