from __future__ import annotations

from django.db import models

from qiao.missions.enums import MissionState
from qiao.register.models import Claim, Entity, EntityRow


class Mission(EntityRow):
    """One row is a journey of a delegation.

    What the world says of it (its title, the days it took, its places) is claims; what we intend is the columns here.
    """

    state = models.CharField(max_length=10, choices=MissionState, default=MissionState.REPORTED)
    purpose = models.TextField(max_length=4000, blank=True)
    departs_on = models.DateField(null=True, blank=True)
    returns_on = models.DateField(null=True, blank=True)
    rules = models.CharField(max_length=40, blank=True)  # the code of a rule set of `triprules`
    budget = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    budget_currency = models.CharField(max_length=3, blank=True)
    terms = models.JSONField(default=dict, blank=True)  # what a plan must keep to; see `PlanTerms`

    class Meta(EntityRow.Meta):
        constraints = [
            *EntityRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(departs_on=None)
                | models.Q(returns_on=None)
                | models.Q(returns_on__gte=models.F("departs_on")),
                name="mission_returns_after_departing",
            ),
        ]

    def __str__(self) -> str:
        return str(self.entity_id)

    @property
    def is_planned(self) -> bool:
        """Whether anybody intends it: a mission known from a report alone has nothing to plan."""
        return self.departs_on is not None

    @property
    def days(self) -> int:
        """Days on the calendar, both ends counted; 0 while they are not known."""
        if self.departs_on is None or self.returns_on is None:
            return 0
        return (self.returns_on - self.departs_on).days + 1


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
