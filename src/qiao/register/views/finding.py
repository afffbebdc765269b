"""The row that an address names, if the member may see it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from qiao.register.models import Claim, Entity
from qiao.register.queries.claim import fetched
from qiao.register.queries.groups import visible_records
from qiao.register.tables import table_of
from qiao.zones.models import Membership
from qiao.zones.queries.kept import ID, KeptFor


def entity_or_404(member: Membership, entity_id: UUID) -> Entity:
    """An entity of which, or of whose group, the member may see a record."""
    found: list[Entity] = _NAMED.ask(member, id=entity_id)
    if not found or not visible_records(found[0], member):
        raise Http404
    return found[0]


_NAMED = KeptFor(lambda member: Entity.objects.filter(zone_id=member.zone_id, pk=ID))


def own_record_or_404(member: Membership, entity_id: UUID) -> Entity:
    """The record to write on: the one named if the member may see it, else the lowest of its group they may see."""
    entity = entity_or_404(member, entity_id)
    records = visible_records(entity, member)
    chosen = entity.pk if entity.pk in records else min(records)
    return Entity.objects.visible_to(member).select_related("audience").get(pk=chosen)


def claim_or_404(member: Membership, table: str, claim_id: UUID) -> Claim:
    """A claim of any table, live or withdrawn."""
    model = table_of(table)
    claim: Claim | None = fetched(model, member).filter(pk=claim_id).first() if model else None
    if claim is None:
        raise Http404
    return claim
