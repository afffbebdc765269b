from __future__ import annotations

from typing import Self

from django.db import models

from qiao.register.enums import SourceKind
from qiao.register.models.audience import audience_allows
from qiao.zones.models import Circle, Membership, User, ZoneQuerySet, ZoneRow


class SourceQuerySet(ZoneQuerySet["Source"]):
    def visible_to(self, member: Membership) -> Self:
        return super().visible_to(member).filter(audience_allows(member, "audience"))


class Source(ZoneRow):
    """One row is a document, a page, a record of ours, or what one member stated."""

    kind = models.CharField(max_length=12, choices=SourceKind)
    title = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=10, blank=True)
    published_date = models.DateField(null=True, blank=True)
    text = models.TextField(blank=True)
    digest = models.CharField(max_length=64, blank=True)  # SHA-256 of the text, to know it again
    stated_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    audience = models.ForeignKey(Circle, null=True, on_delete=models.PROTECT, related_name="+")

    objects = SourceQuerySet.as_manager()

    class Meta(ZoneRow.Meta):
        indexes = [models.Index(fields=["zone", "digest"], name="source_zone_digest")]

    def __str__(self) -> str:
        return self.title or str(self.pk)


class EvidenceQuerySet(ZoneQuerySet["Evidence"]):
    def visible_to(self, member: Membership) -> Self:
        return super().visible_to(member).filter(audience_allows(member, "source__audience"))


class Evidence(ZoneRow):
    """One row is one place in a source, shared by all claims read there.

    `start` and `end` count code points of the source text; both are empty when a member stated it.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="places")
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    quote = models.TextField(blank=True)
    locator = models.CharField(max_length=80, blank=True)  # such as "page 3" or "Visits, row 12"

    objects = EvidenceQuerySet.as_manager()

    class Meta(ZoneRow.Meta):
        constraints = [
            *ZoneRow.Meta.constraints,
            models.UniqueConstraint(fields=["zone", "source", "start", "end"], name="evidence_place_once"),
        ]

    def __str__(self) -> str:
        return self.quote[:60]
