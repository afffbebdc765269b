"""Judge what stands behind a span that was found: values, roles and employers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from benchmarks.extract.spans import fold, is_same, touches
from benchmarks.extract.tally import Share
from qiao.engines.extract import Fact, FactType

VALUED = (FactType.DATE, FactType.COUNT, FactType.AMOUNT)


def judge_values(pairs: Iterable[tuple[Fact, Fact]]) -> Share:
    """Share of (given, expected) pairs of dates, counts or amounts that state the same value."""
    verdicts = [_same_value(given, expected) for given, expected in pairs]
    return Share(sum(verdicts), len(verdicts))


def judge_persons(pairs: Iterable[tuple[Fact, Fact]], field: str, norms: Mapping[str, str]) -> Share:
    """Share of persons whose `field` (role or org), where one is expected, is the same, touches it or is its alias."""
    right = judged = 0
    for given, expected in pairs:
        wanted = getattr(expected.attrs, field)
        if wanted:
            judged += 1
            right += _same_words(getattr(given.attrs, field), wanted, norms)
    return Share(right, judged)


def _same_words(given: str, wanted: str, norms: Mapping[str, str]) -> bool:
    if not fold(given):
        return False
    left, right = fold(given), fold(wanted)
    return is_same(given, wanted) or touches(given, wanted) or norms.get(left, left) == norms.get(right, right)


def _same_value(given: Fact, expected: Fact) -> bool:
    if expected.type is FactType.DATE:
        return _same_date(given.norm, expected.norm, year_is_open=expected.attrs.year == "inferred")
    if expected.type is FactType.COUNT:
        return given.attrs.count == expected.attrs.count
    return given.attrs.amount == expected.attrs.amount and given.attrs.currency == expected.attrs.currency


def _same_date(given: str, expected: str, *, year_is_open: bool) -> bool:
    if ("T" in given) != ("T" in expected):
        given, expected = given.split("T")[0], expected.split("T")[0]
    if year_is_open and "XXXX" in given:  # only the page around the text told the year
        given, expected = (re.sub(r"XXXX|\d{4}", "XXXX", norm) for norm in (given, expected))
    return given == expected
