from __future__ import annotations

from datetime import date

from django.db import models

from qiao.missions.enums import Duty, InviterSort, MissionRoleKind
from qiao.missions.models.planned import PlannedRow
from qiao.register.models import Entity


class Traveller(PlannedRow):
    """One row says that a person is to travel with a mission: their duty, rank, languages and days.

    That a person did travel is a claim (`Delegate`). `party` is the number of the group they go with when the
    delegation splits, from 0; `joins_on` and `leaves_on` are empty for the whole journey.
    """

    AUDIENCES = ("mission__entity", "person")

    person = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="+")
    duty = models.CharField(max_length=11, choices=Duty, default=Duty.MEMBER)
    rank = models.CharField(max_length=120, blank=True)
    order = models.PositiveSmallIntegerField(default=0)  # of protocol, lowest first
    languages = models.JSONField(default=list, blank=True)
    party = models.PositiveSmallIntegerField(default=0)
    joins_on = models.DateField(null=True, blank=True)
    leaves_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.person_id)

    def is_there(self, day: date) -> bool:
        """Whether they travel on a day of the mission."""
        return (self.joins_on or date.min) <= day <= (self.leaves_on or date.max)


class MissionRole(PlannedRow):
    """One row says in which part a party stands behind a mission: who invites, organises, hosts, operates."""

    AUDIENCES = ("mission__entity", "party")

    kind = models.CharField(max_length=9, choices=MissionRoleKind)
    inviter = models.CharField(max_length=20, choices=InviterSort, blank=True)  # what an inviter is
    party = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=300, blank=True)  # such as the number of the invitation

    def __str__(self) -> str:
        return f"{self.kind} {self.party_id}"
