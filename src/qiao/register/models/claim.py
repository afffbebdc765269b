from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, ClassVar, Self, TypeVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from qiao.register.enums import Modality, Precision
from qiao.register.models.audience import audience_allows
from qiao.register.models.entity import Entity
from qiao.register.models.source import Evidence
from qiao.zones.models import Action, Membership, ZoneQuerySet, ZoneRow

Row = TypeVar("Row", bound=models.Model, covariant=True)


class ClaimQuerySet(ZoneQuerySet[Row]):
    def visible_to(self, member: Membership) -> Self:
        """Claims whose subject, object and source the member may see."""
        claims = super().visible_to(member)
        for path in self.model.AUDIENCES:  # type: ignore[attr-defined]  # every model here is a Claim
            claims = claims.filter(audience_allows(member, f"{path}__audience"))
        return claims

    def live(self) -> Self:
        return self.filter(withdrawn__isnull=True)

    def known_at(self, instant: datetime | None) -> Self:
        """What was known then: recorded and not yet withdrawn. None means now."""
        if instant is None:
            return self.live()
        return self.filter(recorded__at__lte=instant).filter(Q(withdrawn__isnull=True) | Q(withdrawn__at__gt=instant))

    def holding_on(self, day: date | None) -> Self:
        """What held then; a claim without dates is taken to hold. None means any day."""
        if day is None:
            return self
        return self.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=day)).filter(
            Q(valid_until__isnull=True) | Q(valid_until__gte=day)
        )

    def about(self, records: Iterable[UUID]) -> Self:
        """Claims whose subject is one of these records."""
        return self.filter(subject_id__in=list(records))


class Claim(ZoneRow):
    """Abstract: one row is one statement about the world, with its evidence. It is withdrawn, never changed."""

    AUDIENCES: ClassVar[tuple[str, ...]] = ("subject", "evidence__source")
    VALUES: ClassVar[tuple[str, ...]] = ()  # the columns that say what is claimed
    MORE_ENDS: ClassVar[tuple[str, ...]] = ()  # columns that name a record, beside subject and object

    subject = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="%(class)s_claims")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="%(class)s_claims")
    modality = models.CharField(max_length=8, choices=Modality, default=Modality.FACT)
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=6, choices=Precision, blank=True)
    recorded = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="%(class)s_recorded")
    withdrawn = models.ForeignKey(Action, null=True, on_delete=models.PROTECT, related_name="%(class)s_withdrawn")
    withdrawn_because = models.CharField(max_length=300, blank=True)
    replaces_id: UUID | None
    replaces = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")

    objects = ClaimQuerySet.as_manager()

    class Meta(ZoneRow.Meta):
        abstract = True
        indexes = [
            models.Index(fields=["zone", "subject"], name="%(app_label)s_%(class)s_zs"),
        ]

    @classmethod
    def kinds(cls) -> list[type[Claim]]:
        """Every concrete table of claims, in a fixed order."""
        found: list[type[Claim]] = []
        for child in cls.__subclasses__():
            found += child.kinds() if child._meta.abstract else [child]
        return sorted(found, key=lambda model: model._meta.label)

    @property
    def value(self) -> tuple[Any, ...]:
        """What is claimed, as a comparable value."""
        return tuple(getattr(self, column) for column in self.VALUES)

    @property
    def question(self) -> tuple[Any, ...]:
        """What is asked, within the table and the subject: claims with one question are weighed together."""
        return ()

    @property
    def is_exclusive(self) -> bool:
        """Whether only one answer to the question can be true, so that sources that differ contradict each other."""
        return False

    @property
    def answer(self) -> tuple[Any, ...]:
        """The value without what is only another way of saying it."""
        return self.value

    @property
    def is_live(self) -> bool:
        return self.withdrawn_id is None
