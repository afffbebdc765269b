"""Papers set as Word documents, from the same words as the PDF."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from qiao.missions.press.docx_house import contents, heading, new_document, told
from qiao.missions.press.docx_table import pairs, table
from qiao.missions.press.paper import Block, DaySheet, Meeting, Paper, Picture, ReportPaper, Section, Table

_GAP = 3 * 12700  # three points, in the units of Word
_WIDE, _HIGH = 15.0, 10.0  # centimetres a picture may take


def docx_of(paper: Paper | ReportPaper, made_at: datetime) -> bytes:
    """The paper as docx; `made_at` is written into its properties."""
    document = new_document(paper.lang, paper.title, paper.subtitle, paper.stamp, paper.labels["page"], made_at)
    if isinstance(paper, Paper):
        _briefing(document, paper)
    else:
        _report(document, paper)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _briefing(document: Any, paper: Paper) -> None:
    pairs(document, paper.facts)
    for one in paper.tables:
        told(document, one.heading, "Front Heading")
        table(document, one, first_is_mark=len(one.head) == 5)
    told(document, paper.labels["contents"], "Front Heading")
    contents(document, [day.heading for day in paper.days])
    for day in paper.days:
        _day(document, day, paper.labels)


def _day(document: Any, day: DaySheet, labels: dict[str, str]) -> None:
    heading(document, day.heading, 1, new_page=True)
    if day.note:
        told(document, day.note, "Quiet")
    head = [labels[key] for key in ("change", "time", "what", "place", "standing")]
    rows = [
        [row.mark, row.hours, _two(row.title, row.detail), row.place, _two(row.standing, row.party)] for row in day.rows
    ]
    struck = [row.struck for row in day.rows]
    table(
        document,
        Table(day.heading, head, rows, labels["empty"], widths=[2.1, 2.6, 6.0, 4.0, 2.5]),
        first_is_mark=True,
        struck=struck,
        strong=2,
    )
    for meeting in day.meetings:
        _meeting(document, meeting)


def _two(first: str, second: str) -> str:
    return "\n".join(filter(None, [first, second]))


def _meeting(document: Any, meeting: Meeting) -> None:
    heading(document, meeting.heading, 2, struck=meeting.struck)
    line = told(document, meeting.when, "Quiet")
    line.paragraph_format.keep_with_next = True
    if meeting.mark:
        line.add_run("  " + meeting.mark, style="Mark")
    for block in meeting.blocks:
        _block(document, block)


def _block(document: Any, block: Block) -> None:
    """The label hangs beside its first line, so that a sheet stays short."""
    for at, (main, detail) in enumerate(block.items):
        item = told(document, "", "Item")
        item.add_run("" if at else block.label, style="Label")
        item.add_run("\t" + main)
        if detail:
            item.add_run(("  " if main else "") + detail, style="Aside")
        item.paragraph_format.space_before = None if at else _GAP


def _report(document: Any, paper: ReportPaper) -> None:
    pairs(document, paper.facts)
    if paper.lacking:
        told(document, paper.lacking.heading, "Front Heading")
        table(document, paper.lacking, first_is_mark=True)
    for section in paper.sections:
        _section(document, section)
    for picture in paper.pictures:
        _picture(document, picture)


def _section(document: Any, section: Section) -> None:
    heading(document, section.heading, 1)
    for paragraph in section.paragraphs:
        told(document, paragraph, "Normal")
    if section.missing:
        told(document, "", "Normal").add_run(section.missing, style="Mark")
    if section.table:
        table(document, section.table)


def _picture(document: Any, picture: Picture) -> None:
    from docx.shared import Cm

    width = min(_WIDE, _HIGH * picture.width / picture.height)
    placed = document.add_picture(io.BytesIO(picture.data), width=Cm(width))
    placed._inline.docPr.set("descr", picture.caption)
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    told(document, picture.caption, "Quiet")
