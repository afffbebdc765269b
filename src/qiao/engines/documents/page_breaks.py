"""A paragraph that runs over the end of a page stays one: its rest goes to the page where it begins."""

from __future__ import annotations

import re
from itertools import chain

from qiao.engines.documents.wraps import Column, glued, join_wraps

_FOLIO = re.compile(
    r"^\W*(?:第?\s*\d{1,4}\s*[页頁]?|(?:page|seite)\s+\d{1,4})(?:\s*[/／]\s*\d{1,4})?\W*$", re.IGNORECASE
)


def join_pages(pages: list[list[str]]) -> list[list[str]]:
    """The lines of each page, wraps joined, also those over a page break; page numbers stay on their page."""
    bodies = [_without_folio(lines) for lines in pages]
    column = Column.of(list(chain.from_iterable(bodies)))
    joined = [join_wraps(body) for body in bodies]
    # From the end, so that a paragraph over three pages is gathered before it moves.
    for number in range(len(pages) - 2, -1, -1):
        _join_break(column, bodies[number], joined[number], joined[number + 1])
    return [_with_folio(lines, body, whole) for lines, body, whole in zip(pages, bodies, joined, strict=True)]


def _join_break(column: Column, printed: list[str], before: list[str], after: list[str]) -> None:
    if not printed or not before or not after:
        return
    glue = column.glue(before[-1], printed[-1], after[0])
    if glue is not None:
        before[-1] = glued(before[-1], glue, after.pop(0))


def _without_folio(lines: list[str]) -> list[str]:
    """The lines between a page number at the top and one at the bottom, blank ends cut."""
    first, last = 0, len(lines)
    while first < last and _is_edge(lines[first]):
        first += 1
    while last > first and _is_edge(lines[last - 1]):
        last -= 1
    return lines[first:last]


def _with_folio(lines: list[str], body: list[str], joined: list[str]) -> list[str]:
    """The joined body between the edges that it had."""
    first = next((number for number, line in enumerate(lines) if not _is_edge(line)), len(lines))
    return [*lines[:first], *joined, *lines[first + len(body) :]]


def _is_edge(line: str) -> bool:
    return not line.strip() or bool(_FOLIO.match(line))
