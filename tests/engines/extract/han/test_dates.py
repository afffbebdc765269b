from datetime import date

import pytest

from qiao.engines.extract.han.dates import dates, stamped


def norms(text: str, published: date | None = date(2024, 6, 10)) -> list[tuple[str, str]]:
    return [(text[mark.start : mark.end], mark.norm) for mark in dates(text, published)]


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("2025年3月4日会谈", "2025-03-04"),
        ("5月12日至18日出访", "2024-05-12/2024-05-18"),
        ("5月27日至6月2日", "2024-05-27/2024-06-02"),
        ("12月28日至1月3日", "2023-12-28/2024-01-03"),
        ("112年6月3日", "2023-06-03"),
        ("民国一一三年五月二日", "2024-05-02"),
        ("2025年三季度开工", "2025-07/2025-09"),
        ("2025年6月至2028年5月", "2025-06/2028-05"),
        ("成立于1978年", "1978"),
        ("12月15日接待", "2023-12-15"),
        ("拟于10月签署", "2024-10"),
        ("希望四月签署", "2025-04"),
        ("今(3)日指出", "2024-06-03"),
        ("4/15 东京", "2024-04-15"),
        ("10/12-10/15 波士顿", "2023-10-12/2023-10-15"),
    ],
)
def test_a_date_gets_the_year_that_its_page_gives(text: str, norm: str) -> None:
    assert [found for _, found in norms(text)] == [norm]


def test_a_day_alone_takes_the_month_before_it() -> None:
    assert norms("11月13日办会,15日转往波兰") == [("11月13日", "2023-11-13"), ("15日", "2023-11-15")]


def test_a_year_nobody_states_stays_open() -> None:
    assert norms("6月3日,代表团走访", None) == [("6月3日", "XXXX-06-03")]


def test_the_stamp_of_the_page_wins_over_the_day_of_reading() -> None:
    text = "发布时间:2023-06-13 10:55\n6月2日-9日,出访"
    assert stamped(text) == date(2023, 6, 13)
    assert [norm for _, norm in norms(text, date(2030, 1, 1))] == ["2023-06-13T10:55", "2023-06-02/2023-06-09"]


@pytest.mark.parametrize("text", ["13月40日", "3个月", "第12号", "2月30日", "1:2"])
def test_days_that_do_not_exist_are_no_dates(text: str) -> None:
    assert norms(text) == []
