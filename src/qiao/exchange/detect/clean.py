"""Cells without what no database holds."""

from __future__ import annotations

from collections.abc import Iterable

UNREADABLE = "\ufffd"


def clean(text: str) -> str:
    """A text in which NUL and halves of characters stand as the sign for the unreadable."""
    if text.isascii():
        return text.replace("\0", UNREADABLE) if "\0" in text else text
    text = text.replace("\0", UNREADABLE)
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def clean_cells(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(clean(cell) for cell in cells)
