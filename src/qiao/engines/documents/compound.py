"""Compound files chain their sectors by tables; a chain that bites its tail would be followed for ever."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from qiao.engines.documents.errors import Trouble, UnreadableDocument

_HEADER = 512
_HIGHEST_SECTOR = 0xFFFFFFFA
_TABLES_IN_HEADER = 109


def check_compound(data: bytes, name: str) -> None:
    """Refuse a compound file whose sector tables are cut or run in circles.

    Raises    UnreadableDocument: broken.
    Source    [MS-CFB] Compound File Binary File Format, sections 2.2 to 2.5.
    """
    try:
        table = _sector_table(data)
        chains = (table, _small_table(data, table))
    except (struct.error, ValueError) as error:
        raise _broken(name, "a part of it") from error
    if any(map(has_circle, chains)):
        raise _broken(name, "sectors that run in a circle")


def has_circle(following: Sequence[int]) -> bool:
    """Whether some chain of a table comes back to itself; each entry is the index of the next, or ends a chain."""
    seen_in = [0] * len(following)
    for start in range(len(following)):
        at, walk = start, start + 1
        while at < len(following) and not seen_in[at]:
            seen_in[at] = walk
            at = following[at]
        if at < len(following) and seen_in[at] == walk:
            return True
    return False


def _sector_table(data: bytes) -> list[int]:
    """The file allocation table, gathered from the sectors that the header and its continuation name."""
    places = list(struct.unpack_from(f"<{_TABLES_IN_HEADER}I", data, 76))
    further, most = struct.unpack_from("<I", data, 68)[0], len(data) // _sector_size(data)
    for _ in range(most):
        if further >= _HIGHEST_SECTOR:
            break
        *more, further = _sector(data, further)
        places += more
    else:
        raise ValueError("Expected an end of the list of tables.")
    table: list[int] = []
    for place in places:
        if place < _HIGHEST_SECTOR:
            table += _sector(data, place)
        if len(table) > 2 * most + _HEADER:
            break
    return table


def _small_table(data: bytes, table: Sequence[int]) -> list[int]:
    """The table of the small sectors, which lies in a chain of its own; cut where that chain is circular."""
    small: list[int] = []
    at = struct.unpack_from("<I", data, 60)[0]
    for _ in range(len(table)):
        if at >= len(table):
            break
        small += _sector(data, at)
        at = table[at]
    return small


def _sector(data: bytes, number: int) -> list[int]:
    """One sector as numbers; the last of a file may be cut short."""
    size = _sector_size(data)
    start = (number + 1) * size
    piece = data[start : start + size]
    return [value for (value,) in struct.iter_unpack("<I", piece[: len(piece) // 4 * 4])] or [_HIGHEST_SECTOR]


def _sector_size(data: bytes) -> int:
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12):
        raise ValueError(f"Expected sectors of 512 or 4096 bytes, found 2^{shift}.")
    return int(1 << shift)


def _broken(name: str, found: str) -> UnreadableDocument:
    return UnreadableDocument(Trouble.BROKEN, name=name, expected="a whole compound file", found=found)
