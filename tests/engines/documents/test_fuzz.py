"""Whatever bytes arrive, a source text or a named refusal leaves."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qiao.engines.documents import Limits, UnreadableDocument, place_words, warning_sentence
from qiao.engines.documents.child import read_here
from qiao.engines.documents.encodings import decode
from qiao.engines.documents.errors import Trouble
from qiao.engines.documents.html_walk import walk_html
from qiao.engines.documents.kinds import SUFFIXES
from qiao.engines.documents.wraps import join_wraps
from tests.engines.documents.builders import REPORT_HANT, docx_bytes, eml_message, ods_bytes, pdf_bytes, xlsx_bytes
from tests.engines.documents.xls_builder import xls_bytes

WHOLE = {
    ".docx": docx_bytes(REPORT_HANT, table=[["a", "b"]]),
    ".xlsx": xlsx_bytes({"S": {"A1": "a"}}),
    ".xls": xls_bytes("S", {(0, 0): "a"}),
    ".ods": ods_bytes([["a"]]),
    ".pdf": pdf_bytes([[REPORT_HANT]]),
    ".eml": eml_message("s", REPORT_HANT).as_bytes(),
    ".html": f"<html><body><h1>a</h1><p>{REPORT_HANT}</p></body></html>".encode(),
    ".txt": REPORT_HANT.encode(),
}
SMALL = Limits(characters=1_000_000, inflated_bytes=10 << 20)
# The same examples each time: a new way to hang a foreign parser should not be found by a build of something else.
QUICK = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def check(data: bytes, name: str) -> None:
    try:
        source = read_here(data, name, SMALL)
    except UnreadableDocument as refusal:
        # A crash is a refusal to the user, and a fault to us: an exception nobody thought of.
        if refusal.trouble is Trouble.CRASHED:
            raise
        return
    assert source.text.strip()
    source.text.encode("utf-8")
    assert not {"\0", "\r"} & set(source.text)
    ends = [0, *(anchor.end for anchor in source.anchors)]
    assert all(end <= anchor.start < anchor.end <= len(source.text) for end, anchor in zip(ends, source.anchors))  # noqa: B905
    assert all(map(warning_sentence, source.warnings))
    assert place_words(source.place_of(len(source.text) // 2))


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
@QUICK
@given(data=st.binary(max_size=600))
def test_random_bytes_under_each_suffix(suffix: str, data: bytes) -> None:
    check(data, f"a{suffix}")


@pytest.mark.parametrize("suffix", sorted(WHOLE))
@QUICK
@given(data=st.data())
def test_good_files_with_wounds(suffix: str, data: st.DataObject) -> None:
    wounded = bytearray(WHOLE[suffix])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(wounded) - 1))
        wounded[at : at + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8))
        if not wounded:
            break
    cut = data.draw(st.integers(0, len(wounded)))
    check(bytes(wounded[:cut]) if data.draw(st.booleans()) else bytes(wounded), f"a{suffix}")


@QUICK
@given(text=st.text(max_size=200))
def test_any_text_in_utf8_is_read_as_it_is(text: str) -> None:
    data = text.encode("utf-8")
    assert decode(data).text == text.removeprefix("\ufeff") or data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data


@QUICK
@given(markup=st.text(alphabet=st.sampled_from("<>/ab p\n\t&;#x\"'=!-无锡\0"), max_size=300))
def test_any_markup_is_walked(markup: str) -> None:
    assert all(paragraph.strip() for paragraph in walk_html(markup).paragraphs)


@QUICK
@given(lines=st.lists(st.text(alphabet=st.sampled_from("无锡高新 ab-,。\u3000\x02"), max_size=20), max_size=12))
def test_joining_wraps_loses_no_letter(lines: list[str]) -> None:
    def letters(text: str) -> str:
        return "".join(char for char in text if char.isalpha())

    assert letters("".join(join_wraps(lines))) == letters("".join(lines))
