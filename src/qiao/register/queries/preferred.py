"""Which claims members want shown before others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from qiao.register.models import Preference


def preferred_ids(zone_id: UUID, records: Iterable[UUID], *, as_of: datetime | None = None) -> frozenset[UUID]:
    """Ids of the claims about these records that a member put first, now or as it stood at an instant."""
    stated = Preference.objects.filter(zone_id=zone_id, subject_id__in=list(records))
    if as_of is None:
        stated = stated.filter(withdrawn__isnull=True)
    else:
        stated = stated.filter(recorded__at__lte=as_of).filter(Q(withdrawn__isnull=True) | Q(withdrawn__at__gt=as_of))
    return frozenset(stated.values_list("claim_id", flat=True))
