from __future__ import annotations

from django.db import models

from qiao.missions.models.planned import PlannedRow
from qiao.register.models import Entity


class ApprovalStep(PlannedRow):
    """One row is one step of the approval of a mission: by when it is due, when it was done, under which number.

    `code` is the id of the deadline in the rule set that it came from; a step of our own has none.
    """

    code = models.CharField(max_length=40, blank=True)
    title = models.CharField(max_length=200, blank=True)  # for a step of our own
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    reference = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=500, blank=True)

    def __str__(self) -> str:
        return self.code or self.title


class LinkedAgreement(PlannedRow):
    """One row says that a mission is to bring an agreement about, to renew it or to follow it up."""

    AUDIENCES = ("mission__entity", "agreement")

    agreement = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return str(self.agreement_id)
