"""Quantities, days, months, places and lists of names in the five catalogues."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qiao.engines.text.quantity import Bound, Quantity, bounded
from qiao.kit import show

LANGUAGES = ("zh-hans", "zh-hant", "en", "fr", "de")
quantities = st.builds(
    bounded,
    st.integers(1, 10**12),
    st.sampled_from(Bound),
    currency=st.sampled_from(("", "CNY", "EUR")),
)
same_currency = st.sampled_from(("", "CNY")).flatmap(
    lambda currency: st.lists(
        st.builds(bounded, st.integers(1, 10**9), st.sampled_from(Bound), currency=st.just(currency)),
        min_size=1,
        max_size=4,
    )
)


def digits(text: str) -> str:
    return "".join(char for char in text if char.isdecimal())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [show.quantity, show.quantity_mark])
def test_each_bound_prints_as_itself(language: str, kind: object) -> None:
    printed = {bound: kind(bounded(20, bound), language) for bound in Bound}  # type: ignore[operator]  # two functions

    assert len(set(printed.values())) == len(Bound)
    assert printed[Bound.EXACT] == "20"


@given(same_currency, st.sampled_from(LANGUAGES))
def test_a_sum_prints_as_exact_only_when_it_is(parts: list[Quantity], language: str) -> None:
    whole = sum(parts[1:], start=parts[0])
    exact = show.quantity(Quantity(whole.stated, whole.stated, currency=whole.currency), language)

    assert (show.quantity(whole, language) == exact) == whole.is_exact
    assert (show.quantity_mark(whole, language) == exact) == whole.is_exact


@given(same_currency, same_currency, st.sampled_from(LANGUAGES))
def test_different_quantities_print_differently(one: list[Quantity], other: list[Quantity], language: str) -> None:
    first, second = sum(one[1:], start=one[0]), sum(other[1:], start=other[0])

    def told(value: Quantity) -> tuple[object, ...]:
        """What a reader may know: an upper bound says nothing of the low end, nor of its being open."""
        is_upper = not value.low and value.high is not None and (value.high_open or value.approx)
        low_end = None if is_upper else (value.low, value.low_open)
        high_end = (value.high, value.high_open and not (is_upper and value.approx))
        return low_end, high_end, value.approx, value.currency

    same = show.quantity(first, language) == show.quantity(second, language)
    assert same == (told(first) == told(second))


@given(st.integers(1, 10**15), st.sampled_from(LANGUAGES))
def test_money_is_never_rounded(number: int, language: str) -> None:
    printed = digits(show.quantity(bounded(number, Bound.EXACT, currency="EUR"), language))

    assert str(number).startswith(printed.rstrip("0"))
    assert str(number).rstrip("0") == printed.rstrip("0")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-hans", "超1亿元"),
        ("zh-hant", "超1億元"),
        ("en", "over CNY\u00a0100\u00a0million"),
        ("fr", "plus de 100\u00a0millions\u00a0CNY"),
        ("de", "über 100\u00a0Mio.\u00a0CNY"),
    ],
)
def test_money_with_its_bound(language: str, words: str) -> None:
    assert show.quantity(bounded(10**8, Bound.OVER, currency="CNY"), language) == words


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (bounded(20, Bound.NEARLY) + bounded(30, Bound.NEARLY), "nearly 50"),
        (bounded(20, Bound.UNDER) + bounded(30, Bound.EXACT), "30 to under 50"),
        (bounded(20, Bound.OVER) + bounded(30, Bound.ABOUT), "over about 50"),
        (bounded(20, Bound.AT_LEAST) + bounded(30, Bound.NEARLY), "at least about 20"),
        (bounded(20, Bound.NEARLY) + bounded(30, Bound.EXACT), "about 30 to 50"),
        (Quantity(Decimal(0), Decimal(50)), "0 to 50"),
        (Quantity(Decimal(20), Decimal(50), low_open=True), "over 20 to 50"),
        (Quantity(None, None), "—"),
        (bounded(Decimal("1234567.5"), Bound.EXACT, currency="EUR"), "EUR\u00a01,234,567.5"),
        (bounded(Decimal("2500000"), Bound.ABOUT, currency="EUR"), "about EUR\u00a02.5\u00a0million"),
    ],
)
def test_sums_and_ranges_in_words(quantity: Quantity, words: str) -> None:
    assert show.quantity(quantity, "en") == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-hans", "2025年6月2日至9日"),
        ("zh-hant", "2025年6月2日至9日"),
        ("en", "2–9 Jun 2025"),
        ("fr", "2–9 juin 2025"),
        ("de", "2.–9. Juni 2025"),
    ],
)
def test_a_span_of_days(language: str, words: str) -> None:
    assert show.span(date(2025, 6, 2), date(2025, 6, 9), "day", language) == words


def test_a_span_keeps_its_precision() -> None:
    assert show.span(date(2025, 6, 1), date(2025, 6, 30), "month", "en") == "June 2025"
    assert show.span(date(2025, 1, 1), date(2025, 12, 31), "year", "en") == "2025"
    assert show.span(date(2025, 6, 1), date(2025, 6, 1), "day", "en") == "1 June 2025"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-hans", "里昂和慕尼黑，2025年6月"),
        ("en", "里昂 and 慕尼黑, June 2025"),
        ("fr", "里昂 et 慕尼黑, juin 2025"),
        ("de", "里昂 und 慕尼黑, Juni 2025"),
    ],
)
def test_a_journey(language: str, words: str) -> None:
    assert show.journey(["里昂", "慕尼黑"], date(2025, 6, 2), date(2025, 6, 30), language) == words


@pytest.mark.parametrize(
    ("name", "language", "shown"),
    [
        ("里昂", "de", "Lyon"),
        ("里昂", "zh-hans", "里昂"),
        ("里昂", "zh-hant", "里昂"),
        ("München", "zh-hans", "慕尼黑"),
        ("Munich", "zh-hans", "慕尼黑"),
        ("慕尼黑", "en", "Munich"),
        ("慕尼黑", "de", "München"),
        ("布拉格", "fr", "Prague"),
        ("布拉格", "de", "Prag"),
        ("Munich", "zh-hant", "慕尼黑"),
        ("Wien", "zh-hant", "維也納"),
        ("Munich", "en", "Munich"),
        ("Nowhere at all", "zh-hans", "Nowhere at all"),
        ("无名之地", "en", "无名之地"),
    ],
)
def test_a_place_in_the_script_of_the_reader(name: str, language: str, shown: str) -> None:
    assert show.place(name, language) == shown


def test_days_of_a_calendar() -> None:
    friday = date(2023, 6, 2)

    assert [show.weekday(friday, language) for language in LANGUAGES] == ["周五", "週五", "Fri", "ven.", "Fr"]
    assert [show.day_of_month(friday, language) for language in LANGUAGES] == ["2日", "2日", "2", "2", "2"]
    assert show.day_of_month(date(2023, 6, 1), "de", with_month=True) == "1. Juni"
