"""Bytes of a file into a header and rows: which reader, and what every reader's rows go through."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from qiao.engines.documents.characters import cleaned
from qiao.engines.documents.errors import Trouble, UnreadableDocument
from qiao.engines.documents.kinds import PLAIN, kind_of
from qiao.engines.documents.result import MediaKind
from qiao.exchange.reading.errors import UnreadableTable
from qiao.exchange.reading.guarded import unguard
from qiao.exchange.reading.headers import Head, find_header
from qiao.exchange.reading.problem import LONGEST_CELL, TableLimits
from qiao.exchange.reading.table import Row, TableKind

Rows = Iterator[tuple[int, list[str]]]
"""Number of the row, and its cells; nothing trimmed, nothing left out."""


@dataclass(slots=True)
class Found:
    """What a reader found: `header` is None where the first rows still have to tell."""

    kind: TableKind
    rows: Rows
    read_with: str
    header: list[str] | None = None
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    notes: list[tuple[str, dict[str, str]]] = field(default_factory=list)


def lay(data: bytes, name: str, out: Path, limits: TableLimits) -> dict[str, Any]:
    """Write the rows of a file to `out`; returns what is said of the table. Raises UnreadableTable or -Document."""
    found = _found(data, name, limits)
    filled = _filled(found.rows, name, limits, is_guarded=found.kind is TableKind.TEXT)
    head = Head(found.header, 0, [], 0) if found.header is not None else find_header(filled)
    count, width = _write(chain(head.rows, filled), out, name, limits)
    if not count:
        raise UnreadableTable("no_table", name=name, found="no filled row", expected="a header and rows under it")
    columns = [" ".join(column.split())[:300] for column in head.columns]
    return {
        "columns": columns + [""] * (width - len(columns)),
        "row_count": count,
        "kind": found.kind.value,
        "read_with": found.read_with,
        "sheet": found.sheet,
        "other_sheets": list(found.other_sheets),
        "header_row": head.row,
        "notes": list(_notes(found, head)),  # readers add to theirs while the rows are gone through
    }


def _notes(found: Found, head: Head) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for code, params in found.notes:
        yield code, list(params.items())
    if head.above:
        yield "rows_above", [("count", str(head.above))]


def _found(data: bytes, name: str, limits: TableLimits) -> Found:
    """The reader for a file of this content."""
    if not data:
        raise UnreadableDocument(Trouble.EMPTY, name=name)
    from qiao.exchange.reading import cards

    if cards.is_cards(data):
        return cards.read_cards(data, name)
    kind = _kind(data, name)
    if kind is MediaKind.SHEET:
        from qiao.exchange.reading.workbook import read_workbook

        return read_workbook(data, name, limits)
    if kind is MediaKind.IMAGE:
        from qiao.exchange.reading.picture import read_picture

        return read_picture(data, name, limits)
    if kind is MediaKind.HTML:
        from qiao.exchange.reading.markup import read_markup

        return read_markup(data, name)
    if kind in PLAIN or (kind is MediaKind.MAIL and name.lower().endswith((".csv", ".tsv", ".txt", ".tab"))):
        from qiao.exchange.reading.delimited import read_delimited

        return read_delimited(data, name)
    raise UnreadableTable("not_a_table", name=name, found=kind.value)


def _kind(data: bytes, name: str) -> MediaKind:
    try:
        return kind_of(data, name)
    except UnreadableDocument as error:
        if error.trouble is Trouble.KIND_NOT_READ:
            raise UnreadableTable("not_a_table", name=name, found=error.params["found"]) from error
        raise


def _filled(rows: Rows, name: str, limits: TableLimits, *, is_guarded: bool) -> Iterator[Row]:
    """Rows that say something, their cells cleaned and trimmed; cells too long are cut where they can be told to be.

    is_guarded   an apostrophe before a sign of formulas only guards the cell, as text tables write it.
    """
    for number, cells in rows:
        if len(cells) > limits.columns:
            cells = _narrow(cells, name, limits)
        said = [_cell(cell) if cell else "" for cell in cells]
        if is_guarded:
            said = [unguard(cell) if cell.startswith("'") else cell for cell in said]
        while said and not said[-1]:
            said.pop()
        if said:
            yield Row(number, tuple(said))


def _narrow(cells: list[str], name: str, limits: TableLimits) -> list[str]:
    """The cells without empty ones at the end. Raises UnreadableTable when they are still too many."""
    width = max((at for at, cell in enumerate(cells, start=1) if cell.strip()), default=0)
    if width > limits.columns:
        raise UnreadableTable("too_many_columns", name=name, found=width, expected=limits.columns)
    return cells[:width]


def _cell(text: str) -> str:
    text = text[: 2 * LONGEST_CELL].strip(" \t\r\n\v\f\xa0\u3000\ufeff\u200b")
    return text if text.isascii() and "\0" not in text and "\r" not in text else cleaned(text)[: LONGEST_CELL + 1]


def _write(rows: Iterator[Row], out: Path, name: str, limits: TableLimits) -> tuple[int, int]:
    """How many rows were written, and how many cells the longest has."""
    count = width = characters = 0
    with out.open("w", encoding="utf-8", errors="replace") as stream:
        for row in rows:
            count += 1
            if count > limits.rows:
                raise UnreadableTable("too_many_rows", name=name, found=limits.rows, expected=limits.rows)
            cells = [cell[: LONGEST_CELL + 1] for cell in row.cells]
            width = max(width, len(cells))
            characters += sum(map(len, cells))
            if characters > limits.parsing.characters:
                raise UnreadableDocument(Trouble.TOO_MUCH_TEXT, name=name, expected=limits.parsing.characters)
            stream.write(json.dumps([row.number, *cells], ensure_ascii=False) + "\n")
    return count, width
