"""Find a quote in the text it is said to come from: letter for letter, else folded, else with a slip or two."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from qiao.engines.extract.second.slips import slips_between
from qiao.engines.text.view import SearchView, view

CHARACTERS_PER_SLIP = 12
_NUMERALS = "〇一二三四五六七八九十百千万萬亿億两兩"


@dataclass(frozen=True, slots=True)
class Anchored:
    """A place in the text, [start, end). `slips` counts the characters in which the quote differs from it."""

    start: int
    end: int
    slips: int = 0


def anchor(quote: str, text: str, *, before: str = "", within: tuple[int, int] | None = None) -> Anchored | None:
    """Where the quote stands, or None. A quote over several paragraphs stands nowhere.

    before   up to twelve characters in front of the quote, to choose among several places.
    within   the stretch of the text that the second reader was shown.
    """
    quote = quote.strip()
    start, end = within or (0, len(text))
    if not quote or "\n" in quote:
        return None
    if (found := _exact(quote, before, text, start, end)) is not None:
        return Anchored(found, found + len(quote))
    return _folded(quote, text, start, end) or _near(quote, text, start, end)


def _exact(quote: str, before: str, text: str, start: int, end: int) -> int | None:
    if before:
        at = text.find(before + quote, start, end)
        if at >= 0 and not _cuts_a_word(text, at + len(before), at + len(before + quote)):
            return at + len(before)
    at = text.find(quote, start, end)
    while at >= 0 and _cuts_a_word(text, at, at + len(quote)):
        at = text.find(quote, at + 1, end)
    return at if at >= 0 else None


def _cuts_a_word(text: str, start: int, end: int) -> bool:
    """ "met" is not quoted from "metal", nor "12" from "2012"; Chinese writes its words without spaces."""
    return _joins(text, start) or _joins(text, end)


def _joins(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    if left.isdigit() and right.isdigit():
        return True
    return left.isalpha() and right.isalpha() and left < "\u2e80" and right < "\u2e80"


def _folded(quote: str, text: str, start: int, end: int) -> Anchored | None:
    seen = view(text[start:end])
    wanted = _lower(view(quote))
    haystack = _lower(seen)
    at = haystack.find(wanted) if wanted else -1
    while at >= 0:
        left, right = seen.span(at, at + len(wanted))
        if not _cuts_a_word(text, start + left, start + right) and "\n" not in text[start + left : start + right]:
            return Anchored(start + left, start + right)
        at = haystack.find(wanted, at + 1)
    return None


def _near(quote: str, text: str, start: int, end: int) -> Anchored | None:
    """The stretch with the fewest slips, one for each twelve characters at most; never across digits.

    A slip in a number is another number, so the digits of quote and text must be the same.
    """
    allowed = len(quote) // CHARACTERS_PER_SLIP
    if not allowed:
        return None
    best: Anchored | None = None
    digits = _digits(quote)
    for at in range(start, end):
        if text[at] != quote[0] or _joins(text, at):
            continue
        for length in range(len(quote) - allowed, len(quote) + allowed + 1):
            stop = at + length
            if stop > end or text[stop - 1] != quote[-1] or _joins(text, stop):
                continue
            stretch = text[at:stop]
            if "\n" in stretch or _digits(stretch) != digits:
                continue
            slips = slips_between(quote, stretch, allowed)
            if slips <= allowed and (best is None or slips < best.slips):
                best = Anchored(at, stop, slips)
    return best


def _lower(seen: SearchView) -> str:
    folded = seen.text.casefold()
    return folded if len(folded) == len(seen.text) else seen.text


def _digits(text: str) -> str:
    return "".join(char for char in text if unicodedata.category(char) in ("Nd", "No", "Nl") or char in _NUMERALS)
