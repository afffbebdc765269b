"""Text tables: any encoding, four separators, quoted line ends; a quote that is never closed costs its row only."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from statistics import mode

from qiao.engines.documents.characters import cleaned
from qiao.engines.documents.errors import Trouble, UnreadableDocument
from qiao.engines.documents.kinds import kind_of
from qiao.engines.documents.plain import read_plain
from qiao.exchange.reading.lay import Found
from qiao.exchange.reading.problem import LONGEST_CELL
from qiao.exchange.reading.table import TableKind

SEPARATORS = (",", ";", "\t", "|")
_SAMPLE_ROWS = 200
_SAMPLE = 1 << 17
_LINES_JOINED = 40
_LONGEST_FIELD = 1 << 30
_MOST_TRIES = 2000
_STATED = re.compile(r"sep=(.)\s*\n", re.IGNORECASE)  # the line by which spreadsheets are told the separator


def read_delimited(data: bytes, name: str) -> Found:
    """The records of a text file. Raises UnreadableDocument when its bytes are no text."""
    csv.field_size_limit(_LONGEST_FIELD)
    draft = read_plain(data, name, kind_of(data, name))
    text = cleaned("".join(part for part, _ in draft.blocks)).lstrip("\ufeff")
    if not text.strip():
        raise UnreadableDocument(Trouble.BLANK, name=name, found=f"{len(data)} bytes of it")
    notes = [(warning.code.value, dict(warning.params)) for warning in draft.warnings]
    stated = _STATED.match(text[:20])
    separator = stated[1] if stated else _separator(text[:_SAMPLE])
    # The line of the separator is taken out of the text and left in the count.
    rows = _records(text[stated.end() :] if stated else text, separator, notes)
    first = 2 if stated else 1
    return Found(TableKind.TEXT, ((number + first - 1, cells) for number, cells in rows), draft.read_with, notes=notes)


def _separator(sample: str) -> str:
    """The one that cuts most rows into the same number of cells, the more the better."""
    return max(SEPARATORS, key=lambda separator: _merit(sample, separator))


def _merit(sample: str, separator: str) -> float:
    widths = []
    for cells in csv.reader(io.StringIO(sample), delimiter=separator):
        if any(cells):
            widths.append(len(cells))
        if len(widths) >= _SAMPLE_ROWS:
            break
    many = [width for width in widths if width > 1]
    if not many:
        return 0.0
    usual = mode(many)
    return float(widths.count(usual) / len(widths) * min(usual, 12) ** 0.5)


def _records(text: str, separator: str, notes: list[tuple[str, dict[str, str]]]) -> Iterator[tuple[int, list[str]]]:
    """Line on which a record begins, and its cells."""
    if not _loses_lines(text, separator):
        reader, line = csv.reader(io.StringIO(text, newline=""), delimiter=separator), 1
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
        return
    notes.append(("quotes_unmatched", {}))
    yield from _mended(text.split("\n"), separator)


def _loses_lines(text: str, separator: str) -> bool:
    """Whether a quote out of place would make one cell of several rows."""
    if '"' not in text:
        return False
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            if any(len(cell) > LONGEST_CELL for cell in cells):
                return True
    except csv.Error as error:
        if "unexpected end" in str(error):
            return True
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        return any("\n" in cell for cells in rows for cell in cells)
    return False


def _mended(lines: list[str], separator: str) -> Iterator[tuple[int, list[str]]]:
    """Record by record: quoted line ends are kept together where the quote closes soon, else each line stands alone."""
    at, tries = 0, 0
    while at < len(lines):
        used = _whole(lines, at, separator) if tries < _MOST_TRIES else 0
        if used:
            yield at + 1, next(csv.reader(["\n".join(lines[at : at + used])], delimiter=separator), [])
        else:
            tries += 1
            yield at + 1, lines[at].split(separator)
        at += used or 1


def _whole(lines: list[str], at: int, separator: str) -> int:
    """How many lines from `at` make one record with every quote closed; 0 when no such number is small."""
    if '"' not in lines[at]:
        return 1
    for used in range(1, _LINES_JOINED):
        try:
            list(csv.reader(["\n".join(lines[at : at + used])], delimiter=separator, strict=True))
        except csv.Error as error:
            if "unexpected end" not in str(error):
                return 1 if used == 1 else 0  # a quote inside a cell, which the kind reader takes as it is
            if at + used >= len(lines):
                return 0
        else:
            return used
    return 0
