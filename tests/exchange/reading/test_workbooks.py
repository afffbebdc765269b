"""Workbooks: which sheet, which header, cells as text."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date

import openpyxl
import pytest

from qiao.exchange.reading import UnreadableTable
from tests.engines.documents.builders import ods_bytes, xlsx_bytes
from tests.engines.documents.xls_builder import xls_bytes
from tests.exchange.reading.laying import cells, drafts, table


def workbook(rows: Iterable[Iterable[object]], merged: Iterable[str] = (), **more: Iterable[Iterable[object]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(list(row))
    for place in merged:
        sheet.merge_cells(place)
    for title, others in more.items():
        other = book.create_sheet(title)
        for row in others:
            other.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_reads_xlsx_ods_and_xls() -> None:
    rows = [["Name", "City"], ["Foo GmbH", "Lyon"]]
    old = xls_bytes("List", {(0, 0): "Name", (0, 1): "City", (1, 0): "Foo GmbH", (1, 1): "Lyon"})
    for data, name in ((workbook(rows), "a.xlsx"), (ods_bytes(rows), "a.ods"), (old, "a.xls")):
        found = table(data, name)
        assert (found.columns, cells(found)) == (("Name", "City"), [("Foo GmbH", "Lyon")])


def test_chooses_the_sheet_with_names_and_tells_the_others() -> None:
    found = table(
        workbook(
            [["Read me first"], ["A list of firms"]],
            Firms=[["Firma", "Land"], ["Foo GmbH", "Deutschland"]],
            Figures=[["Year", "Value"], *([at, at] for at in range(50))],
        ),
        "a.xlsx",
    )
    assert (found.sheet, set(found.other_sheets)) == ("Firms", {"Sheet", "Figures"})


def test_joins_headers_of_two_lines_under_merged_cells() -> None:
    rows = [
        ["Firma", "Ansprechpartner", None, "Ort"],
        [None, "Name", "Telefon", None],
        ["Foo", "Anna Meier", "1", "Köln"],
    ]
    found = table(workbook(rows, ["B1:C1", "A1:A2", "D1:D2"]), "a.xlsx")
    assert found.columns == ("Firma", "Ansprechpartner Name", "Ansprechpartner Telefon", "Ort")
    assert cells(found) == [("Foo", "Anna Meier", "1", "Köln")]


def test_a_merged_cell_speaks_for_each_of_its_rows() -> None:
    rows = [["单位", "联系人"], ["无锡某某有限公司", "张三"], [None, "李四"], ["另一家有限公司", "王五"]]
    found = table(workbook(rows, ["A2:A3"]), "a.xlsx")
    assert [cell for cell, _ in cells(found)] == ["无锡某某有限公司", "无锡某某有限公司", "另一家有限公司"]


def test_numbers_and_days_lose_nothing() -> None:
    values = ["Foo", 13912345678, 0.1, 1234567.891, date(2023, 6, 7), "=1+1", "007", True]
    headers = dict(zip("ABCDEFGH", ["Name", "Phone", "a", "b", "c", "d", "e", "f"], strict=True))
    cells_below = dict(zip("ABCDEFGH", values, strict=True))
    sheet = {f"{at}1": said for at, said in headers.items()} | {f"{at}2": said for at, said in cells_below.items()}
    data = xlsx_bytes({"S": sheet})
    (row,) = cells(table(data, "a.xlsx"))
    assert row[:5] == ("Foo", "13912345678", "0.1", "1234567.891", "2023-06-07")
    assert row[6:] == ("007", "TRUE")


def test_numbers_rows_as_the_user_sees_them() -> None:
    data = xlsx_bytes({"S": {"B3": "Name", "C3": "City", "B4": "Foo", "C4": "Lyon", "B7": "Bar", "C7": "Nice"}})
    found = table(data, "a.xlsx")
    assert (found.header_row, [row.number for row in found.rows]) == (3, [4, 7])
    assert found.columns == ("", "Name", "City")


def test_a_web_page_called_xls_is_read() -> None:
    page = (
        "<html><table><tr><th>公司名称</th><th>城市</th></tr><tr><td>某某有限公司</td><td>无锡</td></tr></table></html>"
    )
    assert cells(table(page, "a.xls")) == [("某某有限公司", "无锡")]


def test_headers_again_are_refused_not_imported() -> None:
    found = table(workbook([["Name", "City"], ["Foo", "Lyon"], ["Name", "City"], ["Bar", "Nice"]]), "a.xlsx")
    assert [getattr(one, "code", "draft") for one in drafts(found)] == ["draft", "header_again", "draft"]


def test_a_workbook_without_cells_is_refused() -> None:
    with pytest.raises(UnreadableTable) as refusal:
        table(workbook([]), "a.xlsx")
    assert refusal.value.trouble == "no_table"
