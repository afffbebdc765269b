"""Workbooks (xlsx, xlsb, xls, ods), with python-calamine: a line for each row, a tab between cells."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

import python_calamine as calamine
from lxml import etree

from qiao.engines.documents.draft import Draft
from qiao.engines.documents.errors import Trouble, UnreadableDocument
from qiao.engines.documents.result import MediaKind, Step, Unit, Warn, WarnCode


def read_sheets(data: bytes, name: str) -> Draft:
    """The cells of a workbook, sheet by sheet; rows and columns are numbered as the user sees them.

    Raises    UnreadableDocument: password, broken, or no_text for a workbook without a filled cell.
    """
    draft = Draft(kind=MediaKind.SHEET, read_with="python-calamine")
    workbook = opened_workbook(data, name)
    for number, sheet_name in enumerate(workbook.sheet_names, start=1):
        try:
            with panics_as_errors():
                _add_sheet(draft, workbook.get_sheet_by_name(sheet_name), Step(Unit.SHEET, number, sheet_name))
        except (calamine.CalamineError, ValueError, OSError):
            # Charts and macro sheets have no cells; a damaged sheet should not cost the others.
            draft.warnings.append(Warn.of(WarnCode.SHEET_UNREADABLE, sheet=sheet_name))
    if not any(step[-1].unit is Unit.ROW for _, step in draft.blocks):
        raise UnreadableDocument(Trouble.NO_TEXT, name=name, found="empty sheets", expected="a filled cell")
    return draft


def _refuse_cut_content(data: bytes, name: str) -> None:
    """Refuse an OpenDocument sheet that is no whole XML: calamine would wait for its end for ever."""
    if not data.startswith(b"PK"):
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "content.xml" not in archive.namelist():
            return
        try:
            with archive.open("content.xml") as stream:
                for _, element in etree.iterparse(stream, huge_tree=True, resolve_entities=False):
                    element.clear()
        except etree.XMLSyntaxError as error:
            raise UnreadableDocument(
                Trouble.BROKEN, name=name, expected="a whole workbook", found=f"cut content ({error.msg})"
            ) from error


def opened_workbook(data: bytes, name: str) -> calamine.CalamineWorkbook:
    """A workbook, its cells not yet read. Raises UnreadableDocument: password or broken."""
    _refuse_cut_content(data, name)
    try:
        with panics_as_errors():
            return calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except calamine.PasswordError as error:
        raise UnreadableDocument(Trouble.PASSWORD, name=name, found="a locked workbook") from error
    # The binding turns other slips of a damaged workbook into plain ValueErrors and OSErrors.
    except (calamine.CalamineError, ValueError, OSError) as error:
        raise UnreadableDocument(
            Trouble.BROKEN, name=name, expected="a whole workbook", found=f"one that does not open ({error})"
        ) from error


@contextmanager
def panics_as_errors() -> Iterator[None]:
    """A panic of the Rust library arrives as a class that is no Exception and cannot be imported."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise calamine.CalamineError("a value out of place") from error
        raise


def _add_sheet(draft: Draft, sheet: calamine.CalamineSheet, step: Step) -> None:
    rows = list(_filled_rows(sheet))
    if not rows:
        return
    draft.add(step.name, (step,))
    for number, line in rows:
        draft.add(line, (step, Step(Unit.ROW, number)))


def _filled_rows(sheet: calamine.CalamineSheet) -> Iterator[tuple[int, str]]:
    """The number of each row that says something, and its cells from column A on."""
    start = sheet.start
    if start is None:
        return
    first_row, first_column = start
    for number, cells in enumerate(sheet.to_python(skip_empty_area=True), start=first_row + 1):
        line = "\t" * first_column + "\t".join(map(_cell_text, cells)).rstrip("\t")
        if line.strip():
            yield number, line


def _cell_text(value: object) -> str:
    """A cell as it is read aloud: whole numbers without a point, days without midnight, one line."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time | timedelta):
        return str(value)
    return " ".join(str(value).split())
