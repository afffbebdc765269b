"""With whose eyes the rows of an import are compared with the register."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from qiao.exchange.models import ImportRun
from qiao.register.models import Claim
from qiao.register.queries.readers import Reader, open_to_all, open_to_circle
from qiao.zones.models import Circle, Membership, Zone


def reader_for(run: ImportRun, member: Membership) -> Reader:
    """What the rows of an import may be compared with: what is open, and what its own circle keeps.

    Whoever is confined to circles compares with the circle alone: a fate must not tell them what else is known.
    """
    if run.audience is None:
        return open_to_all(run.zone)
    return _circle_alone(run.zone, run.audience) if member.is_confined else open_to_circle(run.zone, run.audience)


def _circle_alone(zone: Zone, circle: Circle) -> Reader:
    def claims(table: type[Claim]) -> QuerySet[Any]:
        rows = table._default_manager.filter(zone=zone, withdrawn__isnull=True)
        return rows.filter(**{f"{path}__audience": circle for path in table.AUDIENCES})

    return Reader(zone, Q(audience=circle), claims)
