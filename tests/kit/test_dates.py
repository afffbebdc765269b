from __future__ import annotations

from datetime import date

import pytest

from qiao.kit.dates import span_of


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2023-06-03", (date(2023, 6, 3), date(2023, 6, 3), "day")),
        ("2023-06-03T10:55", (date(2023, 6, 3), date(2023, 6, 3), "day")),
        ("2023-06-02/2023-06-09", (date(2023, 6, 2), date(2023, 6, 9), "day")),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29), "month")),
        ("2023", (date(2023, 1, 1), date(2023, 12, 31), "year")),
        ("2023-05/2023-06", (date(2023, 5, 1), date(2023, 6, 30), "month")),
    ],
)
def test_days_and_spans(text: str, span: tuple[date, date, str]) -> None:
    assert span_of(text) == span


@pytest.mark.parametrize("text", ["", "XXXX-06-03", "2023-02-30", "2023-13", "0000", "2023-06-09/2023-06-02", "soon"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert span_of(text) is None
