from hypothesis import given
from hypothesis import strategies as st

from qiao.engines.text.view import fold_width, view

MIXED = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("韓楊與無錫 \n　（）ＡＢ１２「」·•é\u0301")))


def test_view_simplifies_and_keeps_places() -> None:
    seen = view("６月２日，韓楊「率團」")
    assert seen.text == "6月2日,韩杨“率团”"
    assert seen.span(5, 7) == (5, 7)


def test_view_joins_lines_that_a_page_width_broke() -> None:
    text = "代表團先後拜訪了當地多家企業以及慕尼黑工大創\n新中心,並與負責人座談。\n會後合影。"
    seen = view(text)
    start = seen.text.index("慕尼黑工大创新中心")
    a, b = seen.span(start, start + 9)
    assert text[a:b] == "慕尼黑工大創\n新中心"
    assert seen.text.count("\n") == 1


def test_view_composes_accents() -> None:
    seen = view("He\u0301le\u0300ne")
    assert seen.text == "Hélène"
    assert seen.span(0, 6) == (0, 8)


@given(MIXED)
def test_every_view_character_comes_from_what_it_folds(text: str) -> None:
    seen = view(text)
    assert len(seen.text) == len(seen.origin)
    for char, (start, end) in zip(seen.text, seen.origin, strict=True):
        assert 0 <= start < end <= len(text)
        assert char in fold_width(text[start:end]) or char in " \n“”‘《》[]·-~"
    starts = [start for start, _ in seen.origin]
    assert starts == sorted(starts)


@given(MIXED, st.data())
def test_spans_of_the_view_lie_in_the_original(text: str, data: st.DataObject) -> None:
    seen = view(text)
    if not seen.text:
        return
    start = data.draw(st.integers(0, len(seen.text) - 1))
    end = data.draw(st.integers(start + 1, len(seen.text)))
    a, b = seen.span(start, end)
    assert 0 <= a < b <= len(text)
