"""The row of headers among the first rows of a table, which may stand under titles and over merged cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from statistics import median

from qiao.engines.text.names import fold
from qiao.exchange.reading.synonyms import known_headers, meaning_of
from qiao.exchange.reading.table import Row

_LOOKED_AT = 60
_FARTHEST = 30
_VALUE = re.compile(r"@|://|www\.|\d{4,}|^[+\d][\d .,/%()€$¥-]*$")


@dataclass(frozen=True, slots=True)
class Head:
    """The headers, the number of their row (0 for none), the rows read so far under them, and how many above."""

    columns: list[str]
    row: int
    rows: list[Row]
    above: int


def find_header(rows: Iterator[Row]) -> Head:
    """Take the first rows and tell the headers from them."""
    first = list(islice(rows, _LOOKED_AT))
    at = _known_header(first)
    if at is None:
        at = _header_by_shape(first)
    if at is None:
        return Head([], 0, first, 0)
    if at > 0 and known_share(first[at - 1].cells)[0] and _is_second_line(first[at - 1].cells, first[at]):
        at -= 1
    columns, under = list(first[at].cells), first[at + 1 :]
    if under and _is_second_line(columns, under[0]):
        columns, under = _joined(columns, under[0].cells), under[1:]
    return Head(columns, first[at].number, under, at)


def known_share(cells: Sequence[str]) -> tuple[int, int]:
    """How many cells are headers known as they are written, and how many are filled."""
    filled = [cell for cell in cells if cell]
    return sum(_is_known(cell) for cell in filled), len(filled)


def _is_known(cell: str) -> bool:
    if len(cell) > 80:
        return False
    meaning = meaning_of(cell)
    return meaning is not None and (meaning.why == "header" or meaning.confidence >= 0.72)


def _known_header(first: Sequence[Row]) -> int | None:
    """The row with the most known headers, if they are at least two and a third of it, or all of it."""
    best, most = None, 0
    for at, row in enumerate(first[:_FARTHEST]):
        known, filled = known_share(row.cells)
        enough = (known >= 2 and known * 3 >= filled) or (known == filled == 1 and _is_alone(first, at))
        if enough and known > most:
            best, most = at, known
    return best


def _is_alone(first: Sequence[Row], at: int) -> bool:
    """Whether the rows below fill no more than one cell, so that one header is all there can be."""
    return at == 0 and all(sum(map(bool, row.cells)) <= 1 for row in first)


def _header_by_shape(first: Sequence[Row]) -> int | None:
    """The first row as wide as the others whose cells are all different words, when the rows below hold values."""
    if len(first) < 2:
        return None
    width = median(sum(map(bool, row.cells)) for row in first)
    for at, row in enumerate(first[:_FARTHEST]):
        filled = [cell for cell in row.cells if cell]
        if len(filled) < max(2, 0.6 * width):
            continue
        below = [cell for later in first[at + 1 : at + 11] for cell in later.cells if cell]
        is_words = len(set(filled)) == len(filled) and not any(_VALUE.search(cell) or len(cell) > 60 for cell in filled)
        has_values = any(_VALUE.search(cell) for cell in below)
        return at if is_words and has_values else None
    return None


def _is_second_line(columns: Sequence[str], row: Row) -> bool:
    """Whether a row goes on with the headers under merged cells: it fills gaps, and with words for columns."""
    gaps = [at for at, cell in enumerate(row.cells) if cell and (at >= len(columns) or not columns[at])]
    if not gaps or any(_VALUE.search(cell) for cell in row.cells if cell):
        return False
    known, filled = known_share(row.cells)
    return known * 2 >= filled


def _joined(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """Two lines of headers as one: the upper cell reaches to the right until the next one begins."""
    joined, last = [], ""
    for at in range(max(len(above), len(below))):
        upper = above[at] if at < len(above) else ""
        lower = below[at] if at < len(below) else ""
        last = upper or (last if lower else "")
        joined.append(" ".join(dict.fromkeys(filter(None, (last, lower)))) if lower else upper)
    return joined


def is_header_again(cells: Sequence[str], headers: Sequence[str]) -> bool:
    """Whether a row repeats the headers, as printed lists do on every page."""
    said = [(cell, header) for cell, header in zip(cells, headers, strict=False) if cell]
    if not said or any(cell.casefold() != header.casefold() for cell, header in said):
        return False
    return any(fold(header) in known_headers() for _, header in said)
