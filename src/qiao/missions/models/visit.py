from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from qiao.missions.enums import VisitStatus, WindowStatus
from qiao.missions.models.planned import PlannedRow
from qiao.register.models import Entity, PlainRow

DAY = 24 * 60
MINUTES = [MinValueValidator(0), MaxValueValidator(DAY)]


class Visit(PlannedRow):
    """One row is a call that a mission means to pay on a host.

    `place` names a leg by its place. `pinned_day` and `pinned_start` (minutes after local midnight) hold it where a
    person put it: a solver keeps to them. `day`, `start` and `party` are where the chosen plan has it; empty when the
    plan leaves it out.
    """

    AUDIENCES = ("mission__entity", "host")

    host = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="planned_visits")
    place = models.CharField(max_length=60)
    address = models.CharField(max_length=300, blank=True)
    contact = models.CharField(max_length=200, blank=True)  # whom to ring at the door
    purpose = models.CharField(max_length=500, blank=True)
    prize = models.PositiveSmallIntegerField(default=50, validators=[MinValueValidator(1), MaxValueValidator(100)])
    minutes = models.PositiveSmallIntegerField(default=60, validators=[MinValueValidator(10), MaxValueValidator(720)])
    status = models.CharField(max_length=9, choices=VisitStatus, default=VisitStatus.WISHED)
    must = models.BooleanField(default=False)
    needs = models.JSONField(default=list, blank=True)  # such as "interpreter:de"
    pinned_day = models.DateField(null=True, blank=True)
    pinned_start = models.PositiveSmallIntegerField(null=True, blank=True, validators=MINUTES)
    day = models.DateField(null=True, blank=True)
    start = models.PositiveSmallIntegerField(null=True, blank=True, validators=MINUTES)
    party = models.PositiveSmallIntegerField(default=0)
    met = models.ForeignKey(Entity, null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # the meeting

    class Meta(PlannedRow.Meta):
        indexes = [*PlannedRow.Meta.indexes, models.Index(fields=["zone", "host"], name="visit_zone_host")]

    def __str__(self) -> str:
        return f"{self.host_id} {self.status}"


class VisitWindow(PlainRow):
    """One row is a time in which a host can be met, and who says so."""

    AUDIENCES = ("visit__mission__entity", "visit__host")

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="windows")
    day = models.DateField()
    opens = models.PositiveSmallIntegerField(validators=MINUTES)
    closes = models.PositiveSmallIntegerField(validators=MINUTES)
    status = models.CharField(max_length=9, choices=WindowStatus, default=WindowStatus.OFFERED)

    class Meta(PlainRow.Meta):
        constraints = [
            *PlainRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(closes__gt=models.F("opens")), name="window_closes_after_opening"
            ),
        ]
        indexes = [models.Index(fields=["zone", "visit"], name="visit_window_zone_visit")]

    def __str__(self) -> str:
        return f"{self.day} {self.opens}-{self.closes}"
