from __future__ import annotations

from django.db import models

from qiao.intake.enums import Identity
from qiao.intake.models.document import Document
from qiao.register.enums import EntityKind
from qiao.register.models import Entity
from qiao.zones.models import ZoneRow


class ProposedParty(ZoneRow):
    """One row is an organisation or person as one document names it, under all its names there.

    `hint` is whom the register already knows it as, with the reason; `entity` is whom it was taken for.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="parties")
    kind = models.CharField(max_length=14, choices=EntityKind)
    key = models.CharField(max_length=300)  # the folded name that joins the aliases
    name = models.CharField(max_length=300)
    hint = models.ForeignKey(Entity, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=40, blank=True)  # a code; the page has its words
    identity = models.CharField(max_length=8, choices=Identity, default=Identity.OPEN)
    entity = models.ForeignKey(Entity, null=True, on_delete=models.PROTECT, related_name="proposed_as")

    class Meta(ZoneRow.Meta):
        constraints = [
            *ZoneRow.Meta.constraints,
            models.UniqueConstraint(fields=["zone", "document", "kind", "key"], name="party_key_once"),
        ]

    def __str__(self) -> str:
        return self.name
