"""The picture of one address card, read into lines by the `ocr` extra: a table of one row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qiao.engines.documents.images import read_image
from qiao.exchange.reading.card_cells import COLUMNS, HEADERS
from qiao.exchange.reading.card_text import read_lines
from qiao.exchange.reading.lay import Found
from qiao.exchange.reading.problem import TableLimits
from qiao.exchange.reading.table import TableKind


def read_picture(data: bytes, name: str, limits: TableLimits) -> Found:
    """The row of the card in a picture. Raises UnreadableDocument: ocr_missing, no_text or broken."""
    draft = read_image(data, name)
    lines = [part.strip() for part, _ in draft.blocks if part.strip()]
    notes = [(warning.code.value, dict(warning.params)) for warning in draft.warnings]
    return Found(TableKind.PICTURE, _row(lines), draft.read_with, header=list(HEADERS), notes=notes)


def _row(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    said = read_lines(lines)
    yield 1, ["\n".join(said.get(field, ())) for _header, field in COLUMNS]
