"""Where a party is, for what depends on the country."""

from __future__ import annotations

from qiao.register.models import Entity, Location
from qiao.register.queries.groups import visible_records
from qiao.register.queries.shown import shown
from qiao.zones.models import Membership


def country_of(member: Membership, entity: Entity) -> str:
    """The country shown for a party, as ISO 3166 code; empty when none is known."""
    told = Location.objects.visible_to(member).live().about(visible_records(entity, member)).exclude(country="")
    where = shown(told.select_related("evidence__source", "recorded").defer("evidence__source__text"))
    return where.first.claim.country if where else ""
