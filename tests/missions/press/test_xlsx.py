"""Workbooks as another program reads them."""

from __future__ import annotations

import io
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from qiao.missions.press.values import LANGUAGES, Owed
from qiao.missions.press.xlsx import xlsx_of
from tests.missions.press.sample import briefing, stop, whole


def test_one_row_for_each_stop_with_times_as_numbers() -> None:
    sheet = load_workbook(io.BytesIO(xlsx_of(briefing(stop(leg_minutes=25)))))["Itinerary"]
    assert sheet.max_row == 5
    assert [cell.value for cell in sheet[5][:5]] == [
        datetime(2023, 6, 5),
        datetime(2023, 6, 5, 9, 30),
        datetime(2023, 6, 5, 10, 30),
        "UTC+2",
        "Host",
    ]
    assert sheet["L5"].value == 25


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "{="])
def test_no_text_becomes_a_formula(sign: str) -> None:
    text = f'{sign}HYPERLINK("http://x")'
    made = xlsx_of(briefing(stop(title=text, contact=text, promises=[Owed(text, ours=True)]), title=text))
    for sheet in load_workbook(io.BytesIO(made)):
        assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value == text.strip()} <= {"s"}
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink or cell.data_type == "f"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_whole_mission_in_every_language(lang: str) -> None:
    book = load_workbook(io.BytesIO(xlsx_of(whole(lang))))
    assert [sheet.max_row for sheet in book] == [4 + 48, 4 + 80]


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_any_text_opens_again(text: str) -> None:
    made = xlsx_of(
        briefing(stop(title=text, address=text, promises=[Owed(text, ours=False)]), title=text, for_whom=text)
    )
    assert len(load_workbook(io.BytesIO(made)).sheetnames) == 2
