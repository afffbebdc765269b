"""Web pages and "xls" files that are web pages: the largest table of them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html

from qiao.engines.documents.encodings import decode
from qiao.engines.documents.errors import Trouble, UnreadableDocument
from qiao.exchange.reading.errors import UnreadableTable
from qiao.exchange.reading.lay import Found
from qiao.exchange.reading.table import TableKind

_WIDEST_SPAN = 50


def read_markup(data: bytes, name: str) -> Found:
    """The rows of the table with the most rows. Raises UnreadableTable or UnreadableDocument."""
    decoded = decode(data)
    try:
        page = html.document_fromstring(
            decoded.text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8")
        )
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableDocument(Trouble.BROKEN, name=name, expected="a whole page", found=str(error)[:80]) from error
    tables = page.findall(".//table")
    if not tables:
        raise UnreadableTable("not_a_table", name=name, found="a web page without a table")
    largest = max(tables, key=lambda table: len(table.findall(".//tr")))
    return Found(TableKind.SHEET, _rows(largest), f"html, {decoded.encoding}")


def _rows(table: html.HtmlElement) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(table.iter("tr"), start=1):
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            said = "\n".join(" ".join(line.split()) for line in cell.itertext() if line.strip())
            cells += [said] + [""] * (_span(cell.get("colspan")) - 1)
        yield number, cells


def _span(said: str | None) -> int:
    return min(int(said), _WIDEST_SPAN) if said and said.isdecimal() and len(said) < 6 and int(said) else 1
