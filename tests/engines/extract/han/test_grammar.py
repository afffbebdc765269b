import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qiao.engines.extract.han.blocks import blocks
from qiao.engines.extract.han.grammar import read_han
from qiao.engines.extract.problem import Reading

PIECES = [
    "代表团",
    "拜訪",
    "了",
    "与",
    "、",
    "，",
    "。",
    "（",
    "）",
    "“",
    "”",
    "\\n",
    "有限公司",
    "大学",
    "高新区",
    "总经理",
    "王明",
    "施泰纳",
    "·",
    "2024年",
    "6月3日",
    "至",
    "9日",
    "近",
    "200",
    "名",
    "超",
    "亿元",
    "签署",
    "备忘录",
    "在",
    "慕尼黑",
    "揭牌",
    "Sensitec",
    "GmbH",
    "的",
    "旗下",
    "由",
    "创办",
]
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_fact_quotes_its_source(text: str) -> None:
    for fact in read_han(Reading(text)):
        assert fact.start < fact.end
        assert fact.text == text[fact.start : fact.end]


@settings(max_examples=50, deadline=None)
@given(TEXTS, st.text(max_size=8))
def test_any_sender_will_do(text: str, home: str) -> None:
    read_han(Reading(text, home=home))


@given(st.text(alphabet="甲乙，。\n", max_size=200), st.integers(1, 50))
def test_blocks_cover_a_text_in_order(text: str, longest: int) -> None:
    spans = list(blocks(text, longest))
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(end - start <= longest for start, end in spans)


def test_a_long_text_is_read_in_blocks_with_the_same_places() -> None:
    paragraph = "代表团走访了星澜资本、海帆物流等企业，与瓦兰生物董事长林文章座谈。\n"
    text = paragraph * 400
    facts = read_han(Reading(text))
    assert all(fact.text == text[fact.start : fact.end] for fact in facts)
    assert sum(fact.text == "星澜资本" for fact in facts) == 400


@pytest.mark.parametrize("piece", ["瓦", "的", "(", "“", "张三、", "12月", "1", "和", "Abc ", "总经理", "赴瓦"])
def test_unbroken_runs_are_read_like_prose(piece: str) -> None:
    text = piece * (6000 // len(piece))
    assert all(fact.text == text[fact.start : fact.end] for fact in read_han(Reading(text)))
