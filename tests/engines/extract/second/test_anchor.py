"""A quote stands where it says, or nearly, or nowhere."""

from __future__ import annotations

import pytest

from qiao.engines.extract.second.anchor import anchor
from qiao.engines.extract.second.slips import slips_between

TEXT = (
    "We met Ann Keller of Auental Werke on 12 May 2025.\n臨湖高新區與「奧恩塔爾」簽署了3項協議。\n"
    "Ann Keller met us again."
)


@pytest.mark.parametrize(
    ("quote", "before", "found"),
    [
        ("Ann Keller", "", (7, 17, 0)),
        ("Ann Keller", "。\n", (72, 82, 0)),
        ("临湖高新区与“奥恩塔尔”签署", "", (51, 65, 0)),
        ("ann keller  of Auental", "", (7, 28, 0)),
        ("Keller of Auentel Werke on", "", (11, 37, 1)),
    ],
)
def test_quotes_are_found_exact_then_folded_then_with_a_slip(
    quote: str, before: str, found: tuple[int, int, int]
) -> None:
    place = anchor(quote, TEXT, before=before)
    assert place is not None
    assert (place.start, place.end, place.slips) == found


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        ("Keller of Auental Werke on 13 May 2025", "another digit"),
        ("签署了4项协议", "another digit in Chinese"),
        ("Ann Kellar", "a slip in a short name"),
        ("nn Kelle", "words cut short"),
        ("2 May 2025", "a number cut short"),
        ("2025.\n臨湖", "two paragraphs"),
        ("Auental Werke met Ann Keller", "another order"),
        ("", "nothing"),
    ],
)
def test_a_quote_that_says_something_else_stands_nowhere(quote: str, why: str) -> None:
    assert anchor(quote, TEXT) is None, why


def test_only_what_was_shown_can_be_quoted() -> None:
    assert anchor("Ann Keller", TEXT, within=(20, 60)) is None


def test_slips_are_counted_up_to_the_most_one_wants_to_know() -> None:
    pairs = [("", ""), ("kitten", "sitting"), ("flaw", "lawn"), ("abc", "abcdefgh"), ("same", "same")]
    assert [slips_between(left, right, 3) for left, right in pairs] == [0, 3, 2, 4, 0]
