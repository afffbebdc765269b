"""What keeps groups of records apart for ever, whatever their score."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q

from qiao.register.enums import Verdict
from qiao.register.models import Judgement


def standing_apart(zone_id: UUID, groups: Sequence[UUID]) -> Judgement | None:
    """A live "different" between records of two of these groups (canonical ids); None when there is none."""
    between = Judgement.objects.filter(
        Q(left__canonical_id__in=groups) & Q(right__canonical_id__in=groups),
        zone_id=zone_id,
        withdrawn__isnull=True,
        verdict=Verdict.DIFFERENT,
    )
    return between.select_related("recorded__actor", "left", "right").order_by("id").first()
