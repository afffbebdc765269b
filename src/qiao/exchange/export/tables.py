"""Rows of text as files: csv in lines, and workbooks of several sheets, both written while the rows come."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from qiao.exchange.reading.guarded import guard
from qiao.exchange.reading.problem import LONGEST_CELL

BOM = "\ufeff"
_BATCH = 1 << 15
_MOST_ROWS = 1_048_576
_CUT = "…"


@dataclass(frozen=True)
class Sheet:
    """One table: its name, its headers, its rows as text, and the widths of its columns in characters."""

    name: str
    headers: Sequence[str]
    rows: Iterable[Sequence[str]]
    widths: Sequence[int] = ()


def csv_file(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """UTF-8 with a mark by which spreadsheets know it, CRLF line ends, cells guarded against being reckoned."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    stream.write(BOM)
    writer.writerow(headers)
    for row in rows:
        writer.writerow([guard(cell) for cell in row])
        if stream.tell() > _BATCH:
            yield stream.getvalue().encode("utf-8", "replace")
            stream.seek(0)
            stream.truncate()
    yield stream.getvalue().encode("utf-8", "replace")


def write_book(path: Path, sheets: Iterable[Sheet]) -> None:
    """A workbook of these tables, one after another."""
    with Workbook(path) as book:
        for sheet in sheets:
            book.begin(sheet.name, sheet.headers, sheet.widths)
            for row in sheet.rows:
                book.add(sheet.name, row)


class Workbook:
    """A workbook that keeps one row of each sheet in memory: `with Workbook(path) as book: book.add("Parties", row)`.

    Every cell is text as it stands, never a number or a formula. A sheet that is full goes on in another; a cell longer
    than a workbook can hold ends in "…".
    """

    def __init__(self, path: Path) -> None:
        options = {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
        import xlsxwriter  # heavy, and rarely needed

        self._book = xlsxwriter.Workbook(str(path), options)
        self._head = self._book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self._body = self._book.add_format({"text_wrap": True, "valign": "top"})
        self._headers: dict[str, tuple[Sequence[str], Sequence[int]]] = {}
        self._sheets: dict[str, tuple[Any, int]] = {}
        self._parts: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._book.close()

    def begin(self, sheet: str, headers: Sequence[str], widths: Sequence[int] = ()) -> None:
        """A sheet and its headers. widths   of its columns, in characters; 18 where none is given."""
        self._headers[sheet] = (headers, widths)
        self._open(sheet)

    def add(self, sheet: str, row: Sequence[str]) -> None:
        """One more row of a sheet that was begun."""
        page, at = self._sheets[sheet]
        if at >= _MOST_ROWS:
            page, at = self._open(sheet)
        for column, cell in enumerate(row):
            if cell:
                page.write_string(at, column, _fitting(cell), self._body)
        self._sheets[sheet] = page, at + 1

    def _open(self, sheet: str) -> tuple[Any, int]:
        part = self._parts[sheet] = self._parts.get(sheet, 0) + 1
        page = self._book.add_worksheet(sheet[:28] if part == 1 else f"{sheet[:26]} {part}")
        headers, widths = self._headers[sheet]
        for column in range(len(headers)):
            page.set_column(column, column, widths[column] if column < len(widths) else 18)
        page.freeze_panes(1, 0)
        for column, said in enumerate(headers):
            page.write_string(0, column, said, self._head)
        self._sheets[sheet] = page, 1
        return page, 1


def _fitting(cell: str) -> str:
    return cell if len(cell) <= LONGEST_CELL else cell[: LONGEST_CELL - 1] + _CUT
