from __future__ import annotations

from typing import Self

from django.db import models

from qiao.intake.enums import FactKind, ProposalState
from qiao.intake.models.document import Document
from qiao.intake.models.party import ProposedParty
from qiao.register.enums import Modality
from qiao.register.models import Entity
from qiao.register.models.audience import audience_allows
from qiao.zones.models import Action, Membership, ZoneQuerySet, ZoneRow


class ProposalQuerySet(ZoneQuerySet["Proposal"]):
    def visible_to(self, member: Membership) -> Self:
        return super().visible_to(member).filter(audience_allows(member, "document__audience"))

    def waiting(self) -> Self:
        return self.filter(state=ProposalState.WAITING)


class Proposal(ZoneRow):
    """One row is a fact in waiting: what the reader saw, where it stands in the text, and what was decided."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="proposals")
    position = models.PositiveIntegerField()  # order in the document
    kind = models.CharField(max_length=14, choices=FactKind)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    norm = models.TextField(blank=True)
    modality = models.CharField(max_length=8, choices=Modality, default=Modality.FACT)
    confidence = models.FloatField(default=0.5)
    attrs = models.JSONField(default=dict)
    party = models.ForeignKey(ProposedParty, null=True, on_delete=models.PROTECT, related_name="proposals")
    second_reader = models.BooleanField(default=False)

    state = models.CharField(max_length=8, choices=ProposalState, default=ProposalState.WAITING)
    decided = models.ForeignKey(Action, null=True, on_delete=models.PROTECT, related_name="+")
    entity = models.ForeignKey(Entity, null=True, on_delete=models.PROTECT, related_name="proposals")

    objects = ProposalQuerySet.as_manager()

    class Meta(ZoneRow.Meta):
        constraints = [
            *ZoneRow.Meta.constraints,
            models.UniqueConstraint(fields=["zone", "document", "position"], name="proposal_position_once"),
        ]
        indexes = [models.Index(fields=["zone", "document", "state"], name="proposal_zone_state")]

    def __str__(self) -> str:
        return f"{self.kind} {self.quote[:40]}"

    @property
    def content(self) -> dict[str, object]:
        """What a review compares before and after."""
        return {
            "type": self.kind,
            "text": self.quote,
            "start": self.start,
            "end": self.end,
            "norm": self.norm,
            "modality": self.modality,
            "attrs": self.attrs,
        }
