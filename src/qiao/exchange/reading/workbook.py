"""Workbooks (xlsx, xlsb, xls, ods): the sheet that holds a table, its cells as they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice

import python_calamine as calamine

from qiao.engines.documents.compound import check_compound
from qiao.engines.documents.inflate import Allowance, check_container
from qiao.engines.documents.sheets import opened_workbook, panics_as_errors
from qiao.exchange.reading.errors import UnreadableTable
from qiao.exchange.reading.headers import known_share
from qiao.exchange.reading.lay import Found
from qiao.exchange.reading.problem import TableLimits
from qiao.exchange.reading.table import TableKind

_SHEETS_LOOKED_AT = 60


def read_workbook(data: bytes, name: str, limits: TableLimits) -> Found:
    """The sheet with a table; where several have one, the one whose headers are best known, then the longest.

    Raises    UnreadableTable or UnreadableDocument.
    """
    if data.startswith(b"PK"):
        check_container(data, name, Allowance(limits.parsing.inflated_bytes))
    else:
        check_compound(data, name)
    workbook = opened_workbook(data, name)
    notes: list[tuple[str, dict[str, str]]] = []
    best: tuple[tuple[bool, int, int], calamine.CalamineSheet] | None = None
    filled = []
    for sheet_name in workbook.sheet_names[:_SHEETS_LOOKED_AT]:
        try:
            with panics_as_errors():
                sheet = workbook.get_sheet_by_name(sheet_name)
        # Charts and macro sheets have no cells; a damaged sheet should not cost the others.
        except (calamine.CalamineError, ValueError, OSError):
            notes.append(("sheet_unreadable", {"sheet": sheet_name}))
            continue
        if sheet.start is None:
            continue
        filled.append(sheet_name)
        merit = _merit(sheet)
        if best is None or merit > best[0]:
            best = merit, sheet
    if best is None:
        raise UnreadableTable("no_table", name=name, found="empty sheets", expected="a header and rows under it")
    chosen = best[1]
    return Found(
        kind=TableKind.SHEET,
        rows=_rows(chosen, name, limits),
        read_with="python-calamine",
        sheet=chosen.name,
        other_sheets=tuple(other for other in filled if other != chosen.name),
        notes=notes,
    )


def _merit(sheet: calamine.CalamineSheet) -> tuple[bool, int, int]:
    """How much a sheet looks like the table: a column of names among its first rows, known headers, rows."""
    known, has_name = 0, False
    for row in islice(sheet.iter_rows(), 40):
        cells = [cell_text(value) for value in row]
        here, _filled = known_share(cells)
        if here > known:
            known, has_name = here, _names_somebody(cells)
    return has_name, known if has_name else 0, int(sheet.total_height)


def _names_somebody(cells: Sequence[str]) -> bool:
    from qiao.exchange.reading.fields import NAMES, Field
    from qiao.exchange.reading.synonyms import meaning_of

    meanings = [meaning_of(cell) for cell in cells if cell and len(cell) <= 80]
    return any(found and found.field in NAMES | {Field.CONTACT_PERSON} for found in meanings)


def _rows(sheet: calamine.CalamineSheet, name: str, limits: TableLimits) -> Iterator[tuple[int, list[str]]]:
    """Every row from the first of the sheet on; merged cells say in each of their rows what they say in the first."""
    before = [""] * (sheet.start[1] if sheet.start else 0)
    if len(before) + sheet.width > 16 * limits.columns:
        raise UnreadableTable("too_many_columns", name=name, found=len(before) + sheet.width, expected=limits.columns)
    merged = _merged_down(sheet)
    said: dict[int, tuple[str, int]] = {}  # column -> what its merged cell says, and the last row it reaches
    for index, values in enumerate(sheet.iter_rows()):
        cells = before + [cell_text(value) for value in values]
        for column, last in merged.get(index, ()):
            said[column] = (cells[column] if column < len(cells) else "", last)
        for column, (text, last) in list(said.items()):
            if index > last:
                del said[column]
            elif column < len(cells) and not cells[column]:
                cells[column] = text
        yield index + 1, cells


def _merged_down(sheet: calamine.CalamineSheet) -> dict[int, list[tuple[int, int]]]:
    """First row -> the columns whose cell is merged with those below, and the last row of each. Counted from 0."""
    found: dict[int, list[tuple[int, int]]] = {}
    for (top, left), (bottom, _right) in sheet.merged_cell_ranges or ():
        if bottom > top:
            found.setdefault(top, []).append((left, bottom))
    return found


def cell_text(value: object) -> str:
    """A cell as text that loses nothing: whole numbers without a point, days without midnight."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e21 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time | timedelta):
        return str(value)
    return str(value)
