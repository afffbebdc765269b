from __future__ import annotations

from typing import Self

from django.db import models

from qiao.register.enums import EntityKind
from qiao.register.models.audience import audience_allows
from qiao.register.models.entity import Entity
from qiao.zones.models import Action, Membership, ZoneQuerySet, ZoneRow


class WaitingPairQuerySet(ZoneQuerySet["WaitingPair"]):
    def visible_to(self, member: Membership) -> Self:
        """Pairs of which the member may see both records."""
        pairs = super().visible_to(member)
        return pairs.filter(audience_allows(member, "left__audience"), audience_allows(member, "right__audience"))


class WaitingPair(ZoneRow):
    """One row says that a comparison found two records alike: they wait until somebody judges them.

    `reasons` holds codes with their weights, never names: the words are found again when the pair is shown, among
    what the reader may see.
    """

    kind = models.CharField(max_length=14, choices=EntityKind)
    left = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="waiting_left")
    right = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="waiting_right")
    score = models.FloatField()
    reasons = models.JSONField(default=list)
    model_version = models.CharField(max_length=40, blank=True)
    found = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")
    dropped = models.ForeignKey(Action, null=True, on_delete=models.PROTECT, related_name="+")

    objects = WaitingPairQuerySet.as_manager()

    class Meta(ZoneRow.Meta):
        constraints = [
            *ZoneRow.Meta.constraints,
            models.UniqueConstraint(fields=["zone", "left", "right"], name="waiting_pair_once"),
            models.CheckConstraint(condition=models.Q(left__lt=models.F("right")), name="waiting_pair_in_order"),
        ]
        indexes = [
            models.Index(fields=["zone", "-score", "id"], name="waiting_zone_score"),
            models.Index(fields=["zone", "right"], name="waiting_zone_right"),
        ]

    def __str__(self) -> str:
        return f"{self.left_id} ? {self.right_id}"
