"""Plain texts at the edges: empty, blank, binary, odd characters, foreign languages."""

from __future__ import annotations

import random

import pytest

from qiao.engines.documents import Limits, Step, Trouble, Unit, UnreadableDocument, Warn, WarnCode, read_document
from tests.engines.documents.builders import REPORT_FRENCH, REPORT_GERMAN, REPORT_HANS

SPANISH = (
    "La delegación visitó el centro de investigación y firmó los acuerdos con la universidad para el "
    "desarrollo de las empresas que también se presentaron en una reunión con el alcalde de la ciudad, "
    "donde se habló de los proyectos y del apoyo a las nuevas empresas más importantes."
)


def trouble_of(data: bytes, name: str, limits: Limits | None = None) -> Trouble:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(data, name, limits or Limits())
    assert str(caught.value).startswith(name)
    assert str(caught.value).endswith(".")
    return caught.value.trouble


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", Trouble.EMPTY),
        (b" \r\n\t\n ", Trouble.BLANK),
        ("\u3000\n\ufeff".encode(), None),
        (b"\xef\xbb\xbf", Trouble.BLANK),
        (b"\xff\xfe", Trouble.BLANK),
        (random.Random(7).randbytes(5000), Trouble.BINARY),
        (bytes(1000), Trouble.BINARY),
        (b"\x7fELF" + bytes(50), Trouble.KIND_NOT_READ),
        (b"{\\rtf1 hello}", Trouble.KIND_NOT_READ),
    ],
)
def test_refuses_what_is_no_text(data: bytes, trouble: Trouble | None) -> None:
    if trouble is None:
        assert read_document(data, "a.txt").text == "\u3000\n\ufeff"
    else:
        assert trouble_of(data, "a.txt") is trouble


def test_refuses_by_size_before_looking() -> None:
    assert trouble_of(b"x" * 11, "a.txt", Limits(file_bytes=10)) is Trouble.TOO_LARGE


def test_refuses_more_text_than_allowed() -> None:
    assert trouble_of(b"x" * 11, "a.txt", Limits(characters=10)) is Trouble.TOO_MUCH_TEXT


def test_says_what_was_found_and_expected() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(bytes(3 << 20), "big.txt", Limits(file_bytes=1 << 20))
    assert str(caught.value) == "big.txt is too large: found 3 MB, expected at most 1 MB; nothing was kept."
    assert caught.value.params == {"name": "big.txt", "found": "3 MB", "expected": "1 MB"}


def test_puts_a_sign_for_each_nul() -> None:
    source = read_document("签署\0了".encode(), "a.txt")
    assert (source.text, source.warnings) == ("签署\ufffd了", (Warn.of(WarnCode.NUL_REPLACED, count=1),))


def test_keeps_characters_that_hide_and_says_so() -> None:
    text = "abc\u202edef\u200bghi שלום"
    source = read_document(text.encode(), "a.txt")
    assert source.text == text
    assert source.warnings == (
        Warn.of(WarnCode.DIRECTION_CONTROLS, count=1),
        Warn.of(WarnCode.ZERO_WIDTH, count=1),
        Warn.of(WarnCode.RIGHT_TO_LEFT, count=4),
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (SPANISH, "Spanish"),
        ("代表団はミュンヘンを訪問し、大学と協定を締結しました。" * 2, "Japanese"),
        ("대표단은 뮌헨을 방문하여 대학과 협약을 체결하였습니다. " * 3, "Korean"),
    ],
)
def test_keeps_a_text_in_a_language_it_does_not_read(text: str, language: str) -> None:
    source = read_document(text.encode(), "a.txt")
    assert (source.text, source.warnings) == (text, (Warn.of(WarnCode.LANGUAGE_NOT_READ, language=language),))


@pytest.mark.parametrize("text", [REPORT_HANS * 3, REPORT_FRENCH * 3, REPORT_GERMAN * 3, "Figures: 1, 2, 3." * 30])
def test_says_nothing_of_languages_it_reads(text: str) -> None:
    assert read_document(text.encode(), "a.txt").warnings == ()


def test_reads_one_line_of_five_megabytes() -> None:
    text = REPORT_HANS * (5_000_000 // len(REPORT_HANS.encode()))
    assert read_document(text.encode(), "a.txt").text == text
    assert read_document(text.encode("gb18030"), "a.txt").text == text


def test_tells_the_line_of_an_offset() -> None:
    source = read_document("一\n二\n三".encode(), "a.txt")
    assert [source.place_of(offset) for offset in (0, 2, 4, 5)] == [(Step(Unit.LINE, line),) for line in (1, 2, 3, 3)]
