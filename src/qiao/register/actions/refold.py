"""Fold the names of a zone again after a rule of folding changed. A cache is rebuilt: nothing that was said changes."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from qiao.engines.text.names import FOLD_VERSION
from qiao.register.actions.refresh import AT_ONCE, refresh_groups
from qiao.register.models import Entity, Location, Name, SearchEntry
from qiao.register.queries.told_names import FOUND_BY_TOWN
from qiao.zones.models import Zone


def refold(zone: Zone, *, at_most: int | None = None) -> int:
    """Fold again what is found by the rules of an earlier version, or not at all yet.

    at_most   so many records, then stop; all when None.
    Returns   how many records were folded. Each batch is a transaction: killed and run again, it goes on from there.
    """
    done = 0
    after: UUID | None = None
    while at_most is None or done < at_most:
        batch = list(_stale(zone, after).values_list("id", "canonical_id")[:AT_ONCE])
        if not batch:
            break
        with transaction.atomic():
            refresh_groups(zone.pk, sorted({group for _record, group in batch}))
        done += len(batch)
        after = batch[-1][0]
    return done


def is_stale(zone: Zone) -> bool:
    """Whether a zone has entries of an earlier version, or names and no entry at all: quick questions."""
    entries = SearchEntry.objects.filter(zone=zone)
    if entries.filter(fold_version__lt=FOLD_VERSION).exists():
        return True
    return not entries.exists() and Name.objects.live().filter(zone=zone).exists()


def _stale(zone: Zone, after: UUID | None) -> QuerySet[Entity]:
    """Records that have something to be found by and no entry of this version, from an id on."""
    named = Name.objects.live().filter(zone=zone, subject=OuterRef("pk"))
    placed = Location.objects.live().filter(zone=zone, subject=OuterRef("pk"))
    current = SearchEntry.objects.filter(zone=zone, entity=OuterRef("pk"), fold_version=FOLD_VERSION)
    records = Entity.objects.filter(zone=zone).filter(
        Exists(named) | Exists(placed.filter(subject__kind__in=FOUND_BY_TOWN))
    )
    records = records.exclude(Exists(current)).order_by("id")
    return records.filter(id__gt=after) if after else records
