"""Import the rows of a table, in batches that can be killed and taken up again: the result equals one clean run."""

from __future__ import annotations

from uuid import UUID

from qiao.exchange.actions.enter import Entering
from qiao.exchange.actions.job import Clock, keep, let_go
from qiao.exchange.actions.preview import drafted
from qiao.exchange.detect.sayings import Segments
from qiao.exchange.enums import Decision, Fate, RunState
from qiao.exchange.models import ImportBatch, ImportRow, ImportRun
from qiao.exchange.queries.eyes import reader_for
from qiao.exchange.queries.known import segments_of
from qiao.exchange.queries.starter import member_of
from qiao.exchange.reading import Draft, Row
from qiao.register.queries.readers import Reader
from qiao.zones.actions import acting
from qiao.zones.models import Membership
from qiao.zones.rules import may_record

BATCH = 500


def run_rows(run: ImportRun, *, now: Clock) -> None:
    """Enter every row that its fate and the officers let in. Each batch is one action, written with the cursor."""
    assert run.begun is not None
    member = member_of(run.begun)
    reader = reader_for(run, member_of(run.uploaded))
    segments = segments_of(run.zone)
    while run.cursor < run.row_count:
        _batch(run, member, reader, segments, now)
    let_go(run, RunState.DONE, finished_at=now())


def _batch(run: ImportRun, member: Membership, reader: Reader, segments: Segments, now: Clock) -> None:
    rows = list(
        ImportRow.objects.filter(
            zone=run.zone, run=run, ordinal__gte=run.cursor, ordinal__lt=run.cursor + BATCH
        ).order_by("ordinal")
    )
    entries = [(row, draft) for row, draft in ((row, _draft(run, row)) for row in rows) if draft is not None]
    after = run.cursor + BATCH
    if not entries:
        keep(run, now(), cursor=min(after, run.row_count))
        return
    first = run.cursor
    with acting(member=member, verb="import_rows", now=now(), allowed=may_record) as act:
        keep(run, act.now, cursor=min(after, run.row_count))
        Entering(act, run, reader, segments).rows(entries)
        ImportBatch(zone=run.zone, run=run, first=first, rows=len(rows), action=act.action).save(force_insert=True)
        act.touch(run)


def _draft(run: ImportRun, row: ImportRow) -> Draft | None:
    """What a row brings; None when it brings nothing."""
    if row.lands_on is None or (row.fate == Fate.SAME and row.decision == Decision.NONE):
        return None
    draft = drafted(run, Row(row.number, tuple(row.cells)))
    return draft if isinstance(draft, Draft) else None


def batch_actions(run: ImportRun) -> list[UUID]:
    """The actions of an import, in their order."""
    held = ImportBatch.objects.filter(zone=run.zone, run=run).order_by("first")
    return list(held.values_list("action_id", flat=True))
