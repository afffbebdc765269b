"""Tables laid out in the process of the test, which saves starting one for each."""

from __future__ import annotations

import tempfile
from pathlib import Path

from qiao.exchange.reading import Draft, Field, Refusal, Row, Table, TableLimits, draft_of, guess
from qiao.exchange.reading.child import lay_here
from qiao.exchange.reading.laid import LaidRows, table_of


def table(data: bytes | str, name: str = "list.csv", limits: TableLimits | None = None) -> Table:
    """Read bytes, or a text as UTF-8. Raises UnreadableTable."""
    rows = LaidRows()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return table_of(rows, lay_here(path, name, rows.path, limits or TableLimits()))


def cells(found: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in found.rows]


def drafts(found: Table) -> list[Draft | Refusal]:
    mapped = {one.column: one.field for one in guess(found)}
    return [draft_of(row, mapped, found.columns) for row in found.rows]


def fields(found: Table) -> list[str]:
    return [one.field.value for one in guess(found)]


def draft(**cells_by_field: str) -> Draft:
    """The draft of one row whose columns hold these fields."""
    mapped = {at: Field(field) for at, field in enumerate(cells_by_field)}
    found = draft_of(Row(2, tuple(cells_by_field.values())), mapped, tuple(cells_by_field))
    assert isinstance(found, Draft)
    return found
