"""Compare each row of a table with the register, in batches that can be killed and taken up again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from uuid import UUID

from django.db import transaction

from qiao.exchange.actions.job import Clock, keep, let_go
from qiao.exchange.actions.read import problem_of
from qiao.exchange.detect.batch import Item
from qiao.exchange.detect.clean import clean_cells
from qiao.exchange.detect.detector import Detector
from qiao.exchange.detect.digest import digest_of
from qiao.exchange.detect.found import Found, Place, reasons_kept
from qiao.exchange.enums import Fate, RunState
from qiao.exchange.models import ImportRow, ImportRun
from qiao.exchange.queries.compared import detector_for
from qiao.exchange.queries.eyes import reader_for
from qiao.exchange.queries.known import heads_of
from qiao.exchange.queries.priors import priors_of
from qiao.exchange.queries.starter import member_of
from qiao.exchange.reading import Draft, Refusal, Row, UnreadableTable, draft_of, read_table
from qiao.kit.batches import batches
from qiao.kit.ids import new_id
from qiao.kit.insert import insert
from qiao.kit.make_row import make_row
from qiao.kit.settling import holding_much
from qiao.register.queries.readers import Reader

BATCH = 500


def preview(run: ImportRun, *, now: Clock) -> None:
    """Give every row its fate, and say what would be done with it. Nothing enters the register.

    The rows of one batch and the cursor are written together; a comparison that was killed goes on behind it, with
    a detector that has taken in the rows before.
    """
    try:
        table = read_table(Path(run.file.path), run.filename)
        rows = islice(iter(table.rows), run.cursor, None)
        first = next(rows, None)
    except UnreadableTable as refusal:
        let_go(run, RunState.FAILED, problem=problem_of(refusal), finished_at=now())
        return
    if run.previewed_at is None:
        keep(run, now(), previewed_at=now())
    if first is not None:
        _compare(run, _from(first, rows), now)
    let_go(run, RunState.READY, row_count=run.cursor)


def _from(first: Row, rows: Iterator[Row]) -> Iterator[Row]:
    yield first
    yield from rows


def _compare(run: ImportRun, rows: Iterator[Row], now: Clock) -> None:
    reader = reader_for(run, member_of(run.uploaded))
    with holding_much() as settle:
        detector = detector_for(run.zone, reader)
        keep(run, now())
        _take_in(run, detector)
        for batch in batches(rows, BATCH):
            settle()
            cleaned = [Row(row.number, clean_cells(row.cells)) for row in batch]
            _put_down(run, _compared(run, reader, detector, cleaned), now)


def _put_down(run: ImportRun, made: Sequence[ImportRow], now: Clock) -> None:
    with transaction.atomic():
        insert(ImportRow, made)
        counts = Counter(run.counts)
        counts.update(row.fate for row in made)
        keep(run, now(), cursor=run.cursor + len(made), counts=dict(counts))


def _compared(run: ImportRun, reader: Reader, detector: Detector, rows: Sequence[Row]) -> list[ImportRow]:
    drafts = [drafted(run, row) for row in rows]
    digests = [digest_of(draft) if isinstance(draft, Draft) else "" for draft in drafts]
    priors = priors_of(run, digests)
    heads = heads_of(reader, {UUID(d.qiao_id) for d in drafts if isinstance(d, Draft) and d.qiao_id})
    items = [
        Item(row.number, draft, digest, prior, heads.get(UUID(draft.qiao_id)) if draft.qiao_id else None)
        for row, draft, digest, prior in zip(rows, drafts, digests, priors, strict=True)
        if isinstance(draft, Draft)
    ]
    found = iter(detector.compare(items))
    return [
        _row(run, run.cursor + at, row, next(found) if isinstance(draft, Draft) else _refused(draft))
        for at, (row, draft) in enumerate(zip(rows, drafts, strict=True))
    ]


def drafted(run: ImportRun, row: Row) -> Draft | Refusal:
    """What a row says under the columns that the officer confirmed."""
    return draft_of(row, run.mapped, tuple(run.columns))


def _refused(refusal: Refusal) -> Found:
    return Found(Fate.REFUSED, {"code": refusal.code, "params": dict(refusal.params), "column": refusal.column})


def _row(run: ImportRun, ordinal: int, row: Row, found: Found) -> ImportRow:
    place = found.place
    made = make_row(
        ImportRow,
        zone_id=run.zone_id,
        run_id=run.pk,
        ordinal=ordinal,
        number=row.number,
        cells=list(row.cells),
        digest=found.digest,
        fate=found.fate,
        why=found.why,
        others=[other.kept() for other in found.others],
    )
    if place is not None:
        made.how, made.matched, made.target = place.how, place.matched, place.target
        made.own = new_id() if place.own is None and found.fate == Fate.CONFLICT else place.own
        made.score, made.reasons = place.score, reasons_kept(place.reasons)
    return made


def _take_in(run: ImportRun, detector: Detector) -> None:
    """Let the detector know the rows that were compared before it was made."""
    for first in range(0, run.cursor, BATCH):  # as they were compared: a registry weighs words anew as it grows
        rows = ImportRow.objects.filter(zone=run.zone, run=run, ordinal__gte=first, ordinal__lt=first + BATCH)
        taken = []
        for row in rows.exclude(fate=Fate.REFUSED).order_by("ordinal"):
            draft = drafted(run, Row(row.number, tuple(row.cells)))
            if isinstance(draft, Draft) and row.how != "file":
                taken.append((row.number, draft, place_of(row), [Place.of(other) for other in row.others]))
        detector.remember(taken)


def place_of(row: ImportRow) -> Place:
    """Where the row's party stands by default."""
    own = row.own if row.own == row.target else None
    joined = row.fate == Fate.ADDS and own is not None
    return Place(own, row.matched, row.how, joined=joined, ask=row.is_decidable and own is not None, score=row.score)
