"""Open a kept file: its columns, what each seems to hold, and its first rows, for an officer to check."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

from qiao.exchange.actions.job import Clock, keep, let_go
from qiao.exchange.detect.clean import clean_cells
from qiao.exchange.enums import RunState
from qiao.exchange.models import ImportRun
from qiao.exchange.queries.memory import remembered
from qiao.exchange.reading import Table, TableKind, UnreadableTable, guess, read_table

SAMPLE = 5


def read_columns(run: ImportRun, *, now: Clock) -> None:
    """Bring an import from its file to the page where columns are checked, or to the sentence that says why not.

    Cards have fixed columns: there is nothing to check, and the comparison begins at once.
    """
    try:
        table = read_table(Path(run.file.path), run.filename)
        guesses = guess(table)
        sample = [list(clean_cells(row.cells)) for row in islice(iter(table.rows), SAMPLE)]
    except UnreadableTable as refusal:
        let_go(run, RunState.FAILED, problem=problem_of(refusal), finished_at=now())
        return
    keep(run, now())
    columns = list(clean_cells(table.columns))
    is_fixed = table.kind in (TableKind.CARDS, TableKind.PICTURE)
    mapping = None if is_fixed else remembered(run.zone, columns)
    let_go(
        run,
        RunState.PREVIEWING if is_fixed else RunState.MAPPING,
        columns=columns,
        guesses=[_kept(each) for each in guesses],
        sample=sample,
        mapping=mapping or [each.field.value for each in guesses],
        row_count=table.row_count,
        reading=_reading(table) | {"remembered": mapping is not None},
        cursor=0,
    )


def problem_of(refusal: UnreadableTable) -> dict[str, Any]:
    """A refusal as it is kept: code and parameters."""
    return {"code": refusal.trouble, "params": dict(refusal.params)}


def _kept(each: Any) -> dict[str, Any]:
    return {
        "field": each.field.value,
        "confidence": round(each.confidence, 2),
        "why": each.why,
        "values": list(clean_cells(each.values)),
    }


def _reading(table: Table) -> dict[str, Any]:
    return {
        "kind": table.kind.value,
        "sheet": table.sheet,
        "other_sheets": list(table.other_sheets),
        "header_row": table.header_row,
        "read_with": table.read_with,
        "notes": [{"code": note.code, "params": dict(note.params)} for note in table.notes],
    }
