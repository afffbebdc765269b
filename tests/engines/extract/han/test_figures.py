import pytest

from qiao.engines.extract.han.amounts import amounts, home_currency
from qiao.engines.extract.han.counts import counts


@pytest.mark.parametrize(
    ("text", "quote", "norm"),
    [
        ("总投资超亿元的项目", "超亿元", ">100000000 CNY"),
        ("总投资约1.2亿元。", "约1.2亿元", "~120000000 CNY"),
        ("金额3500万欧元", "3500万欧元", "35000000 EUR"),
        ("总额逾新台币12亿元", "逾新台币12亿元", ">1200000000 TWD"),
        ("不少于20万美元", "不少于20万美元", ">=200000 USD"),
        ("不超过800万元", "不超过800万元", "<8000000 CNY"),
        ("约2,300亿韩元", "约2,300亿韩元", "~230000000000 KRW"),
        ("投资30亿日元", "30亿日元", "3000000000 JPY"),
        ("1.2亿林吉特", "1.2亿林吉特", "120000000 MYR"),
    ],
)
def test_sums_keep_bound_and_currency(text: str, quote: str, norm: str) -> None:
    assert [(text[m.start : m.end], m.norm) for m in amounts(text, [])] == [(quote, norm)]


def test_yuan_is_the_money_of_the_paper() -> None:
    assert home_currency("新台币3亿元,经济部") == "TWD"
    assert home_currency("三百亿港元,财政司司长") == "HKD"
    assert home_currency("高新区党工委,总投资3亿元") == "CNY"


@pytest.mark.parametrize(
    ("text", "quote", "norm"),
    [
        ("创业项目20余个", "20余个", ">20"),
        ("欧洲企业210多家", "210多家", ">210"),
        ("近200名企业家", "近200名", "~<200"),
        ("二十余人赴法国", "二十余人", ">20"),
        ("不到50家厂商", "不到50家", "<50"),
        ("至少10位工程师", "至少10位", ">=10"),
        ("约30家企业", "约30家", "~30"),
        ("供货合同2份,", "2份", "2"),
        ("百余名嘉宾", "百余名", ">100"),
        ("为期7天的", "7天", "7"),
    ],
)
def test_counts_keep_their_bound(text: str, quote: str, norm: str) -> None:
    assert [(text[m.start : m.end], m.norm) for m in counts(text, [])] == [(quote, norm)]


@pytest.mark.parametrize("text", ["第一届论坛", "一家公司", "一批项目", "第3次来访", "首个项目", "三国演义"])
def test_ordinals_and_indefinite_words_count_nothing(text: str) -> None:
    assert counts(text, []) == []
