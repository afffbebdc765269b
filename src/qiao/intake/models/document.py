from __future__ import annotations

from typing import Self

from django.db import models

from qiao.intake.enums import DocumentState
from qiao.register.enums import SourceKind
from qiao.register.models import Entity, Source
from qiao.register.models.audience import audience_allows
from qiao.zones.models import Action, Circle, Membership, ZoneQuerySet, ZoneRow


def kept_at(document: Document, filename: str) -> str:
    """Where the file is kept: by zone and id, never under a name that came from outside."""
    return f"{document.zone_id}/{document.pk}"


class DocumentQuerySet(ZoneQuerySet["Document"]):
    def visible_to(self, member: Membership) -> Self:
        return super().visible_to(member).filter(audience_allows(member, "audience"))


class Document(ZoneRow):
    """One row is a file someone dropped on Qiao, and how far its reading and review have come.

    It is its own background job: state, progress and heartbeat are committed with the batch they describe, and
    a stale heartbeat is claimed again.
    """

    filename = models.CharField(max_length=255)
    file = models.FileField(upload_to=kept_at, max_length=200)
    size_bytes = models.PositiveBigIntegerField()
    audience = models.ForeignKey(Circle, null=True, on_delete=models.PROTECT, related_name="+")
    source_kind = models.CharField(max_length=12, choices=SourceKind, default=SourceKind.PRESS)
    uploaded = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")

    state = models.CharField(max_length=8, choices=DocumentState, default=DocumentState.QUEUED)
    progress = models.PositiveSmallIntegerField(default=0)  # per cent
    heartbeat_at = models.DateTimeField(null=True)
    problem = models.JSONField(default=dict)  # code and parameters of what was found, expected and kept
    warnings = models.JSONField(default=list)  # the same, for what did not stop the reading
    reader = models.CharField(max_length=80, blank=True)

    source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="documents")
    same_as = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="copies")
    about = models.ForeignKey(Entity, null=True, on_delete=models.PROTECT, related_name="documents")

    objects = DocumentQuerySet.as_manager()

    class Meta(ZoneRow.Meta):
        indexes = [models.Index(fields=["zone", "state"], name="document_zone_state")]

    def __str__(self) -> str:
        return self.filename

    @property
    def title(self) -> str:
        """The source's title when it has one, else the name of the file."""
        return (self.source.title if self.source else "") or self.filename

    @property
    def is_open(self) -> bool:
        return self.state in (DocumentState.QUEUED, DocumentState.READING)
