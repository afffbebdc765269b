"""A table laid out in a file of its own by a limited process, and read back row by row."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from qiao.engines.documents.errors import Trouble, UnreadableDocument
from qiao.engines.documents.sandbox import death_of, run_limited
from qiao.exchange.reading.errors import UnreadableTable
from qiao.exchange.reading.problem import TableLimits
from qiao.exchange.reading.table import Note, Row, Table, TableKind


class LaidRows:
    """The rows of one table; the file they lie in goes when they are no longer used."""

    def __init__(self) -> None:
        self._file = tempfile.NamedTemporaryFile(prefix="qiao-rows-")  # noqa: SIM115  # it lives as long as the rows
        self.columns = 0

    @property
    def path(self) -> Path:
        return Path(self._file.name)

    def __iter__(self) -> Iterator[Row]:
        with self.path.open(encoding="utf-8") as lines:
            for line in lines:
                number, *cells = json.loads(line)
                yield Row(number, tuple(cells) + ("",) * (self.columns - len(cells)))


def laid_table(path: Path, name: str, limits: TableLimits) -> Table:
    """Have a file laid out under limits, whatever it does. Raises UnreadableTable."""
    rows = LaidRows()
    try:
        said = _laid(path, name, rows.path, limits)
    except UnreadableDocument as error:
        raise UnreadableTable.because(error) from error
    return table_of(rows, said)


def table_of(rows: LaidRows, said: dict[str, Any]) -> Table:
    """The table whose rows were laid out, by what the reader said of it."""
    rows.columns = len(said["columns"])
    return Table(
        columns=tuple(said["columns"]),
        rows=rows,
        row_count=said["row_count"],
        kind=TableKind(said["kind"]),
        read_with=said["read_with"],
        sheet=said["sheet"],
        other_sheets=tuple(said["other_sheets"]),
        header_row=said["header_row"],
        notes=tuple(Note(code, tuple((key, value) for key, value in params)) for code, params in said["notes"]),
    )


def _laid(path: Path, name: str, out: Path, limits: TableLimits) -> dict[str, Any]:
    task = {
        "path": str(path.resolve()),
        "name": name,
        "out": str(out),
        "rows": limits.rows,
        "columns": limits.columns,
        "parsing": asdict(limits.parsing),
    }
    parsing = limits.parsing
    try:
        ended = run_limited("qiao.exchange.reading.child", json.dumps(task).encode() + b"\n", parsing)
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument(Trouble.TOO_SLOW, name=name, found=f"{parsing.wall_seconds:g}") from error
    except OSError as error:
        raise UnreadableDocument(Trouble.NO_READER, name=name, found=error.strerror or "no process") from error
    if ended.returncode != 0:
        raise death_of(ended, name, parsing)
    try:
        answer = json.loads(ended.stdout)
    except ValueError as error:
        raise UnreadableDocument(Trouble.CRASHED, name=name, expected="such files", found="half an answer") from error
    if "error" in answer:
        raise UnreadableTable(answer["error"]["trouble"], said=answer["error"]["said"], **answer["error"]["params"])
    return dict(answer["table"])
