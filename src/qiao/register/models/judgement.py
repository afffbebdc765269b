from __future__ import annotations

from django.db import models

from qiao.register.enums import Verdict
from qiao.register.models.entity import Entity
from qiao.zones.models import Action, ZoneRow


class Judgement(ZoneRow):
    """One row says that two records are the same thing, are different, or that nobody can tell."""

    left = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="judged_left")
    right = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="judged_right")
    verdict = models.CharField(max_length=9, choices=Verdict)
    by_person = models.BooleanField(default=True)
    score = models.FloatField(null=True)
    reasons = models.JSONField(default=list)  # codes with ids, never names
    model_version = models.CharField(max_length=40, blank=True)
    recorded = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="judgements_recorded")
    withdrawn = models.ForeignKey(Action, null=True, on_delete=models.PROTECT, related_name="judgements_withdrawn")
    replaces = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")

    class Meta(ZoneRow.Meta):
        constraints = [
            *ZoneRow.Meta.constraints,
            models.CheckConstraint(condition=~models.Q(left=models.F("right")), name="judgement_of_two_records"),
        ]
        indexes = [
            models.Index(fields=["zone", "left"], name="judgement_zone_left"),
            models.Index(fields=["zone", "right"], name="judgement_zone_right"),
        ]

    def __str__(self) -> str:
        return f"{self.left_id} {self.verdict} {self.right_id}"


class CanonicalSpan(ZoneRow):
    """One row says which record stood for a group from one action until another."""

    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="spans")
    canonical = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="+")
    since = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")
    until = models.ForeignKey(Action, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(ZoneRow.Meta):
        indexes = [models.Index(fields=["zone", "entity"], name="span_zone_entity")]

    def __str__(self) -> str:
        return f"{self.entity_id} under {self.canonical_id}"
