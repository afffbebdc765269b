from __future__ import annotations

from django.db import models

from qiao.missions.models.planned import PlannedRow
from qiao.zones.models import Action


class Printing(PlannedRow):
    """One row says that a briefing was printed: its number, and where each stop stood then, to mark what changed.

    `stops` is visit or event id -> [day, start, status]; ids alone.
    """

    number = models.PositiveIntegerField()
    language = models.CharField(max_length=10)
    form = models.CharField(max_length=5)
    digest = models.CharField(max_length=64)  # SHA-256 of the file
    stops = models.JSONField(default=dict)
    printed = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")

    class Meta(PlannedRow.Meta):
        constraints = [
            *PlannedRow.Meta.constraints,
            models.UniqueConstraint(fields=["zone", "mission", "number"], name="printing_number_once"),
        ]

    def __str__(self) -> str:
        return str(self.number)


class TripReport(PlannedRow):
    """One row is what a delegation writes of its journey after coming home; the rest of the report is live records."""

    results = models.TextField(max_length=20_000, blank=True)
    lessons = models.TextField(max_length=20_000, blank=True)
    suggestions = models.TextField(max_length=20_000, blank=True)
    deviations = models.TextField(max_length=8_000, blank=True)  # from the approved plan, and why
    cost = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    cost_currency = models.CharField(max_length=3, blank=True)
    submitted_on = models.DateField(null=True, blank=True)

    class Meta(PlannedRow.Meta):
        constraints = [
            *PlannedRow.Meta.constraints,
            models.UniqueConstraint(fields=["zone", "mission"], name="trip_report_once"),
        ]

    def __str__(self) -> str:
        return str(self.mission_id)


def kept_at(photograph: Photograph, filename: str) -> str:
    """Where the file is kept: by zone and id, never under a name that came from outside."""
    return f"{photograph.zone_id}/photographs/{photograph.pk}"


class Photograph(PlannedRow):
    """One row is one photograph of a journey, for its report."""

    file = models.FileField(upload_to=kept_at, max_length=200)
    caption = models.CharField(max_length=300, blank=True)
    taken_on = models.DateField(null=True, blank=True)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    position = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return self.caption
