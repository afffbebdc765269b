"""Numbers of English, French and German text."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qiao.engines.text.latin_bounds import bound_after, bound_before
from qiao.engines.text.latin_number_words import NUMBER_WORDS
from qiao.engines.text.latin_numbers import combine, find_numbers, parse_digits
from qiao.engines.text.quantity import Bound


def read(text: str, language: str) -> list[tuple[str, Decimal]]:
    return [(text[n.start : n.end], n.value) for n in find_numbers(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "1,200 visitors", [("1,200", 1200)]),
        ("en", "some 12.5 million", [("12.5 million", 12_500_000)]),
        ("en", "$1.4bn and €3m", [("1.4bn", 1_400_000_000), ("3m", 3_000_000)]),
        ("en", "one hundred and twenty guests", [("one hundred and twenty", 120)]),
        ("en", "a dozen firms", [("a dozen", 12)]),
        ("en", "two dozen firms", [("two dozen", 24)]),
        ("en", "one of them", []),
        ("en", "Rs 60 crore", [("60 crore", 600_000_000)]),
        ("fr", "1\u00a0100 emplois", [("1\u00a0100", 1100)]),
        ("fr", "42,5 millions", [("42,5 millions", 42_500_000)]),
        ("fr", "480'000 francs", [("480'000", 480_000)]),
        ("fr", "une vingtaine d'entreprises", [("une vingtaine", 20)]),
        ("fr", "deux cents personnes", [("deux cents", 200)]),
        ("fr", "quatre-vingt-douze", [("quatre-vingt-douze", 92)]),
        ("de", "1.100 Menschen", [("1.100", 1100)]),
        ("de", "1,2 Mio. Euro", [("1,2 Mio.", 1_200_000)]),
        ("de", "dreiundzwanzig Gäste", [("dreiundzwanzig", 23)]),
        ("de", "zweihundertfünfzig Gäste", [("zweihundertfünfzig", 250)]),
        ("de", "ein Dutzend Firmen", [("ein Dutzend", 12)]),
    ],
)
def test_numbers_are_read_with_the_habits_of_their_language(language, text, expected):
    assert read(text, language) == [(words, Decimal(value)) for words, value in expected]


def test_the_same_digits_differ_by_language():
    assert parse_digits("1.100", "en") == Decimal("1.1")
    assert parse_digits("1.100", "de") == Decimal(1100)


@pytest.mark.parametrize(
    ("language", "before", "bound"),
    [
        ("en", "more than ", Bound.OVER),
        ("en", "at least ", Bound.AT_LEAST),
        ("en", "fewer than ", Bound.UNDER),
        ("en", "nearly ", Bound.NEARLY),
        ("en", "some ", Bound.ABOUT),
        ("fr", "plus de ", Bound.OVER),
        ("fr", "au moins ", Bound.AT_LEAST),
        ("fr", "moins de ", Bound.UNDER),
        ("fr", "près de ", Bound.NEARLY),
        ("fr", "environ ", Bound.ABOUT),
        ("de", "gut ", Bound.OVER),
        ("de", "mindestens ", Bound.AT_LEAST),
        ("de", "weniger als ", Bound.UNDER),
        ("de", "knapp ", Bound.NEARLY),
        ("de", "rund ", Bound.ABOUT),
    ],
)
def test_the_word_before_a_number_bounds_it(language, before, bound):
    assert bound_before(before + "30", len(before), language) == (bound, 0)


def test_the_mark_behind_a_number_bounds_it():
    assert bound_after("200+ guests", 3, "en") == (Bound.OVER, 4)
    assert bound_after("200 guests", 3, "en") is None


@given(st.integers(min_value=2, max_value=999))
def test_every_german_compound_is_in_the_table(value):
    assert value in NUMBER_WORDS["de"].values()


@pytest.mark.parametrize(("parts", "value"), [([2, 100, 50], 250), ([3, 1000, 4], 3004), ([100], 100), ([], 0)])
def test_number_words_combine(parts, value):
    assert combine(parts) == Decimal(value)


@given(st.text(), st.sampled_from(["en", "fr", "de"]))
def test_no_text_breaks_the_reader_of_numbers(text, language):
    found = find_numbers(text, language)
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
