from decimal import Decimal

import pytest

from qiao.engines.extract.han.numerals import bound_of, value_of
from qiao.engines.text.quantity import Bound


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("20", "20"),
        ("1,300", "1300"),
        ("1.5亿", "150000000"),
        ("3500万", "35000000"),
        ("二十", "20"),
        ("一百", "100"),
        ("两", "2"),
        ("十", "10"),
        ("百", "100"),
        ("亿", "100000000"),
        ("三千五百万", "35000000"),
        ("二〇二五", "2025"),
        ("一亿二千万", "120000000"),
    ],
)
def test_numbers_are_read_as_written(words: str, value: str) -> None:
    assert value_of(words) == Decimal(value)


@pytest.mark.parametrize("words", ["", "公司", "12x", "三家"])
def test_what_is_no_number_has_no_value(words: str) -> None:
    assert value_of(words) is None


@pytest.mark.parametrize(
    ("before", "inside", "after", "bound"),
    [
        ("", "余", "", Bound.OVER),
        ("近", "", "", Bound.NEARLY),
        ("不足", "", "", Bound.UNDER),
        ("至少", "", "", Bound.AT_LEAST),
        ("约", "", "", Bound.ABOUT),
        ("", "", "以上", Bound.AT_LEAST),
        ("约", "多", "", Bound.ABOUT),
        ("", "", "", Bound.EXACT),
    ],
)
def test_words_around_a_number_bound_it(before: str, inside: str, after: str, bound: Bound) -> None:
    assert bound_of(before, inside, after) is bound
