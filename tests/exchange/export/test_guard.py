"""Cells guarded against being reckoned, and headers, come back the same through import."""

from __future__ import annotations

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from qiao.exchange.export.columns import FIELDS
from qiao.exchange.export.headers import header, languages
from qiao.exchange.export.tables import csv_file
from qiao.exchange.reading import SURE
from qiao.exchange.reading.countries import country_code
from qiao.exchange.reading.guarded import guard, unguard
from qiao.exchange.reading.synonyms import meaning_of
from qiao.kit import show
from tests.exchange.reading.laying import cells, table

DANGEROUS = ("=cmd|'/c calc'!A1", "+49 641 1234", "-1+2", "@SUM(A1)", "\t=1", "\r=1")


@given(st.text(alphabet="'=+-@\t\rab", max_size=12))
def test_what_is_guarded_comes_back(text: str) -> None:
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_cell_that_begins_like_a_formula_is_text(text: str) -> None:
    assert guard(text)[0] == "'"
    assert guard("plain") == "plain"


def test_a_text_table_is_read_back_as_it_was() -> None:
    rows = [
        ["=1+1", "+49 641 1234", "'=x", "a\nb", 'say "hi"', "–", "x"],
        ["-5", "@home", "''@", "a,b;c\td", "", "", "y"],
    ]
    made = b"".join(csv_file(["Name", "Phone", "a", "b", "c", "d", "e"], rows))
    assert made.startswith(b"\xef\xbb\xbf")
    assert [list(row) for row in cells(table(made))] == rows


@pytest.mark.parametrize("language", languages())
def test_import_knows_every_header_by_heart(language: str) -> None:
    for field in FIELDS:
        meaning = meaning_of(header(field, language))
        assert meaning is not None
        assert (meaning.language or meaning.field) is field, header(field, language)
        assert meaning.confidence >= SURE


@pytest.mark.parametrize("language", languages())
def test_import_knows_every_country_that_export_names(language: str) -> None:
    codes = [code for code in Locale.parse("en").territories if len(code) == 2 and country_code(code) == code]
    lost = [code for code in codes if country_code(show.country(code, language)) != code]
    assert len(codes) > 240
    assert lost == []  # where a name were lost, export would write the code
