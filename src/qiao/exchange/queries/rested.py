"""What of an import others have built on since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from qiao.exchange.models import ImportBatch, ImportRow, ImportRun
from qiao.register.models import Claim, Judgement

COUNTED = 1000  # more are "over 1,000"


@dataclass(frozen=True)
class Rested:
    """Records on which something leans, counted up to a thousand and one."""

    records: int

    @property
    def is_more(self) -> bool:
        return self.records > COUNTED


def rested_on(run: ImportRun) -> Rested:
    """What later actions lean on: records that the import made, of which others said or judged something since, and
    records of which they corrected or moved what the import said.

    Two or three queries for each table of claims. What is withdrawn by now leans on nothing.
    """
    first = ImportBatch.objects.filter(zone=run.zone, run=run).order_by("first").first()
    if first is None:
        return Rested(0)
    found: set[UUID] = set()
    for leaning in (*_made_and_used(run, first), *_said_otherwise(run)):
        found.update(leaning[: COUNTED + 1])
        if len(found) > COUNTED:
            break
    return Rested(min(len(found), COUNTED + 1))


def _made_and_used(run: ImportRun, first: ImportBatch) -> Iterator[QuerySet[Any, UUID]]:
    """Records that the import made and on which live claims or persons' judgements of later actions lie."""
    for rows, ends in _tables(run):
        later = rows.filter(withdrawn__isnull=True, recorded_id__gt=first.action_id)
        later = later.exclude(recorded__in=_own(run))
        for end in ends:
            made = ImportRow.objects.filter(zone=run.zone, run=run, own=OuterRef(end))
            yield later.filter(Exists(made)).order_by().values_list(end, flat=True).distinct()


def _said_otherwise(run: ImportRun) -> Iterator[QuerySet[Any, UUID]]:
    """Records of which a live claim stands in the place of one that the import recorded; copies that an undo made
    are the claim itself."""
    for table in Claim.kinds():
        rows = table._default_manager.filter(zone=run.zone, withdrawn__isnull=True, replaces__recorded__in=_own(run))
        later = rows.filter(recorded__undoes__isnull=True)
        yield later.order_by().values_list("subject_id", flat=True).distinct()


def _tables(run: ImportRun) -> Iterator[tuple[QuerySet[Any], tuple[str, ...]]]:
    yield Judgement.objects.filter(zone=run.zone, by_person=True), ("left_id", "right_id")
    for table in Claim.kinds():
        has_object = any(field.name == "object" for field in table._meta.fields)
        yield (
            table._default_manager.filter(zone=run.zone),
            ("subject_id", "object_id") if has_object else ("subject_id",),
        )


def _own(run: ImportRun) -> QuerySet[Any, Any]:
    return ImportBatch.objects.filter(zone=run.zone, run=run).values("action_id")
