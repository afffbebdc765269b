"""PDF files: the text layer by page, names whole."""

from __future__ import annotations

import pytest

from qiao.engines.documents import Trouble, UnreadableDocument, Warn, WarnCode, place_words
from qiao.engines.documents.child import read_here
from qiao.engines.documents.page_breaks import join_pages
from qiao.engines.documents.problem import Limits
from qiao.engines.documents.result import SourceText
from qiao.engines.documents.wraps import join_wraps
from tests.engines.documents.builders import REPORT_HANT, locked_pdf_bytes, pdf_bytes


def read(data: bytes) -> SourceText:
    return read_here(data, "a.pdf", Limits())


def test_reads_pages_and_joins_what_the_layout_broke() -> None:
    report = [REPORT_HANT[:20], REPORT_HANT[20:]]
    source = read(pdf_bytes([report, ["Plan", "", "Lyon"]]))
    assert source.text == f"{REPORT_HANT}\nPlan\nLyon"
    assert place_words(source.place_of(source.text.index("Lyon"))) == "page 2"


def test_warns_of_pages_without_text() -> None:
    source = read(pdf_bytes([["Lyon"], []]))
    assert source.warnings == (Warn.of(WarnCode.PAGES_WITHOUT_TEXT, count=1, pages=2),)


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (locked_pdf_bytes(), Trouble.PASSWORD),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, Trouble.BROKEN),
        (pdf_bytes([["Lyon"]])[:200], Trouble.BROKEN),
        (pdf_bytes([[], []]), Trouble.NO_TEXT),
    ],
)
def test_refuses_locked_damaged_and_silent_files(data: bytes, trouble: Trouble) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(data)
    assert caught.value.trouble is trouble


WRAPPED = "无锡高新区代表团访问慕尼黑工"
LATIN = "The delegation went to the Technical"


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ([WRAPPED, "业大学并签署合作协议。", "会后"], [f"{WRAPPED}业大学并签署合作协议。", "会后"]),
        ([f"{WRAPPED[:-1]}。", "业大学"], [f"{WRAPPED[:-1]}。", "业大学"]),
        ([WRAPPED, "\u3000\u3000第二段由此开始"], [WRAPPED, "\u3000\u3000第二段由此开始"]),
        (["标题", WRAPPED], ["标题", WRAPPED]),
        ([LATIN, "university of Munich."], [f"{LATIN} university of Munich."]),
        ([LATIN, "University of Munich."], [LATIN, "University of Munich."]),
        ([WRAPPED + "业大 Figaro", "Classifieds公司代表"], [WRAPPED + "业大 Figaro Classifieds公司代表"]),
        (
            [WRAPPED + "业大学企业家", WRAPPED, "UnternehmerTUM代表"],
            [WRAPPED + "业大学企业家" + WRAPPED + "UnternehmerTUM代表"],
        ),
        ([WRAPPED + "业大创新中心(", "UnternehmerTUM),代表"], [WRAPPED + "业大创新中心(UnternehmerTUM),代表"]),
        (["Die Wirtschafts\x02", "förderung"], ["Die Wirtschaftsförderung"]),
        ([], []),
        (["", "  "], ["", "  "]),
    ],
)
def test_joins_only_what_the_width_had_parted(lines: list[str], joined: list[str]) -> None:
    assert join_wraps(lines) == joined


def test_joins_a_paragraph_over_page_breaks_and_leaves_the_folio() -> None:
    pages = [["标题", WRAPPED, "- 1 -"], [WRAPPED, "第 2 页"], ["业大学。", "附件"]]
    assert join_pages(pages) == [["标题", f"{WRAPPED}{WRAPPED}业大学。", "- 1 -"], ["第 2 页"], ["附件"]]


def test_keeps_paragraphs_apart_at_a_page_break() -> None:
    pages = [[f"{WRAPPED[:-1]}。"], ["\u3000\u3000第二段"], ["附件"]]
    assert join_pages(pages) == pages
