from __future__ import annotations

from django.db import models

from qiao.intake.enums import Decision
from qiao.intake.models.proposal import Proposal
from qiao.zones.models import Action, ZoneRow


class Review(ZoneRow):
    """One row is one decision on one proposal: what it said before and after. Kept for measuring the reader."""

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="reviews")
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="reviews")
    decision = models.CharField(max_length=6, choices=Decision)
    before = models.JSONField()
    after = models.JSONField(null=True)

    def __str__(self) -> str:
        return f"{self.decision} {self.proposal_id}"
