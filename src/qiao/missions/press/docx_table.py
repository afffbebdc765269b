"""Tables of Word papers: hairlines between rows, a head that repeats, rows that stay whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qiao.missions.press.docx_house import told, word_name
from qiao.missions.press.paper import Pair, Table

HAIR = "C9C6C0"
_RIGHT = 2  # WD_ALIGN_PARAGRAPH.RIGHT
_WIDTH = 17.2  # centimetres between the margins


def pairs(document: Any, facts: Sequence[Pair]) -> None:
    """Labels and what they say, in two columns without a head."""
    if not facts:
        return
    grid = _grid(document, len(facts), [4.0, 13.2])
    for row, fact in zip(grid.rows, facts, strict=True):
        _cell(row.cells[0], fact.label, "Aside")
        _cell(row.cells[1], fact.told, "Mark" if fact.missing else None)


def table(
    document: Any, made: Table, *, first_is_mark: bool = False, struck: Sequence[bool] = (), strong: int | None = None
) -> None:
    """A table with a head that repeats on every page; `strong` is the column whose first line is bold."""
    if not made.rows:
        told(document, made.words, "Quiet")
        return
    grid = _grid(document, len(made.rows) + 1, made.widths or [_WIDTH / len(made.head)] * len(made.head))
    for column, (cell, text) in enumerate(zip(grid.rows[0].cells, made.head, strict=True)):
        cell.paragraphs[0].style = "Cell Head"
        cell.paragraphs[0].add_run(text)
        cell.paragraphs[0].alignment = _RIGHT if column in made.numbers else None
    _repeat(grid.rows[0])
    for at, (row, texts) in enumerate(zip(list(grid.rows)[1:], made.rows, strict=True)):
        cells = row.cells
        for column, text in enumerate(texts):
            _cell(cells[column], text, "Mark" if first_is_mark and column == 0 else None, bold=column == strong)
            if column in made.numbers:
                cells[column].paragraphs[0].alignment = _RIGHT
        if at < len(struck) and struck[at]:
            _strike(cells)


def _grid(document: Any, rows: int, widths: Sequence[float]) -> Any:
    from docx.shared import Cm

    grid = document.add_table(rows, len(widths))
    grid.autofit = False
    _hairlines(grid)
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Cm(width)
    for row in grid.rows:
        _whole(row)
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
    return grid


def _cell(cell: Any, text: str, style: str | None, *, bold: bool = False) -> None:
    first, *rest = text.split("\n")
    paragraph = cell.paragraphs[0]
    paragraph.style = "Cell"
    paragraph.add_run(first, style=style).bold = bold or None
    for more in rest:
        paragraph.add_run().add_break()
        paragraph.add_run(more, style="Aside")


def _strike(cells: Sequence[Any]) -> None:
    """Strike time, name and place of a cancelled stop; the words that say so stay clear."""
    for cell in cells[1:4]:
        for run in cell.paragraphs[0].runs:
            run.font.strike = True


def _hairlines(grid: Any) -> None:
    from docx.oxml import OxmlElement

    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        rule = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", HAIR)):
            rule.set(word_name(name), value)
        borders.append(rule)
    grid._tbl.tblPr.append(borders)


def _repeat(row: Any) -> None:
    _flag(row, "w:tblHeader")


def _whole(row: Any) -> None:
    _flag(row, "w:cantSplit")


def _flag(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))
