"""Workbooks: rows as lines, cells as the user sees them."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest

from qiao.engines.documents import Trouble, UnreadableDocument, place_words
from qiao.engines.documents.child import read_here
from qiao.engines.documents.compound import has_circle
from qiao.engines.documents.problem import Limits
from qiao.engines.documents.result import SourceText
from tests.engines.documents.builders import ods_bytes, replaced_entry, xlsx_bytes
from tests.engines.documents.xls_builder import xls_bytes


def read(data: bytes, name: str) -> SourceText:
    return read_here(data, name, Limits())


def test_reads_each_sheet_by_rows() -> None:
    cells = {"A1": "名称", "B1": "份数", "A3": "Institut\nLyon", "B3": 7, "C3": 1.5, "D3": date(2023, 6, 7)}
    source = read(xlsx_bytes({"Visits": cells, "Empty": {}, "More": {"B2": datetime(2023, 6, 7, 9, 30)}}), "a.xlsx")
    assert source.text == "Visits\n名称\t份数\nInstitut Lyon\t7\t1.5\t2023-06-07\nMore\n\t2023-06-07 09:30"


def test_tells_sheet_row_and_column_as_shown() -> None:
    source = read(xlsx_bytes({"One": {"A1": "x"}, "Visits": {"C12": "Lyon", "D12": "Paris"}}), "a.xlsx")
    places = [place_words(source.place_of(source.text.index(word))) for word in ("Visits", "Lyon", "Paris")]
    assert places == ["sheet Visits", "sheet Visits, row 12, column 3", "sheet Visits, row 12, column 4"]


def test_reads_open_document_and_older_workbooks() -> None:
    assert read(ods_bytes([["Lyon", "Paris"]]), "a.ods").text == "Visits\nLyon\tParis"
    old = xls_bytes("Visits", {(0, 0): "无锡", (0, 1): 20.0, (2, 1): "Lyon"})
    assert read(old, "a.xls").text == "Visits\n无锡\t20\n\tLyon"


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (replaced_entry(xlsx_bytes({"S": {"A1": 1}}), "xl/workbook.xml", b"<workbook"), Trouble.BROKEN),
        (xls_bytes("S", {(0, 0): "a"})[:1500], Trouble.BROKEN),
        (xlsx_bytes({"S": {}}), Trouble.NO_TEXT),
    ],
)
def test_refuses_damaged_and_empty_workbooks(data: bytes, trouble: Trouble) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(data, "a.xlsx")
    assert caught.value.trouble is trouble


def test_refuses_content_cut_short() -> None:
    with zipfile.ZipFile(io.BytesIO(ods_bytes([["Lyon"]]))) as archive:
        content = archive.read("content.xml")
    with pytest.raises(UnreadableDocument) as caught:
        read(replaced_entry(ods_bytes([["Lyon"]]), "content.xml", content[:-60]), "a.ods")
    assert caught.value.trouble is Trouble.BROKEN


@pytest.mark.parametrize(
    ("table", "is_circular"),
    [([], False), ([1, 2, 9], False), ([1, 0], True), ([2, 0, 1, 9], True), ([1, 2, 1], True), ([0], True)],
)
def test_finds_chains_that_run_in_a_circle(table: list[int], is_circular: bool) -> None:
    assert has_circle(table) is is_circular


def test_refuses_an_older_workbook_whose_sectors_run_in_a_circle() -> None:
    data = bytearray(xls_bytes("S", {(0, 0): "a"}))
    data[512 + 4 * 3 : 512 + 4 * 4] = (2).to_bytes(4, "little")
    with pytest.raises(UnreadableDocument) as caught:
        read(bytes(data), "a.xls")
    assert caught.value.params["found"] == "sectors that run in a circle"


def test_keeps_the_sheets_beside_a_damaged_one() -> None:
    whole = xlsx_bytes({"Bad": {"A1": "x"}, "Good": {"A1": 7}})
    source = read(replaced_entry(whole, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"), "a.xlsx")
    assert source.text.endswith("Good\n7")
