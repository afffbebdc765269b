from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.db import models

from qiao.register.enums import EntityKind
from qiao.register.models.audience import audience_allows
from qiao.zones.models import Circle, Membership, Zone, ZoneQuerySet, ZoneRow

if TYPE_CHECKING:
    from qiao.register.models.label import Label

Row = TypeVar("Row", bound=models.Model, covariant=True)


class EntityQuerySet(ZoneQuerySet["Entity"]):
    def visible_to(self, member: Membership) -> Self:
        return super().visible_to(member).filter(audience_allows(member, "audience"))

    def canonical(self) -> Self:
        """One entity for each group of records judged the same."""
        return self.filter(canonical=models.F("id"))

    def standing_for(self, member: Membership) -> Self:
        """For each group, the record that stands for it before this member: the lowest of those they may see."""
        return self.visible_to(member).filter(stands_for_group(member))


class Entity(ZoneRow):
    """One row is one record of a thing: a party, an event, a meeting, an agreement, a station, a mission.

    Records are never moved or deleted. Which records are one thing is said by judgements; `canonical` is the
    lowest id of the group they make, kept here so that queries can go through it.
    """

    kind = models.CharField(max_length=14, choices=EntityKind)
    canonical = models.ForeignKey("self", on_delete=models.PROTECT, related_name="records")
    audience = models.ForeignKey(Circle, null=True, on_delete=models.PROTECT, related_name="+")

    labels: models.Manager[Label]
    objects = EntityQuerySet.as_manager()

    class Meta(ZoneRow.Meta):
        indexes = [
            models.Index(fields=["zone", "kind", "canonical"], name="entity_zone_kind"),
            models.Index(fields=["zone", "canonical", "id"], name="entity_zone_group"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.canonical_id is None:
            self.canonical_id = self.pk
        super().save(*args, **kwargs)


def stands_for_group(member: Membership, path: str = "") -> models.Q:
    """Records that stand for their group before a member, as a filter.

    path    the lookup that leads to the record, ending in "__"; empty for the record itself.

    That is the canonical record; where the member may not see it, the lowest that they see: a record in another
    circle does not hide the rest of its group.
    """
    canonical = models.Q(**{f"{path}canonical": models.F(f"{path}id")})
    everything = audience_allows(member, f"{path}canonical__audience")
    if not everything:
        return canonical
    lower = Entity.objects.visible_to(member).filter(
        canonical=models.OuterRef(f"{path}canonical"), pk__lt=models.OuterRef(f"{path}id")
    )
    return canonical | (~everything & ~models.Q(models.Exists(lower)))


class SubjectRowQuerySet(models.QuerySet[Row]):
    """Rows that share an entity's key are seen by those who see the entity."""

    def visible_to(self, member: Membership) -> Self:
        return self.filter(zone_id=member.zone_id).filter(audience_allows(member, "entity__audience"))


class EntityRow(models.Model):
    """The plain columns that a kind of entity keeps beside its claims; it shares the entity's key."""

    entity = models.OneToOneField(Entity, primary_key=True, on_delete=models.PROTECT, related_name="%(class)s_row")
    zone = models.ForeignKey(Zone, on_delete=models.PROTECT, related_name="+", db_index=False)

    objects = SubjectRowQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["zone", "entity"], name="%(app_label)s_%(class)s_zone_id"),
        ]
