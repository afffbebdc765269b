"""The text of WordprocessingML elements: what is printed, without deleted words and doubled text boxes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BREAKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
# A text box is written twice, for new and old programs: the fallback repeats the choice.
_SKIPPED = {f"{_MC}Fallback", f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}tblPr"}
_WRAPPERS = {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", f"{W}ins", f"{W}moveTo"}


def block_texts(container: etree._Element) -> Iterator[tuple[str, list[str]]]:
    """Each paragraph as (tag, [text]) and each table as (tag, rows with tabs between cells), in order."""
    for child in container:
        if child.tag == f"{W}p":
            yield child.tag, [paragraph_text(child)]
        elif child.tag == f"{W}tbl":
            yield child.tag, [_row_text(row) for row in _inner(child, f"{W}tr")]
        elif child.tag in _WRAPPERS:
            yield from block_texts(child)


def paragraph_text(element: etree._Element) -> str:
    """What a paragraph prints; a text box inside it comes on lines of its own after the words before it."""
    parts: list[str] = []
    # An own stack, for nested text boxes may be deeper than Python's.
    waiting = [iter(element)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
            continue
        if child.tag == f"{W}t":
            parts.append(child.text or "")
        elif child.tag in _BREAKS:
            parts.append(_BREAKS[child.tag])
        elif child.tag not in _SKIPPED and isinstance(child.tag, str):
            if child.tag == f"{W}p":
                parts.append("\n")
            waiting.append(iter(child))
    return "".join(parts)


def _row_text(row: etree._Element) -> str:
    return "\t".join(" ".join(_cell_text(cell).split()) for cell in _inner(row, f"{W}tc")).rstrip("\t")


def _cell_text(cell: etree._Element) -> str:
    return "\n".join(text for _, rows in block_texts(cell) for text in rows)


def _inner(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The children of that tag, also those inside content controls."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inner(child, tag)
