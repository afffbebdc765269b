"""Tables brought and imported, and what is left of them in the register, ids and clocks left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile

from qiao.exchange.actions.bring import bring_table
from qiao.exchange.actions.steps import map_columns, start_import
from qiao.exchange.actions.work import work
from qiao.exchange.enums import RunState
from qiao.exchange.models import ImportRow, ImportRun
from qiao.exchange.reading import Field
from qiao.register.models import Claim, Entity, Judgement
from qiao.zones.models import Circle, Membership, Zone
from tests.factories import NOW

Clock = Callable[[], datetime]


def clock() -> datetime:
    return NOW


def csv_of(rows: Iterable[Sequence[str]]) -> bytes:
    import csv
    import io

    held = io.StringIO()
    csv.writer(held).writerows(rows)
    return held.getvalue().encode()


def bring(
    member: Membership, rows: Iterable[Sequence[str]], *, audience: Circle | None = None, name: str = "list.csv"
) -> ImportRun:
    """A table brought and read, its columns to be checked."""
    run = bring_table(member=member, file=ContentFile(csv_of(rows)), filename=name, audience=audience, now=NOW)
    work(run.pk, now=clock)
    run.refresh_from_db()
    return run


def preview(
    member: Membership,
    rows: Iterable[Sequence[str]],
    *,
    fields: Sequence[Field] | None = None,
    audience: Circle | None = None,
) -> ImportRun:
    """A table brought, mapped as guessed or as said, and compared."""
    run = bring(member, rows, audience=audience)
    assert run.state == RunState.MAPPING, run.problem
    said = fields or [Field(field) for field in run.mapping]
    map_columns(member=member, run=run, fields=said, now=NOW)
    work(run.pk, now=clock)
    run.refresh_from_db()
    assert run.state == RunState.READY, run.problem
    return run


def finish(member: Membership, run: ImportRun, *, at: timedelta = timedelta()) -> ImportRun:
    start_import(member=member, run=run, now=NOW + at)
    work(run.pk, now=lambda: NOW + at)
    run.refresh_from_db()
    assert run.state == RunState.DONE, run.problem
    return run


def imported(member: Membership, rows: Iterable[Sequence[str]], **options: Any) -> ImportRun:
    """A table imported as its preview says."""
    return finish(member, preview(member, rows, **options))


def fates(run: ImportRun) -> list[str]:
    return list(ImportRow.objects.filter(run=run).order_by("ordinal").values_list("fate", flat=True))


def state_of(zone: Zone) -> tuple[Any, ...]:
    """The multiset of live claims, the groups and the machine's judgements, each record told by what it says."""
    claims = {table: list(table._default_manager.filter(zone=zone, withdrawn__isnull=True)) for table in Claim.kinds()}
    own: dict[UUID, list[Any]] = {}
    for table, rows in claims.items():
        for claim in rows:
            own.setdefault(claim.subject_id, []).append((table.__name__, *map(str, _plain(claim))))
    call = {record: tuple(sorted(said)) for record, said in own.items()}
    live = Counter(
        (
            table.__name__,
            call[claim.subject_id],
            tuple(map(str, _plain(claim))),
            call.get(getattr(claim, "object_id", None) or claim.subject_id),
            claim.evidence.locator,
            claim.evidence.quote,
            claim.modality,
            str(claim.valid_from),
            str(claim.valid_until),
        )
        for table, rows in claims.items()
        for claim in rows
    )
    groups: dict[UUID, list[Any]] = {}
    for entity in Entity.objects.filter(zone=zone):
        groups.setdefault(entity.canonical_id, []).append(call.get(entity.pk, ()))
    judged = Judgement.objects.filter(zone=zone, withdrawn__isnull=True)
    verdicts = Counter(
        (tuple(sorted((call.get(j.left_id, ()), call.get(j.right_id, ())))), j.verdict, j.by_person) for j in judged
    )
    return live, Counter(tuple(sorted(group)) for group in groups.values() if any(group)), verdicts


def _plain(claim: Claim) -> list[Any]:
    """What a claim says, the record on its other side left out."""
    return [getattr(claim, column) for column in claim.VALUES if column != "object_id"]
