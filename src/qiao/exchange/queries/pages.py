"""Imports and their rows as pages show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from qiao.exchange.enums import DECIDABLE, Decision, Fate, RunState
from qiao.exchange.models import ImportRow, ImportRun
from qiao.exchange.reading import NAMES, Field
from qiao.exchange.words import QUESTIONS, how_words, refusal_words, table_words
from qiao.register.enums import IdentifierScheme
from qiao.register.models import Entity
from qiao.register.queries.labels import called
from qiao.zones.models import Membership

RUNS, ROWS = 30, 50


@dataclass(frozen=True)
class RunPage:
    """Imports, the latest first, and the key from which the next page goes on."""

    runs: tuple[ImportRun, ...]
    before: UUID | None


@dataclass(frozen=True)
class FateCount:
    """How many rows have a fate, for the filter above them; `open` are those on which nobody has decided."""

    fate: Fate
    count: int
    open: int = 0


@dataclass(frozen=True)
class Party:
    """A record that a row was held against, as far as the reader may see it: its page and its name."""

    id: UUID
    text: str
    language: str


@dataclass(frozen=True)
class Dispute:
    """A question that the register and the row answer differently."""

    question: str
    known: str
    said: str


@dataclass(frozen=True)
class RowLine:
    """One row: what it is called, its other cells under their headers, its fate and why."""

    id: UUID
    number: int
    title: str
    cells: tuple[tuple[str, str], ...]
    fate: Fate
    decision: Decision
    why: str
    how: str
    like_row: int | None
    party: Party | None
    record: Party | None  # where its claims stand, once they do
    percent: int | None
    disputes: tuple[Dispute, ...]
    is_decidable: bool
    by_default: str


@dataclass(frozen=True)
class RowPage:
    """Rows in the order of the file, and the ordinal after which the next page begins."""

    lines: tuple[RowLine, ...]
    after: int | None


def run_page(member: Membership, *, before: UUID | None = None) -> RunPage:
    """Imports that the member may see; ids sort by the time they were made."""
    rows = ImportRun.objects.visible_to(member).select_related("uploaded__actor", "audience")
    if before is not None:
        rows = rows.filter(id__lt=before)
    found = list(rows.order_by("-id")[: RUNS + 1])
    return RunPage(tuple(found[:RUNS]), found[RUNS - 1].pk if len(found) > RUNS else None)


def fate_counts(run: ImportRun) -> list[FateCount]:
    """The fates that occur, in their order."""
    waiting = {fate: _waiting(run, fate) for fate in DECIDABLE if run.counts.get(fate)}
    return [
        FateCount(fate, run.counts[fate], waiting.get(fate, 0) if run.state == RunState.READY else 0)
        for fate in Fate
        if run.counts.get(fate)
    ]


def _waiting(run: ImportRun, fate: Fate) -> int:
    rows = ImportRow.objects.filter(zone=run.zone_id, run=run, fate=fate, decision=Decision.NONE)
    return rows.count()


def row_page(member: Membership, run: ImportRun, *, fate: Fate | None, after: int | None, language: str) -> RowPage:
    """Fifty rows of an import, read along the index of fates: the last page costs what the first does."""
    rows = ImportRow.objects.filter(zone=run.zone_id, run=run)
    if fate is not None:
        rows = rows.filter(fate=fate)
    if after is not None:
        rows = rows.filter(ordinal__gt=after)
    found = list(rows.order_by("ordinal")[: ROWS + 1])
    shown = found[:ROWS]
    lines = row_lines(member, run, shown, language)
    return RowPage(tuple(lines), shown[-1].ordinal if len(found) > ROWS else None)


def row_lines(member: Membership, run: ImportRun, rows: Sequence[ImportRow], language: str) -> list[RowLine]:
    """These rows as a page shows them: two queries, however many they are."""
    landed = {row.pk: row.lands_on for row in rows} if run.state in (RunState.DONE, RunState.RUNNING) else {}
    met = {row.matched for row in rows} | set(landed.values())
    parties = _parties(member, {record for record in met if record}, language)
    titles = [at for at, field in enumerate(run.mapping) if Field(field) in NAMES]
    return [_line(run, row, titles, parties, landed.get(row.pk)) for row in rows]


def _parties(member: Membership, ids: set[UUID], language: str) -> Mapping[UUID, Party]:
    seen = set(Entity.objects.visible_to(member).filter(id__in=ids).values_list("id", flat=True))
    return {record: Party(record, name.text, name.language) for record, name in called(seen, language).items()}


def _line(
    run: ImportRun, row: ImportRow, titles: Sequence[int], parties: Mapping[UUID, Party], landed: UUID | None
) -> RowLine:
    cells = list(row.cells)
    named = [cells[at] for at in titles if at < len(cells) and cells[at]]
    title = " ".join(named[:2]) if named else next(filter(None, cells), "")
    rest = tuple(
        (header, cell)
        for at, (header, cell) in enumerate(zip(run.columns, cells, strict=False))
        if cell and at not in titles
    )
    return RowLine(
        id=row.pk,
        number=row.number,
        title=title[:300],
        cells=tuple((header, cell[:200]) for header, cell in rest[:12]),
        fate=Fate(row.fate),
        decision=Decision(row.decision),
        why=_why(row),
        how=how_words(row.how) if row.how else "",
        like_row=row.why.get("row"),
        party=parties.get(row.matched) if row.matched else None,
        record=parties.get(landed) if landed else None,
        percent=max(0, min(99, int(row.score * 100))) if row.score is not None else None,
        disputes=tuple(_dispute(dispute) for dispute in row.why.get("disputes", ())),
        is_decidable=row.is_decidable,
        by_default="same" if row.target == row.matched else "new",
    )


def _why(row: ImportRow) -> str:
    if row.fate == Fate.REFUSED:
        return refusal_words(row.why)
    return table_words(list(row.why.get("adds", ()))) if row.fate == Fate.ADDS else ""


def _dispute(dispute: Sequence[Any]) -> Dispute:
    question, known, said = dispute
    scheme = str(question).removeprefix("number:")
    if scheme in IdentifierScheme.values:
        return Dispute(str(IdentifierScheme(scheme).label), known.upper(), said.upper())
    if question == "town":
        return Dispute(str(QUESTIONS["town"]), "", "")  # towns are kept by where they lie
    return Dispute(str(QUESTIONS.get(question, question)), known, said)
