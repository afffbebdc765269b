"""Web pages: words in order, no scripts, the stated day."""

from __future__ import annotations

from datetime import date

import pytest

from qiao.engines.documents import Trouble, UnreadableDocument, WarnCode
from qiao.engines.documents.child import read_here
from qiao.engines.documents.html import is_in_order
from qiao.engines.documents.html_date import stated_day
from qiao.engines.documents.html_walk import walk_html
from qiao.engines.documents.problem import Limits
from qiao.engines.documents.result import SourceText
from tests.engines.documents.builders import REPORT_FRENCH, REPORT_HANS, REPORT_HANT

LONG = REPORT_HANT * 4
PAGE = (
    "<html><head><title>Lyon | Zone</title><style>p{{}}</style><script>var evil = 1</script>{head}</head>"
    "<body><nav><a href='/'>Home</a> <a href='/x'>Contact</a></nav><h1>代表團訪問里昂</h1>{body}"
    "<footer>Copyright</footer></body></html>"
)


def read(markup: str, encoding: str = "utf-8") -> SourceText:
    return read_here(markup.encode(encoding), "a.html", Limits())


def test_reads_the_main_part_in_order() -> None:
    source = read(PAGE.format(head="", body=f"<p>{LONG}</p><p>{REPORT_FRENCH * 3}</p>"))
    assert source.text == f"代表團訪問里昂\n{LONG}\n{REPORT_FRENCH * 3}"
    assert (source.read_with, source.title) == ("trafilatura", "Lyon | Zone")


def test_reads_all_of_a_page_without_a_main_part() -> None:
    source = read("<html><body><div>Lyon</div><span>7 letters</span><script>evil()</script></body></html>")
    assert source.text == "Lyon\n7 letters"


def test_says_so_when_the_main_part_is_not_sought() -> None:
    source = read(f"<html><body><nav>Menu</nav>{'<p>Lyon</p>' * 50_000}</body></html>")
    assert source.text == "Menu" + "\nLyon" * 50_000
    assert [warning.code for warning in source.warnings] == [WarnCode.MAIN_PART_NOT_FOUND]


def test_believes_the_stated_charset_unless_it_is_wrong() -> None:
    page = PAGE.format(head="<meta charset=gb2312>", body=f"<p>{REPORT_HANS * 4}</p>")
    assert REPORT_HANS * 4 in read(page, "gb18030").text
    wrong = read(page.replace("gb2312", "utf-8"), "gb18030")
    assert REPORT_HANS * 4 in wrong.text
    assert [warning.code for warning in wrong.warnings] == [WarnCode.ENCODING_DECLARED_WRONG]


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2023-06-13T10:55:00+08:00">',
        '<meta name="PubDate" content="2023-06-13 10:55">',
        '<script type="application/ld+json">{"datePublished": "2023-06-13"}</script>',
        "<p>發布時間:2023-06-13 10:55 瀏覽次數:</p>",
        "<p>2023年6月13日 10:55 来源：园区</p>",
        '<time datetime="2023-06-13">last week</time>',
    ],
)
def test_finds_the_stated_day(head: str) -> None:
    assert read(PAGE.format(head=head, body=f"<p>{LONG}</p>")).published == date(2023, 6, 13)


@pytest.mark.parametrize("text", ["2023-02-30", "1888-01-01", "", "about 2023", "99999999", "2023-06"])
def test_takes_no_day_that_does_not_exist(text: str) -> None:
    assert stated_day(text) is None


def test_keeps_the_words_of_a_hundred_thousand_nested_elements() -> None:
    depth = 100_000
    source = read("<html><body>" + "<div>" * depth + LONG + "</div>" * depth + "<p>after</p></body></html>")
    assert source.text == f"{LONG}\nafter"
    assert [warning.code for warning in source.warnings] == [WarnCode.NESTED_DEEPLY]


def test_reads_one_line_of_five_megabytes() -> None:
    words = "<b>里昂</b> and more words " * 150_000
    assert len(read(f"<html><body><p>{words}</p></body></html>").text) > 2_500_000


def test_keeps_a_short_row_on_a_line_and_parts_long_cells() -> None:
    table = f"<table><tr><td><p>Lyon</p><td>7<tr><td><p>{LONG}</p><p>{LONG}</p></table>"
    assert walk_html(table).paragraphs == ["Lyon\t7", LONG, LONG]


def test_joins_han_over_line_ends_only() -> None:
    assert walk_html("<p>无锡高\n  新区 and\nLyon</p>").paragraphs == ["无锡高新区 and Lyon"]


def test_does_not_expand_entities_of_its_own() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;">]><html><body><p>x &b; y</p></body></html>'
    assert "boom boom" not in read(bomb).text


def test_tells_when_the_order_was_lost() -> None:
    first, second = "The first paragraph", "The second paragraph"
    assert is_in_order([first, second], [first, second])
    assert not is_in_order([second, first], [first, second])


def test_refuses_markup_without_words() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read("<html><body><script>x()</script><p> </p></body></html>")
    assert caught.value.trouble is Trouble.NO_TEXT
