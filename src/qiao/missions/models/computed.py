from __future__ import annotations

from django.db import models

from qiao.missions.enums import JobState, PlanKind
from qiao.missions.models.gathering import EventRow
from qiao.missions.models.planned import PlannedRow
from qiao.zones.models import Action


class Computation(models.Model):
    """Abstract: the columns of a plan in the making. The row is its own background job.

    `problem` and `answer` are the JSON of the engine; they hold ids, never names. `progress` is the last that the
    solver said of itself: prize, bound, seconds. `stop` asks it to end; what it had is not kept. A stale heartbeat is
    claimed again; `holder` tells a worker that comes back from the dead that another has taken over.
    """

    asked = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=JobState, default=JobState.QUEUED)
    problem = models.JSONField(default=dict, blank=True)
    answer = models.JSONField(default=dict, blank=True)
    failure = models.JSONField(default=dict, blank=True)  # code and parameters
    progress = models.JSONField(default=dict, blank=True)
    seconds = models.PositiveSmallIntegerField(default=20)
    seed = models.PositiveIntegerField(default=1)
    stop = models.BooleanField(default=False)
    heartbeat_at = models.DateTimeField(null=True, blank=True)
    holder = models.UUIDField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    chosen = models.BooleanField(default=False)

    class Meta:
        abstract = True

    @property
    def is_open(self) -> bool:
        return JobState(self.state).is_open


class Plan(Computation, PlannedRow):
    """One row is one itinerary of a mission, asked for, being made or made; at most one is chosen."""

    kind = models.CharField(max_length=8, choices=PlanKind, default=PlanKind.TIGHT)
    previous = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="later")
    changed_from = models.DateTimeField(null=True, blank=True)  # what began before stays; local to the place, no zone

    class Meta(PlannedRow.Meta):
        constraints = [
            *PlannedRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["zone", "mission"], condition=models.Q(chosen=True), name="plan_chosen_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"


class Round(Computation, EventRow):
    """One row is one timetable of an event's matchmaking, asked for, being made or made; at most one is chosen."""

    previous = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="later")

    class Meta(EventRow.Meta):
        constraints = [
            *EventRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["zone", "event"], condition=models.Q(chosen=True), name="round_chosen_once"
            ),
        ]

    def __str__(self) -> str:
        return self.state
