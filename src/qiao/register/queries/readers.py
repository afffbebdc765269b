"""With whose eyes rows are read for comparing, and which groups of records these eyes see."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from qiao.register.enums import EntityKind
from qiao.register.models import Claim, ContactPoint, Entity, Identifier, Location, Name
from qiao.zones.models import Circle, Membership, Zone


@dataclass(frozen=True)
class Reader:
    """Whose eyes the rows are read with."""

    zone: Zone
    entities: Q
    claims: Callable[[type[Claim]], QuerySet[Any]]


def open_to_all(zone: Zone) -> Reader:
    """What has no audience: the zone's members all see it, station keepers and guests apart."""
    return _within(zone, None)


def open_to_circle(zone: Zone, circle: Circle) -> Reader:
    """What has no audience, and what this circle keeps."""
    return _within(zone, circle)


def seen_by(member: Membership) -> Reader:
    """What a member may see."""

    def claims(table: type[Claim]) -> QuerySet[Any]:
        return table._default_manager.visible_to(member).live()  # type: ignore[attr-defined,no-any-return]  # every claim's manager

    visible = Entity.objects.visible_to(member).values("id")
    return Reader(member.zone, Q(id__in=visible), claims)


def _within(zone: Zone, circle: Circle | None) -> Reader:
    def allowed(path: str) -> Q:
        nobodys = Q(**{f"{path}__isnull": True})
        return nobodys | Q(**{path: circle}) if circle else nobodys

    def claims(table: type[Claim]) -> QuerySet[Any]:
        rows = table._default_manager.filter(zone=zone, withdrawn__isnull=True)
        for path in table.AUDIENCES:
            rows = rows.filter(allowed(f"{path}__audience"))
        return rows

    return Reader(zone, allowed("audience"), claims)


def groups_of_kind(reader: Reader, kind: EntityKind, *, since: datetime | None = None) -> dict[UUID, list[UUID]]:
    """All groups of a kind that the reader sees, each under the lowest of its records, in the order of these.

    since    only those of which a name, place, number or contact was recorded or withdrawn after this instant.
    """
    seen = Entity.objects.filter(reader.entities, zone=reader.zone, kind=kind)
    if since is not None:
        seen = seen.filter(_touched_since(reader.zone.pk, kind, since))
    return _grouped(seen)


def groups_around(reader: Reader, records: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """The groups that hold these records, each under the lowest of its records that the reader sees."""
    canonical = Entity.objects.filter(zone=reader.zone, id__in=list(records)).values("canonical_id")
    return _grouped(Entity.objects.filter(reader.entities, zone=reader.zone, canonical__in=canonical))


def _grouped(entities: QuerySet[Entity]) -> dict[UUID, list[UUID]]:
    under: dict[UUID, UUID] = {}
    groups: dict[UUID, list[UUID]] = {}
    for record, canonical in entities.order_by("id").values_list("id", "canonical_id").iterator(chunk_size=5000):
        groups.setdefault(under.setdefault(canonical, record), []).append(record)
    return groups


def _touched_since(zone_id: UUID, kind: EntityKind, since: datetime) -> Q:
    touched = Q()
    for table in (Name, Location, ContactPoint, Identifier):
        rows = table._default_manager.filter(zone_id=zone_id, subject__kind=kind)
        moved = rows.filter(Q(recorded__at__gt=since) | Q(withdrawn__at__gt=since))
        touched |= Q(canonical__in=moved.order_by().values("subject__canonical_id"))
    return touched
