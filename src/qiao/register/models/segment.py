from __future__ import annotations

from django.db import models

from qiao.register.models.claim import Claim
from qiao.zones.models import ZoneRow


class Segment(ZoneRow):
    """One row is a link of the zone's industry chains; `upstream` names the segments that feed it."""

    code = models.CharField(max_length=20)
    names = models.JSONField(default=dict)  # language code -> name
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="parts")
    upstream = models.ManyToManyField("self", symmetrical=False, related_name="downstream", blank=True)

    class Meta(ZoneRow.Meta):
        constraints = [
            *ZoneRow.Meta.constraints,
            models.UniqueConstraint(fields=["zone", "code"], name="segment_code_once"),
        ]

    def __str__(self) -> str:
        return self.code

    def name_in(self, language: str) -> str:
        return str(self.names.get(language) or next(iter(self.names.values()), self.code))


class Classification(Claim):
    """One row says that an organisation works in a segment."""

    VALUES = ("segment_id",)

    segment = models.ForeignKey(Segment, on_delete=models.PROTECT, related_name="classifications")

    def __str__(self) -> str:
        return str(self.segment)
