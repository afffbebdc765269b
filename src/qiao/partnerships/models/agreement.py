from __future__ import annotations

from django.db import models

from qiao.partnerships.enums import Instrument, Step
from qiao.register.models import Claim, Entity, EntityRow


class Agreement(EntityRow):
    """One row is something agreed, intended or hoped for between parties; how far it came is claims."""


class AgreementParty(Claim):
    """One row says that a party is a side of an agreement."""

    AUDIENCES = ("subject", "object", "evidence__source")
    VALUES = ("object_id",)

    object = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="agreement_objects")

    class Meta(Claim.Meta):
        indexes = [*Claim.Meta.indexes, models.Index(fields=["zone", "object"], name="agreement_zone_object")]

    def __str__(self) -> str:
        return str(self.object_id)


class Standing(Claim):
    """One row says under which instrument an agreement stands and which rung of the ladder it reached."""

    VALUES = ("instrument", "step")

    instrument = models.CharField(max_length=20, choices=Instrument, default=Instrument.OTHER)
    step = models.CharField(max_length=12, choices=Step)

    def __str__(self) -> str:
        return f"{self.instrument} {self.step}"

    @property
    def rung(self) -> int:
        """1 for the lowest rung of the ladder, 12 for the highest."""
        return Step(self.step).rung
