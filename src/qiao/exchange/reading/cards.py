"""Address cards (vCard 2.1, 3.0, 4.0): a row for each of a file; a broken card costs itself only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qiao.engines.documents.encodings import decode
from qiao.exchange.reading.card_cells import HEADERS, cells_of
from qiao.exchange.reading.content_lines import content_lines
from qiao.exchange.reading.lay import Found
from qiao.exchange.reading.table import TableKind

_BEGIN = re.compile(rb"^[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*$", re.IGNORECASE)
_END = re.compile(rb"^[ \t]*END[ \t]*:[ \t]*VCARD[ \t]*$", re.IGNORECASE)
_OPENS = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*BEGIN[ \t]*:[ \t]*VCARD", re.IGNORECASE)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE = 1 << 18
_LONGEST_CARD = 4096  # lines
_KEPT = 1000


def is_cards(data: bytes) -> bool:
    """Whether a file begins with a card."""
    head = data[:4096]
    return _OPENS.match(head.replace(b"\0", b"").lstrip(b"\xff\xfe") if _is_wide(head) else head) is not None


def read_cards(data: bytes, name: str) -> Found:
    """The cards of a file as rows under fixed headers."""
    if _is_wide(data):
        data, charset = decode(data).text.encode("utf-8", "replace"), "utf-8"
    else:
        charset = _charset(data)
    return Found(TableKind.CARDS, _rows(data, charset), f"vCard, {charset}", header=list(HEADERS))


def _is_wide(data: bytes) -> bool:
    return data.startswith(_WIDE) or data[:64].count(0) > 8


def _charset(data: bytes) -> str:
    """UTF-8 when the whole file is; otherwise what its first part looks like, for values that state none."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return decode(data[:_SAMPLE]).encoding
    return "utf-8"


def _rows(data: bytes, charset: str) -> Iterator[tuple[int, list[str]]]:
    for number, card in enumerate(_cards(data), start=1):
        cells = cells_of(list(content_lines(card, charset)))
        if not any(cells):  # a row all the same, so that every card of the file has its fate
            cells[HEADERS.index("Note")] = decode(b"\n".join(card)[:_KEPT]).text.strip() or "BEGIN:VCARD END:VCARD"
        yield number, cells


def _cards(data: bytes) -> Iterator[list[bytes]]:
    """The lines of each card, with those of a card that is cut short by the next or by the end of the file."""
    card: list[bytes] | None = None
    for line in _lines(data):
        if _BEGIN.match(line):
            if card:
                yield card
            card = []
        elif card is not None and _END.match(line):
            yield card
            card = None
        elif card is not None and len(card) < _LONGEST_CARD:
            card.append(line)
    if card:
        yield card


def _lines(data: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(data):
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        yield data[at:end].rstrip(b"\r")
        at = end + 1
