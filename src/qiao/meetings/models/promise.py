from __future__ import annotations

from django.db import models

from qiao.meetings.enums import PromiseState
from qiao.register.models import Claim, Entity, PlainRow
from qiao.zones.models import Membership


class Promise(Claim):
    """One row says that one side promised something to another, at a meeting or in a paper, by a day or by none."""

    AUDIENCES = ("subject", "object", "to", "evidence__source")
    VALUES = ("object_id", "to_id", "text", "due_on", "ours")
    MORE_ENDS = ("to_id",)

    object = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="promises_made")  # who promised
    to = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="promises_received")
    ours = models.BooleanField(default=False)  # whether our side promised
    text = models.CharField(max_length=500)
    due_on = models.DateField(null=True, blank=True)

    class Meta(Claim.Meta):
        indexes = [
            *Claim.Meta.indexes,
            models.Index(fields=["zone", "object"], name="promise_zone_object"),
            models.Index(fields=["zone", "to"], name="promise_zone_to"),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class Keeping(PlainRow):
    """One row says how a promise stands with us: who looks after it, until when, whether it was kept."""

    AUDIENCES = ("promise__subject", "promise__object", "promise__to", "promise__evidence__source")

    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="keepings")
    owner = models.ForeignKey(Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=9, choices=PromiseState, default=PromiseState.OPEN)
    due_on = models.DateField(null=True, blank=True)  # postponed to
    closed_on = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta(PlainRow.Meta):
        constraints = [
            *PlainRow.Meta.constraints,
            models.UniqueConstraint(fields=["zone", "promise"], name="keeping_once"),
        ]
        indexes = [models.Index(fields=["zone", "state", "due_on"], name="keeping_zone_state")]

    def __str__(self) -> str:
        return self.state
