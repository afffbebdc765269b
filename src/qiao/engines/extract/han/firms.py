"""Names without a head noun: known firms, runs of letters, and unknown characters before a trade."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qiao.engines.extract.han.lexicon import closed
from qiao.engines.extract.han.page import HARD, Page

LONGEST_UNKNOWN = 5  # characters of a name that nothing knows
_NOT_FIRMS = closed("organisations_not_firms")


_MEASURING = frozenset("大小高低新旧多少一二三四五六七八九十上下左右内外前后全各类型级度性率力化者界区市县省")


WEAK_VERBS = frozenset("设办聘谈收称指说问派请叫签邀获见购")


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation's name: [start, end) of the view, its kind, and whether its form alone proves it."""

    start: int
    end: int
    kind: str
    sure: bool


def loose_names(page: Page, first: int, end: int) -> list[Named]:
    """Known firms, runs of letters, and unknown characters before a trade."""
    found: list[Named] = []
    index = first
    while index < end:
        named, index = _loose_name(page, index, end)
        if named is not None:
            found.append(named)
    return found


def _loose_name(page: Page, index: int, end: int) -> tuple[Named | None, int]:
    """The name that starts at a token, if any, and the token to go on from."""
    token = page.tokens[index]
    if token.has("firm") and not _follows_unknown(page, index) and not _runs_into_unknown(page, index):
        last = _with_trades(page, index, end)
        kind = "university" if token.word.endswith(("大学", "学院", "工大")) else "company"
        return Named(token.start, page.tokens[last].end, kind, True), last + 1
    if token.has("latin"):
        named = Named(token.start, token.end, "", False) if _is_firm_word(token.word) else None
        return named, index + 1
    closing = _trade_end(page, index, end)
    if closing is None:
        return None, index + 1
    return Named(token.start, page.tokens[closing].end, "company", False), closing + 1


def _follows_unknown(page: Page, index: int) -> bool:
    """奥根|诺华: a known firm behind unknown characters is the tail of another name."""
    before = page.token(index - 1)
    return before is not None and before.has("char") and before.end == page.tokens[index].start


def _runs_into_unknown(page: Page, index: int) -> bool:
    """林德|斯通: a known firm before unknown characters is the head of another name."""
    following = page.token(index + 1)
    return following is not None and following.has("char") and following.start == page.tokens[index].end


def _with_trades(page: Page, index: int, end: int) -> int:
    """华为|技术: trades directly behind a firm, up to the end of the run."""
    last = index
    while last + 1 < end and page.tokens[last + 1].has("trade"):
        last += 1
    return last if last == end - 1 else index


def _is_firm_word(word: str) -> bool:
    word = word.rstrip(". ")
    if word in _NOT_FIRMS or word.upper() in _NOT_FIRMS or len(word) < 3:
        return False
    if re.fullmatch(r"[A-Z]{1,2}-?\d+[A-Z]?|\d+[A-Za-z]{1,2}", word):
        return False
    return word[0].isupper() or any(char.isupper() for char in word) or word[0].isdigit()


def _trade_end(page: Page, index: int, end: int) -> int | None:
    """Index of the trade that closes a name of at least two unknown characters which starts here."""
    if index and page.tokens[index - 1].has("char") and page.tokens[index - 1].end == page.tokens[index].start:
        return None
    if page.tokens[index].word in WEAK_VERBS:
        return None
    at, unknown, last_at = index, 0, min(end, index + LONGEST_UNKNOWN + 1)
    while at < last_at and (
        page.tokens[at].has("char")
        or (page.tokens[at].word not in HARD and len(page.tokens[at].word) == 1)
        or (page.tokens[at].word == "和" and at == index + 1)
    ):
        unknown += page.tokens[at].has("char") or page.tokens[at].word not in _MEASURING
        at += 1
    if at - index < 2 or unknown < 1 or at - index > LONGEST_UNKNOWN:
        return None
    last = at
    while last < end and page.tokens[last].has("trade", "topic"):
        last += 1
    if last == at or last != end or not page.tokens[last - 1].has("trade"):
        return None
    return last - 1
