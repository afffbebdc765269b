"""Which claims members want shown before others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from qiao.kit.kept_query import Among, Kept
from qiao.register.models import Preference
from qiao.zones.queries.kept import ZONE


def preferred_ids(zone_id: UUID, records: Iterable[UUID], *, as_of: datetime | None = None) -> frozenset[UUID]:
    """Ids of the claims about these records that a member put first, now or as it stood at an instant."""
    if as_of is None:
        now = _STANDING.ask((), {ZONE: "zone"}, {"zone": zone_id, "ids": list(records)})
        return frozenset(claim for (claim,) in now)
    stated = Preference.objects.filter(zone_id=zone_id, subject_id__in=list(records))
    stated = stated.filter(recorded__at__lte=as_of).filter(Q(withdrawn__isnull=True) | Q(withdrawn__at__gt=as_of))
    return frozenset(stated.values_list("claim_id", flat=True))


_STANDING = Kept(
    lambda: Preference.objects.filter(Among("subject_id"), zone_id=ZONE, withdrawn__isnull=True).values_list("claim_id")
)
