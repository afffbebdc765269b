"""A file of rows, whatever it was written with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from qiao.exchange.reading.problem import DEFAULT, TableLimits


class TableKind(StrEnum):
    """What the file was."""

    SHEET = "sheet"
    TEXT = "text"
    CARDS = "cards"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as the user sees it (of a card: its place in the file), and one cell for each column."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Something odd that did not stop the reading: a code, and the values of its sentence by name."""

    code: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Table:
    """Rows under headers.

    columns       the headers as written, one line each; empty where a column has none.
    rows          those that say something, in the order of the file; may be gone through more than once.
    row_count     how many they are.
    sheet         the sheet they stand on, of a workbook; `other_sheets` are those left aside.
    header_row    the number of the row of headers; 0 when there is none.
    read_with     the encoding of a text, the tool for any other kind.
    """

    columns: tuple[str, ...]
    rows: Iterable[Row]
    row_count: int
    kind: TableKind
    read_with: str = ""
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    header_row: int = 0
    notes: tuple[Note, ...] = ()


def read_table(path: Path, name: str, limits: TableLimits = DEFAULT) -> Table:
    """The table in a file (xlsx, xls, ods, csv, tsv, vcf, or the picture of a card), parsed under limits.

    name      the name of the file as the user knows it: shown in sentences, and its suffix hints at the kind.
    Returns   a table whose rows lie in a file of their own while it is in use: memory does not grow with them.
    Raises    UnreadableTable, and nothing else, for a file that gives no rows or exceeds the limits.
    """
    from qiao.exchange.reading.laid import laid_table

    return laid_table(path, name, limits)
