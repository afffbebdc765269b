"""Word papers open again and say the same."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from qiao.missions.press.compose import briefing_paper
from qiao.missions.press.compose_report import report_paper
from qiao.missions.press.docx import docx_of
from qiao.missions.press.report_values import TripReport
from qiao.missions.press.values import LANGUAGES, Briefing
from tests.missions.press.sample import HOSTS, PRINTED, TITLES, briefing, stop, whole
from tests.missions.press.sample_report import full


def _opened(printed: Briefing) -> Any:
    return Document(io.BytesIO(docx_of(briefing_paper(printed), printed.printed_at)))


def _styled(document: Any, style: str) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == style]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_book_has_a_heading_for_each_day_and_meeting(lang: str) -> None:
    document = _opened(whole(lang, days=2))
    assert _styled(document, "Title") == [TITLES[lang]]
    assert len(_styled(document, "Heading 1")) == 2
    assert _styled(document, "Heading 2") == [HOSTS[lang][at % 3] for at in range(5)] * 2


def test_han_is_set_in_a_han_face_of_its_script() -> None:
    faces = {}
    for lang in ("zh-hans", "zh-hant"):
        fonts = _opened(whole(lang, days=1)).styles["Normal"].element.rPr.rFonts
        faces[lang] = fonts.get(qn("w:eastAsia"))
    assert faces == {"zh-hans": "Microsoft YaHei", "zh-hant": "Microsoft JhengHei"}


def test_contents_are_a_field_that_shows_the_days_before_it_is_counted() -> None:
    document = _opened(whole(days=2))
    codes = [code.text for code in document.element.iter(qn("w:instrText"))]
    assert codes == ['TOC \\o "1-2" \\h \\z \\u']
    assert "Friday, 2 June 2023" in _styled(document, "Normal")


def test_head_of_a_day_repeats_and_its_rows_stay_whole() -> None:
    table = _opened(briefing(stop())).tables[-1]
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [True, False]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_markup_in_a_name_is_text() -> None:
    name = "A & B <C> {{ d }} \"e\" 'f'"
    assert _styled(_opened(briefing(stop(title=name))), "Heading 2") == [name]


def test_control_characters_go_and_overlong_names_say_what_is_left_out() -> None:
    document = _opened(briefing(stop(title="a\x00\x0b\u202eb" + "c" * 10_000)))
    assert _styled(document, "Heading 2") == ["ab" + "c" * 398 + "… (+9602)"]


def test_report_places_three_pictures_with_their_words() -> None:
    document = Document(io.BytesIO(docx_of(report_paper(full()), PRINTED)))
    told = [found.get("descr") for found in document.element.iter(qn("wp:docPr"))]
    assert told == ["Lyon, 2023-06-05"] * 3


def test_empty_report_is_a_paper_too() -> None:
    assert docx_of(report_paper(TripReport("Lyon", "fr")), PRINTED)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_any_text_opens_again(title: str, notes: str, lang: str) -> None:
    document = _opened(briefing(stop(title=title, notes=notes, contact=notes), title=title, for_whom=title, lang=lang))
    assert len(_styled(document, "Heading 2")) == 1
