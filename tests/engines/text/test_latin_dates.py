"""Dates of English, French and German text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qiao.engines.text.latin_dates import find_dates

ANCHOR = date(2024, 9, 1)


def read(text: str, language: str, anchor: date | None = ANCHOR) -> list[tuple[str, str, str]]:
    return [(text[d.start : d.end], d.norm, d.year) for d in find_dates(text, language, anchor)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "on 28 January 2025", [("28 January 2025", "2025-01-28", "")]),
        ("en", "on Monday, Sept. 30, she", [("Sept. 30", "2024-09-30", "inferred")]),
        ("en", "from 12 to 18 May.", [("12 to 18 May", "2024-05-12/2024-05-18", "inferred")]),
        ("en", "May 1-4, 2017", [("May 1-4, 2017", "2017-05-01/2017-05-04", "")]),
        ("en", "28 June to 3 July 2024", [("28 June to 3 July 2024", "2024-06-28/2024-07-03", "")]),
        ("en", "in September", [("September", "2024-09", "inferred")]),
        ("en", "founded in 2009", [("2009", "2009", "")]),
        ("en", "they may come in numbers", []),
        ("fr", "du 12 au 16 mai", [("12 au 16 mai", "2024-05-12/2024-05-16", "inferred")]),
        ("fr", "le 1er mars 2024", [("1er mars 2024", "2024-03-01", "")]),
        ("fr", "- 16/09 : visite", [("16/09", "2024-09-16", "inferred")]),
        ("fr", "en octobre", [("octobre", "2024-10", "inferred")]),
        ("de", "vom 16. bis 20. September", [("16. bis 20. September", "2024-09-16/2024-09-20", "inferred")]),
        ("de", "Mo., 23.06.2025: Runde", [("23.06.2025", "2025-06-23", "")]),
        ("de", "24.06.: Rundgang", [("24.06.", "2024-06-24", "inferred")]),
        ("de", "am 2. und 3. Oktober", [("2. und 3. Oktober", "2024-10-02/2024-10-03", "inferred")]),
        ("de", "im April", [("April", "2024-04", "inferred")]),
    ],
)
def test_dates_are_read_with_the_habits_of_their_language(language, text, expected):
    assert read(text, language) == expected


def test_without_an_anchor_the_year_stays_open():
    assert read("on 3 June", "en", None) == [("3 June", "XXXX-06-03", "unknown")]


def test_a_dateline_stands_in_for_the_publication():
    assert read("28 January 2025. Talks on 3 June", "en", None)[1] == ("3 June", "2025-06-03", "inferred")


def test_december_seen_from_january_is_last_year():
    assert read("on 12 December", "en", date(2024, 1, 9)) == [("12 December", "2023-12-12", "inferred")]


@pytest.mark.parametrize("text", ["31 February 2024", "45 May 2024", "99/99"])
def test_days_that_do_not_exist_are_left_out(text):
    assert all("-31" not in norm and "45" not in norm for _, norm, _ in read(text, "en"))


@given(st.text(), st.sampled_from(["en", "fr", "de"]), st.dates() | st.none())
def test_no_text_breaks_the_reader_of_dates(text, language, anchor):
    assert all(0 <= d.start < d.end <= len(text) for d in find_dates(text, language, anchor))


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31)))
def test_a_full_date_reads_back(day):
    assert read(f"on {day.day} {day:%B} {day.year} in Graz", "en")[0][1] == day.isoformat()
