"""How far an English post reaches: "president and CEO", "head of inward investment"."""

from __future__ import annotations

from qiao.engines.extract.latin.gazetteer import known_place
from qiao.engines.extract.latin.joints_topics import is_topic
from qiao.engines.extract.latin.page import Page, Sentence, Token
from qiao.engines.extract.latin.role_tails import STOP_LOW, more_heads
from qiao.engines.extract.latin.vocabulary import (
    head_kind,
    is_role_head,
)

_EN_TOPICS = frozenset(
    "commerce trade industry economy economic development innovation technology science "
    "research energy agriculture finance "
    "foreign affairs international business investment state operations sales marketing "
    "strategy education tourism labor "
    "recruitment acquisition talent programmes programs admissions engagement place security procurement "
    "labour forestry fisheries administration resources services consumer interior justice "
    "planning mobility mining natural human "
    "transport transportation infrastructure engineering partnerships relations growth "
    "public external communications "
    "health environment exports export inward global digital".split()
)


def english_tail(page: Page, sentence: Sentence, last: int, taken: frozenset[int]) -> int:
    """The token behind a post whose head ends at `last`: more heads, then "of" or "for" and what the post is about."""
    tokens = page.tokens
    if tokens[last - 1].lower == "chief":
        officer = (i for i in range(last, min(last + 4, sentence.last)) if tokens[i].lower == "officer")
        last = next(officer, last - 1) + 1
    last = more_heads(page, sentence, last, taken)
    if last + 1 >= sentence.last:
        return last
    if tokens[last].lower in ("to", "in") and tokens[last - 1].lower in ("ambassador", "consul", "envoy"):
        return last + 2 if known_place(tokens[last + 1].text) is not None else last
    if tokens[last].lower not in ("of", "for") or tokens[last + 1].lower == "the":
        return last
    wide = _capital_topic(page, sentence, last, taken)
    return wide or _signed_topic(page, sentence, last, taken) or _topic(page, sentence, last, taken)


def _topic(page: Page, sentence: Sentence, last: int, taken: frozenset[int]) -> int:
    """Where the topic behind "of" ends: low words and known topics, no small word at its end."""
    tokens, position = page.tokens, last + 1
    while position < sentence.last and position not in taken and position - last < 7:
        token = tokens[position]
        low = token.is_word and not token.is_capital and token.lower not in STOP_LOW
        joins = token.lower in ("and", "&") and _goes_on_topic(tokens, position, sentence.last, taken)
        if not low and token.lower not in _EN_TOPICS and not joins:
            break
        position += 1
    while position > last + 1 and tokens[position - 1].lower in _SMALL:
        position -= 1
    return position if position > last + 1 else last


_SMALL = frozenset("for of the and to its our their".split())


def _signed_topic(page: Page, sentence: Sentence, last: int, taken: frozenset[int]) -> int:
    """As in "Head of Investor Care" at the foot of a letter: one to three capitals up to a mark, no body among them."""
    tokens = page.tokens
    if tokens[last - 1].text not in ("Head", "VP", "Director", "Manager") or tokens[last].lower != "of":
        return 0
    stop = last + 1
    while stop < sentence.last and tokens[stop].is_capital and stop - last <= 3 and stop not in taken:
        if head_kind(tokens[stop].lower, "en") or known_place(tokens[stop].text) is not None:
            return 0
        stop += 1
    closes = stop >= sentence.last or not tokens[stop].is_word
    return stop if closes and stop > last + 1 else 0


def _capital_topic(page: Page, sentence: Sentence, last: int, taken: frozenset[int]) -> int:
    """As in "Vice President for Global Manufacturing and Supply Chain at X": a field in capitals, no body's name."""
    tokens, stop = page.tokens, last + 1
    while stop < sentence.last and stop - last <= 7 and stop not in taken:
        word = tokens[stop]
        joins = word.lower in ("and", "&", ",") and stop + 1 < sentence.last and tokens[stop + 1].is_capital
        fits = word.is_capital and (is_topic(word.lower, "en") or word.lower in _FIELD_WORDS)
        if not (fits or (joins and stop > last + 1 and word.lower != ",")):
            break
        stop += 1
    closes = stop >= sentence.last or tokens[stop].text in ",;)–—(" or tokens[stop].lower in ("at", "of", "for", "from")
    heads = any(head_kind(token.lower, "en") not in ("", "company") for token in tokens[last + 1 : stop])
    return stop if closes and stop > last + 2 and not heads else 0


_FIELD_WORDS = frozenset("global supply chain human inward corporate public external sales talent operations".split())


def _goes_on_topic(tokens: tuple[Token, ...], position: int, end: int, taken: frozenset[int]) -> bool:
    after = position + 1
    if after >= end or after in taken:
        return False
    word = tokens[after].lower
    capital_before = tokens[position - 1].is_capital
    return word in _EN_TOPICS and tokens[after].is_capital == capital_before and not is_role_head(word, "en")


def field_first(page: Page, sentence: Sentence, first: int, floor: int, taken: frozenset[int]) -> int:
    """Where the field in front of a post begins: "Skills and Talent Lead", "investment promotion director"."""
    tokens, capital = page.tokens, page.tokens[first].is_capital
    start = first
    while start > floor and start - 1 not in taken:
        word = tokens[start - 1]
        joins = word.lower in ("and", "&") and start - 2 >= floor and _is_field(tokens[start - 2], capital=capital)
        if not joins and not _is_field(word, capital=capital):
            break
        start -= 1
    if not capital or start == first:
        return start
    return start if start > sentence.first and tokens[start - 1].text in ",(–—-:|" else first


def _is_field(token: Token, *, capital: bool) -> bool:
    if not token.is_word or token.is_capital != capital or token.lower.endswith(("ers", "ors", "ants", "ists", "ing")):
        return False
    return is_topic(token.lower, "en") and not is_role_head(token.lower, "en")
