"""Bytes become the characters that were meant, or say that they did not."""

from __future__ import annotations

import pytest

from qiao.engines.documents import MediaKind, SourceText, Warn, WarnCode, read_document
from qiao.engines.documents.encodings import decode, known_encoding
from tests.engines.documents.builders import REPORT_FRENCH, REPORT_GERMAN, REPORT_HANS, REPORT_HANT

RUSSIAN = "Делегация посетила Мюнхен и подписала соглашение о сотрудничестве с университетом."
JAPANESE = "代表団はミュンヘンを訪問し、大学と協定を締結しました。"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", REPORT_HANT),
        ("utf-8-sig", REPORT_HANT),
        ("utf-16", REPORT_HANT),
        ("utf-32", REPORT_HANT),
        ("utf-16-le", REPORT_HANT),
        ("utf-16-be", REPORT_HANS),
        ("utf-16-le", REPORT_FRENCH),
        ("utf-16-be", REPORT_GERMAN),
        ("gb18030", REPORT_HANS),
        ("gb18030", REPORT_HANT),
        ("gbk", REPORT_HANT),
        ("big5", REPORT_HANT),
        ("cp1252", REPORT_FRENCH),
        ("latin-1", REPORT_GERMAN),
        ("cp1252", "Das Abkommen – „Absichtserklärung“ – kostet 20 €."),
        ("cp1251", RUSSIAN),
        ("shift_jis", JAPANESE),
    ],
)
def test_reads_the_encoding(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("text", ["无锡", "签署了合作意向书2份", "王小明 总经理\n友荃科技实业"])
def test_reads_short_chinese(text: str) -> None:
    assert decode(text.encode("gb18030")).text == text


def test_finds_chinese_far_behind_ascii() -> None:
    data = b"id,name\n" * 50_000 + REPORT_HANS.encode("gb18030")
    assert decode(data).text.endswith(REPORT_HANS)


def test_believes_a_stated_encoding_that_fits() -> None:
    assert decode("Łódź podpisała".encode("iso-8859-2"), "ISO-8859-2").text == "Łódź podpisała"


def test_corrects_a_stated_encoding_that_is_wrong() -> None:
    decoded = decode(REPORT_HANS.encode("gb18030"), "iso-8859-1")
    wrong = Warn.of(WarnCode.ENCODING_DECLARED_WRONG, declared="iso-8859-1", encoding="gb18030")
    assert (decoded.text, decoded.warnings) == (REPORT_HANS, (wrong,))


def test_takes_gb2312_for_the_larger_set() -> None:
    decoded = decode("朱镕基访问慕尼黑大学".encode("gb18030"), "gb2312")
    assert (decoded.text, decoded.warnings) == ("朱镕基访问慕尼黑大学", ())


def test_reads_each_line_in_its_own_encoding() -> None:
    lines = [REPORT_HANS, "plain ASCII", REPORT_HANT, "合作意向书"]
    data = b"\n".join(
        line.encode(encoding) for line, encoding in zip(lines, ("utf-8", "utf-8", "gb18030", "gb18030"), strict=True)
    )
    decoded = decode(data)
    mixed = Warn.of(WarnCode.ENCODINGS_MIXED, lines=2, encoding="gb18030", main="utf-8")
    assert (decoded.text, decoded.warnings) == ("\n".join(lines), (mixed,))


def test_keeps_utf8_lines_in_a_file_of_gb18030() -> None:
    data = (REPORT_HANS + "\n").encode("gb18030") * 5 + REPORT_HANT.encode()
    assert decode(data).text == (REPORT_HANS + "\n") * 5 + REPORT_HANT


def test_keeps_the_readable_part_of_a_cut_file() -> None:
    source = read_document(REPORT_HANS.encode()[:-4], "cut.txt")
    assert source.text == REPORT_HANS[:-2] + "\ufffd"
    assert [warning.code for warning in source.warnings] == [WarnCode.CHARACTERS_REPLACED]


def test_forgives_a_stray_byte_in_a_long_line() -> None:
    data = (REPORT_HANS * 20).encode() + b"\xff" + REPORT_HANT.encode()
    assert decode(data).text == REPORT_HANS * 20 + "\ufffd" + REPORT_HANT


@pytest.mark.parametrize("label", ["hex", "rot13", "base64", "idna", "undefined", "no-such", "", "x\0y"])
def test_takes_no_codec_that_is_no_encoding(label: str) -> None:
    assert known_encoding(label) == ""


def test_reads_line_ends_as_lf_and_drops_the_mark() -> None:
    source = read_document("\ufeff一\r\n二\r三\n".encode(), "a.txt")
    assert source == SourceText(text="一\n二\n三\n", kind=MediaKind.TEXT, read_with="utf-8")
