"""A workbook of the years before 2007, byte by byte: no library in use writes one."""

from __future__ import annotations

import struct

_SECTOR = 512
_END, _FAT_SECTOR, _FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def xls_bytes(sheet: str, cells: dict[tuple[int, int], str | float]) -> bytes:
    """A workbook of one sheet; cells by (row, column) from 0."""
    # A stream below 4096 bytes would live in a store of small streams, which needs a table of its own.
    return _compound(_workbook_stream(sheet, cells).ljust(4096, b"\0"))


def _workbook_stream(sheet: str, cells: dict[tuple[int, int], str | float]) -> bytes:
    name = bytes((len(sheet), 0)) + sheet.encode("latin-1")
    bound = 20 + 4 + 6 + len(name) + 4
    head = _begin(0x0005) + _record(0x0085, struct.pack("<IBB", bound, 0, 0) + name) + _record(0x000A, b"")
    rows = b"".join(_cell(row, column, value) for (row, column), value in sorted(cells.items()))
    return head + _begin(0x0010) + rows + _record(0x000A, b"")


def _begin(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 1996, 0, 6))


def _cell(row: int, column: int, value: str | float) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, str):
        return _record(0x0204, place + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
    return _record(0x0203, place + struct.pack("<d", value))


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _compound(stream: bytes) -> bytes:
    sectors = len(stream) // _SECTOR
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, 1, 1, 0, 4096, _END, 0, _END, 0,
    )  # fmt: skip
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    chain = [_FAT_SECTOR, _END, *range(3, 2 + sectors), _END]
    table = struct.pack("<128I", *chain, *[_FREE] * (128 - len(chain)))
    directory = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _FREE, 2, len(stream)) + bytes(256)
    return header + table + directory + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<64sHBBIII", text, len(text), kind, 1, _FREE, _FREE, child)
    return (links + bytes(36) + struct.pack("<IQ", start, size)).ljust(128, b"\0")
