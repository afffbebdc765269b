"""What is printed can be read: as text, as glyphs, in every language."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qiao.missions.press.compose import briefing_paper
from qiao.missions.press.compose_report import report_paper
from qiao.missions.press.pdf import pdf_of
from qiao.missions.press.route import route_paper
from qiao.missions.press.values import LANGUAGES, Briefing
from tests.missions.press.sample import PRINTED, TITLES, briefing, stop, whole
from tests.missions.press.sample_report import full

BOX = "肖珺堃喆"


def _text(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "".join(page.get_textpage().get_text_range() for page in document)


def _dark(data: bytes) -> int:
    """How many dark pixels the first page has."""
    picture = pypdfium2.PdfDocument(data)[0].render(scale=1.5, grayscale=True).to_numpy()
    return int((picture < 128).sum())


def _book(printed: Briefing) -> bytes:
    return pdf_of(briefing_paper(printed), printed.printed_at)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_book_holds_the_words_of_its_language(lang: str) -> None:
    text = _text(_book(whole(lang, days=1)))
    assert TITLES[lang].replace(" ", "") in text.replace(" ", "").replace("\r\n", "")
    assert "何示例" in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_rare_signs_of_names_have_a_glyph_of_their_own(lang: str) -> None:
    """Each name must look different: boxes for missing glyphs would all look alike."""
    inked = {_dark(_book(briefing(stop(title=sign * 8), lang=lang))) for sign in BOX}
    assert len(inked) == len(BOX)


def test_traditional_pages_are_set_in_traditional_forms() -> None:
    """骨 is one character with two forms: the same text must not give the same page."""
    simplified, traditional = (
        _dark(_book(briefing(stop(title="骨" * 12), lang=lang))) for lang in ("zh-hans", "zh-hant")
    )
    assert simplified != traditional


def test_signs_without_a_glyph_are_replaced_and_named() -> None:
    text = _text(_book(briefing(stop(title="𠮷田 😀 AG"))))
    assert "〓田 〓 AG" in text
    assert "U+1F600" in text
    assert "U+20BB7" in text


def test_markup_in_a_name_is_printed_as_it_is() -> None:
    name = '#panic("x") *a* $b$ <c> & [d] \\e `f` @g'
    assert name in _text(_book(briefing(stop(title=name))))


def test_same_values_make_the_same_bytes() -> None:
    assert _book(whole(days=1)) == _book(whole(days=1))


def test_pdf_is_tagged_and_titled() -> None:
    data = _book(whole("fr", days=1))
    assert b"pdfuaid" in data
    assert pypdfium2.PdfDocument(data).get_metadata_dict()["Title"].startswith(TITLES["fr"])


def test_route_has_one_page_for_each_day_and_party() -> None:
    data = pdf_of(route_paper(whole(days=2)), PRINTED)
    assert len(pypdfium2.PdfDocument(data)) == 4
    assert "+33 4 00 00 00 00" in _text(data).replace("\u00a0", " ")


@pytest.mark.parametrize("lang", ["de", "zh-hant"])
def test_report_shows_its_photographs(lang: str) -> None:
    report = full(lang)
    without = pdf_of(report_paper(replace(report, photographs=[])), PRINTED)
    assert len(pdf_of(report_paper(report), PRINTED)) > len(without)


def test_empty_mission_prints() -> None:
    assert "Lyon" in _text(_book(briefing()))
    assert pdf_of(route_paper(briefing()), PRINTED)


def test_a_word_of_ten_thousand_letters_stays_on_the_page() -> None:
    data = _book(briefing(stop(title="x" * 10_000, notes="y" * 10_000, address="z" * 10_000)))
    page = pypdfium2.PdfDocument(data)[1]
    texts = [found for found in page.get_objects() if found.type == 1]
    assert all(found.get_bounds()[2] <= page.get_width() for found in texts)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300), st.sampled_from(LANGUAGES))
def test_any_text_prints(title: str, notes: str, lang: str) -> None:
    printed = briefing(stop(title=title, notes=notes, party=notes[:20]), title=title, lang=lang)
    assert _book(printed).startswith(b"%PDF")
    assert pdf_of(route_paper(printed), PRINTED).startswith(b"%PDF")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_apostrophe_between_letters_is_as_wide_as_in_latin(lang: str) -> None:
    """On every page: the Chinese faces would set it a full square wide."""
    page = pypdfium2.PdfDocument(_book(briefing(stop(title="l’Exemple"), lang=lang)))[1].get_textpage()
    at = page.search("l’Exemple").get_next()[0]
    left, _, right, _ = page.get_charbox(at)
    following, *_ = page.get_charbox(at + 2)
    assert following - left < 3 * (right - left) + 4
