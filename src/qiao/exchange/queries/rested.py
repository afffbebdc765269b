"""Which records of an import others have built on since."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from qiao.exchange.models import ImportBatch, ImportRow, ImportRun
from qiao.register.models import Claim, Judgement

MOST = 20


def rested_on(run: ImportRun) -> list[UUID]:
    """Records that the import made, on which live claims or persons' judgements of later actions lean; at most 20.

    One query for each table of claims and each of its ends.
    """
    first = ImportBatch.objects.filter(zone=run.zone, run=run).order_by("first").first()
    if first is None:
        return []
    own_actions = ImportBatch.objects.filter(zone=run.zone, run=run).values("action_id")
    judged = Judgement.objects.filter(zone=run.zone, by_person=True)
    asked: list[tuple[QuerySet[Any], tuple[str, ...]]] = [(judged, ("left_id", "right_id"))]
    for table in Claim.kinds():
        has_object = any(field.name == "object" for field in table._meta.fields)
        sides = ("subject_id", "object_id") if has_object else ("subject_id",)
        asked.append((table._default_manager.filter(zone=run.zone), sides))
    found: set[UUID] = set()
    for rows, ends in asked:
        later = rows.filter(withdrawn__isnull=True, recorded_id__gt=first.action_id).exclude(recorded__in=own_actions)
        for end in ends:
            made = ImportRow.objects.filter(zone=run.zone, run=run, own=OuterRef(end))
            found.update(later.filter(Exists(made)).values_list(end, flat=True)[:MOST])
    return sorted(found)[:MOST]
