"""Text tables: encodings, separators, quotes, titles above the header."""

from __future__ import annotations

import pytest

from qiao.exchange.reading import TableKind, TableLimits, UnreadableTable
from qiao.exchange.reading.table import Note
from tests.exchange.reading.laying import cells, table

CHINESE = "企业名称,城市\n无锡微电子科技有限公司,无锡\n江苏新能源材料股份有限公司,南京\n"
TAIWANESE = "公司名稱,國家\n鴻海精密工業股份有限公司,台灣\n華碩電腦股份有限公司,台灣\n"
GERMAN = "Firma;Ort\nMüller Präzision GmbH;Köln\nGroß & Söhne KG;Düsseldorf\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CHINESE, "utf-8"),
        (CHINESE, "utf-8-sig"),
        (CHINESE, "utf-16"),
        (CHINESE, "gb18030"),
        (TAIWANESE, "big5"),
        (GERMAN, "cp1252"),
        (GERMAN, "latin-1"),
        (GERMAN, "utf-16-le"),
    ],
)
def test_reads_any_encoding(text: str, encoding: str) -> None:
    found = table(text.encode(encoding))
    lines = [tuple(line.replace(";", ",").split(",")) for line in text.splitlines()]
    assert [found.columns, *cells(found)] == lines


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_tells_the_separator(separator: str) -> None:
    name = "A B" if separator == "," else "A, B und C GmbH"
    text = "\n".join(separator.join(row) for row in (["Name", "City"], [name, "X"]))
    assert cells(table(text))[0][1] == "X"


def test_keeps_quoted_line_ends_and_counts_lines() -> None:
    found = table('Name,Address\n"Foo\nBar",x\nBaz,"say ""hi"""\n')
    assert [(row.number, row.cells) for row in found.rows] == [(2, ("Foo\nBar", "x")), (4, ("Baz", 'say "hi"'))]


def test_a_quote_never_closed_costs_its_row_only() -> None:
    lines = ["Name,City", '"Foo,Lyon', 'Bar,"Old\nTown"', "Baz,Nice", *(f"N{at},Paris" for at in range(60))]
    found = table("\n".join(lines))
    assert found.row_count == 63
    assert cells(found)[-1] == ("N59", "Paris")
    assert Note("quotes_unmatched") in found.notes


def test_finds_the_header_under_titles_and_blank_rows() -> None:
    found = table(
        "Participants of the fair,,\n,,\nprinted on 2023-06-07,,\n,,\n,Name,Country\n,Foo GmbH,Germany\n\n,Bar,France\n"
    )
    assert found.columns == ("", "Name", "Country")
    assert found.header_row == 5
    assert [row.number for row in found.rows] == [6, 8]
    assert Note("rows_above", (("count", "2"),)) in found.notes


def test_a_table_without_header_keeps_its_first_row() -> None:
    found = table("Foo GmbH,info@foo.de\nBar AG,mail@bar.de\n")
    assert found.header_row == 0
    assert found.row_count == 2


def test_takes_unknown_headers_by_their_shape() -> None:
    found = table("Wer,Seit,Betrag\nFoo,2019-01-01,12000\nBar,2020-01-01,13000\n")
    assert found.columns == ("Wer", "Seit", "Betrag")


def test_obeys_the_line_that_states_the_separator() -> None:
    found = table("sep=;\nName;City\nA,B;Lyon\n")
    assert [(row.number, row.cells) for row in found.rows] == [(3, ("A,B", "Lyon"))]


def test_rows_longer_than_the_header_lose_nothing() -> None:
    found = table("Name,City\nFoo,Lyon,extra,more\nBar,Nice\n")
    assert found.columns == ("Name", "City", "", "")
    assert cells(found) == [("Foo", "Lyon", "extra", "more"), ("Bar", "Nice", "", "")]


def test_values_are_kept_as_written() -> None:
    odd = "00123|1.10|3,50 €|=cmd|' -1|1e5|2023-02-30"
    found = table("Name|Amount|Price|Formula|Other|Big|Date\nFoo Name|" + odd.split("|", 1)[1] + "\n")
    assert cells(found) == [("Foo Name", "1.10", "3,50 €", "=cmd", "' -1", "1e5", "2023-02-30")]


def test_rows_can_be_gone_through_twice() -> None:
    found = table(CHINESE)
    assert cells(found) == cells(found)
    assert found.kind is TableKind.TEXT


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", "empty"),
        (b" \n\t\n", "blank"),
        (b"Name,City\n", "no_table"),
        (bytes(range(256)) * 20, "binary"),
        (b"%PDF-1.4 x", "not_a_table"),
        (b"\x1f\x8b\x08 packed", "not_a_table"),
        (b"PK\x03\x04 cut", "broken"),
    ],
)
def test_refuses_what_is_no_table(data: bytes, trouble: str) -> None:
    with pytest.raises(UnreadableTable) as refusal:
        table(data)
    assert refusal.value.trouble == trouble
    assert "list.csv" in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "trouble", "expected"),
    [
        ("Name\n" + "x\n" * 11, "too_many_rows", "10"),
        ("Name,City\n" + "x," * 30 + "x\n", "too_many_columns", "20"),
    ],
)
def test_refuses_what_exceeds_the_limits(text: str, trouble: str, expected: str) -> None:
    with pytest.raises(UnreadableTable) as refusal:
        table(text, limits=TableLimits(rows=10, columns=20))
    assert (refusal.value.trouble, refusal.value.params["expected"]) == (trouble, expected)


def test_empty_columns_far_to_the_right_are_no_columns() -> None:
    found = table("Name,City\nFoo,Lyon" + "," * 5000 + "\n")
    assert cells(found) == [("Foo", "Lyon")]
