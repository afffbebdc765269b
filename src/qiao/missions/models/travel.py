from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from qiao.register.models import PlainRow


class OwnTravelTime(PlainRow):
    """One row is the zone's own word on how long it takes from door to door between two towns, in this direction."""

    start = models.CharField(max_length=60)  # key of a town in `travel`
    end = models.CharField(max_length=60)
    minutes = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(4320)])
    note = models.CharField(max_length=200, blank=True)

    class Meta(PlainRow.Meta):
        constraints = [
            *PlainRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["zone", "start", "end"], condition=models.Q(live=True), name="own_travel_time_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.start} {self.end} {self.minutes}"
