"""Quantities with bounds: the algebra of their sums, and how they are normalised."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qiao.engines.text.quantity import Bound, Quantity, UnitsDiffer, bounded, plain, total

numbers = st.integers(1, 10**12)
quantities = st.builds(bounded, numbers, st.sampled_from(Bound))
sums = st.lists(quantities, min_size=2, max_size=5).map(lambda parts: sum(parts[1:], start=parts[0]))


def ends(quantity: Quantity) -> tuple[object, ...]:
    return (
        quantity.low or Decimal(0),
        quantity.high,
        quantity.low_open,
        quantity.high_open,
        quantity.approx,
        quantity.currency,
    )


@given(quantities, quantities)
def test_sums_do_not_depend_on_order(one: Quantity, other: Quantity) -> None:
    assert ends(one + other) == ends(other + one)


@given(sums, quantities, sums)
def test_sums_do_not_depend_on_grouping(one: Quantity, other: Quantity, third: Quantity) -> None:
    assert ends((one + other) + third) == ends(one + (other + third))


@given(quantities, quantities)
def test_an_open_end_stays_open_and_approximation_spreads(one: Quantity, other: Quantity) -> None:
    both = one + other

    assert (both.high is None) == (one.high is None or other.high is None)
    assert both.approx == (one.approx or other.approx)
    assert both.low_open == (one.low_open or other.low_open)
    assert both.is_exact == (one.is_exact and other.is_exact)


@given(quantities, quantities, st.data())
def test_a_sum_holds_the_sum_of_any_two_numbers_within(one: Quantity, other: Quantity, data: st.DataObject) -> None:
    first, second = (data.draw(st.sampled_from(sample(part))) for part in (one, other))

    assert holds(one + other, first + second)


def sample(quantity: Quantity) -> list[Decimal]:
    """Some numbers that a quantity allows."""
    low = quantity.low if quantity.low is not None else Decimal(0)
    high = quantity.high if quantity.high is not None else low + 1000
    return [n for n in (low, low + Decimal("0.5"), (low + high) / 2, high) if holds(quantity, n)]


def holds(quantity: Quantity, number: Decimal) -> bool:
    low, high = quantity.low, quantity.high
    above = low is None or (number > low if quantity.low_open else number >= low)
    below = high is None or (number < high if quantity.high_open else number <= high)
    return above and below


@given(numbers, st.sampled_from(Bound))
def test_a_stated_number_keeps_its_bound_and_itself(number: int, bound: Bound) -> None:
    quantity = bounded(number, bound)

    assert (quantity.bound, quantity.stated, quantity.is_exact) == (bound, number, bound is Bound.EXACT)


@pytest.mark.parametrize(
    ("bound", "norm"),
    [
        (Bound.EXACT, "20"),
        (Bound.OVER, ">20"),
        (Bound.AT_LEAST, ">=20"),
        (Bound.UNDER, "<20"),
        (Bound.NEARLY, "~<20"),
        (Bound.ABOUT, "~20"),
    ],
)
def test_norm_of_each_bound(bound: Bound, norm: str) -> None:
    assert bounded(20, bound).norm == norm
    assert bounded(20, bound, currency="CNY").norm == f"{norm} CNY"


def test_ends_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="Expected low end <= high end; found 3 > 2"):
        Quantity(Decimal(3), Decimal(2))


def test_currencies_are_never_added() -> None:
    euros, yuan = bounded(5, Bound.OVER, currency="EUR"), bounded(7, Bound.EXACT, currency="CNY")

    with pytest.raises(UnitsDiffer):
        euros + yuan
    assert {currency: one.norm for currency, one in total([euros, yuan, euros]).items()} == {
        "EUR": ">10 EUR",
        "CNY": "7 CNY",
    }


def test_totals_do_not_depend_on_order() -> None:
    parts = [bounded(20, Bound.OVER), bounded(200, Bound.NEARLY), bounded(7, Bound.EXACT), bounded(30, Bound.ABOUT)]

    assert len({ends(total(order)[""]) for order in permutations(parts)}) == 1
    assert total([]) == {}


@pytest.mark.parametrize(
    ("number", "text"), [("1E+3", "1000"), ("7.500", "7.5"), ("100", "100"), ("0", "0"), ("0.0", "0")]
)
def test_plain_has_no_exponent_and_no_idle_zeros(number: str, text: str) -> None:
    assert plain(Decimal(number)) == text
