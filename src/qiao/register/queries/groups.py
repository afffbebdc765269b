"""The records that are one thing, now or as it was known at an instant."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from qiao.register.models import CanonicalSpan, Entity
from qiao.zones.models import Membership
from qiao.zones.queries.kept import ID, KeptFor


def records_of(entity: Entity, *, as_of: datetime | None = None) -> list[UUID]:
    """Ids of the records grouped with an entity; always holds the entity itself."""
    if as_of is None:
        ids = Entity.objects.filter(zone_id=entity.zone_id, canonical_id=entity.canonical_id)
        return list(ids.values_list("id", flat=True))
    spans = CanonicalSpan.objects.filter(zone_id=entity.zone_id, since__at__lte=as_of).filter(
        Q(until__isnull=True) | Q(until__at__gt=as_of)
    )
    own = spans.filter(entity=entity).values_list("canonical_id", flat=True).first() or entity.pk
    grouped = set(spans.filter(canonical_id=own).values_list("entity_id", flat=True))
    return sorted(grouped | {entity.pk, own}, key=str)


def visible_records(entity: Entity, member: Membership, *, as_of: datetime | None = None) -> list[UUID]:
    """The same, without the records that the member may not see."""
    if as_of is None:
        return [record for (record,) in _GROUP.ask(member, id=entity.canonical_id)]
    ids = records_of(entity, as_of=as_of)
    return list(Entity.objects.visible_to(member).filter(id__in=ids).values_list("id", flat=True))


_GROUP = KeptFor(lambda member: Entity.objects.visible_to(member).filter(canonical_id=ID).values_list("id"))
