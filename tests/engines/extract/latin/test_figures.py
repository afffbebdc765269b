"""Sums of money and counted things."""

from decimal import Decimal

import pytest

from qiao.engines.extract.latin.counts import find_counts
from qiao.engines.extract.latin.money import find_amounts
from qiao.engines.text.latin_numbers import find_numbers
from qiao.engines.text.quantity import Bound


@pytest.mark.parametrize(
    ("language", "text", "span", "value", "currency", "bound"),
    [
        ("en", "at least EUR 12.5 million of works", "at least EUR 12.5 million", 12_500_000, "EUR", Bound.AT_LEAST),
        ("en", "over 90 million pounds.", "over 90 million pounds", 90_000_000, "GBP", Bound.OVER),
        ("en", "USD 3 million", "USD 3 million", 3_000_000, "USD", Bound.EXACT),
        ("en", "about £5.5m", "about £5.5m", 5_500_000, "GBP", Bound.ABOUT),
        ("en", "a A$2.4 MILLION yes", "A$2.4 MILLION", 2_400_000, "AUD", Bound.EXACT),
        ("fr", "près de 8 millions d'euros", "près de 8 millions d'euros", 8_000_000, "EUR", Bound.NEARLY),
        ("fr", "environ 2,4 M€", "environ 2,4 M€", 2_400_000, "EUR", Bound.ABOUT),
        ("fr", "2,3 millions de dollars canadiens", "2,3 millions de dollars canadiens", 2_300_000, "CAD", Bound.EXACT),
        ("de", "rund 1,5 Mrd. CHF", "rund 1,5 Mrd. CHF", 1_500_000_000, "CHF", Bound.ABOUT),
        ("de", "41.870 €", "41.870 €", 41_870, "EUR", Bound.EXACT),
        ("de", "1,4 Mrd. US-Dollar", "1,4 Mrd. US-Dollar", 1_400_000_000, "USD", Bound.EXACT),
    ],
)
def test_sums_carry_bound_and_currency(language, text, span, value, currency, bound):
    (amount,) = find_amounts(text, language, find_numbers(text, language))
    quantity = amount.quantity
    assert text[amount.start : amount.end] == span
    assert (quantity.stated, quantity.currency, quantity.bound) == (Decimal(value), currency, bound)


@pytest.mark.parametrize(
    ("language", "text", "span", "value", "unit", "bound"),
    [
        ("en", "A twenty-person delegation", "twenty-person", 20, "person", Bound.EXACT),
        ("en", "some 30 business leaders landed", "some 30 business leaders", 30, "business leaders", Bound.ABOUT),
        ("en", "two letters of intent", "two letters of intent", 2, "letters of intent", Bound.EXACT),
        ("en", "a five-day trip", "five-day", 5, "day", Bound.EXACT),
        ("en", "12,000 sq ft", "12,000 sq ft", 12_000, "sq ft", Bound.EXACT),
        ("fr", "une vingtaine d'entreprises, dont", "une vingtaine d'entreprises", 20, "entreprises", Bound.ABOUT),
        ("fr", "plus de 80 dirigeants", "plus de 80 dirigeants", 80, "dirigeants", Bound.OVER),
        ("de", "Eine 30-köpfige Delegation", "30-köpfige", 30, "Personen", Bound.EXACT),
        ("de", "über 20 Start-ups.", "über 20 Start-ups", 20, "Start-ups", Bound.OVER),
        ("de", "fast 1.100 Menschen", "fast 1.100 Menschen", 1100, "Menschen", Bound.NEARLY),
    ],
)
def test_counts_carry_bound_and_noun(language, text, span, value, unit, bound):
    (count,) = find_counts(text, language, find_numbers(text, language), [])
    assert text[count.start : count.end] == span
    assert (count.quantity.stated, count.unit, count.quantity.bound) == (Decimal(value), unit, bound)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The two sides met"),
        ("en", "in 2009 the firm"),
        ("en", "up 7 per cent"),
        ("fr", "les deux parties espèrent"),
        ("de", "um 9 Uhr"),
        ("de", "die beiden Firmen"),
    ],
)
def test_what_counts_nothing_is_left_out(language, text):
    assert find_counts(text, language, find_numbers(text, language), []) == []


def test_numbers_of_dates_and_sums_are_not_counted_again():
    text = "3 June 2024"
    assert find_counts(text, "en", find_numbers(text, "en"), [(0, len(text))]) == []
