"""How far a post reaches to the right: "head of inward investment", "Leiter Vertrieb"."""

from __future__ import annotations

import re

from qiao.engines.extract.latin.joints_topics import is_topic
from qiao.engines.extract.latin.page import Page, Sentence, Token
from qiao.engines.extract.latin.vocabulary import (
    head_kind,
    is_german_noun,
    is_given_name,
    is_role_head,
    is_role_modifier,
    is_title,
)

_FR_ADJECTIVES = re.compile(
    r"(?:général|exécutif|exécutive|délégué|adjoint|régional|national|international|"
    r"commercial|technique|scientifique|"
    r"opérationnel|opérationnelle|financi(?:er|ère)|départemental|municipal|industriel|"
    r"industrielle|économique|honoraire|"
    r"associé|principal|fondateur|fondatrice|communautaire|académique|administrati(?:f|ve)|"
    r"sortant|d'État)(?:e|es|s|aux)?$"
)


_FR_LINKS = frozenset(
    [
        "de",
        "d'",
        "du",
        "des",
        "la",
        "l'",
        "le",
        "les",
        "à",
        "au",
        "aux",
        "en",
        "et",
        "chargé",
        "chargée",
        "pour",
        "charge",
    ]
)


STOP_LOW = frozenset(
    "a an the who which that is was has had will met said and or at with by in on from to "
    "after before led leads during as "
    "qui que est était sera ont dans sur par avec il elle lors puis der die das den dem und "
    "mit bei im am auf".split()
)


_AFTER_NOUN = frozenset(["de", "d'", "du", "des", "chez", ",", ")", "pour", "(", ";"])


_MINISTERS = frozenset("ministre secrétaire vice-ministre conseiller conseillère".split())


_UNITS_DE = frozenset(
    "büro abteilung amte referat stabsstelle bereich geschäftsbereich sachgebiet fachbereich "
    "team geschäftsstelle".split()
)


_DE_TOPIC_LINKS = frozenset(["für", "des", "der", "und", "im", "von", "den", "die"])


def is_head(page: Page, sentence: Sentence, position: int) -> bool:
    token = page.tokens[position]
    if not token.is_word:
        return False
    word = token.lower
    if sentence.language == "de" and not token.is_capital:
        return False
    if sentence.language == "fr" and word.startswith(("vice-", "co-")):
        return True
    return is_role_head(word, sentence.language) and not (head_kind(word, sentence.language) and not token.is_capital)


def more_heads(page: Page, sentence: Sentence, last: int, taken: frozenset[int]) -> int:
    """As in "chief executive officer", "president and CEO": heads and modifiers that go on."""
    while last < sentence.last and last not in taken:
        token = page.tokens[last]
        if token.lower in ("general", "designate") and _word_before(page, last) in (
            "consul",
            "secretary",
            "director",
            "attorney",
        ):
            last += 1
            continue
        joins = token.lower in ("and", "et", "&") and last + 1 < sentence.last and _is_ceo(page.tokens[last + 1])
        if joins:
            last += 2
        elif token.is_word and is_head(page, sentence, last):
            last += 1
        elif (
            is_role_modifier(token.lower, sentence.language)
            and last + 1 < sentence.last
            and is_head(page, sentence, last + 1)
        ):
            last += 2
        else:
            break
    return last


def _is_ceo(token: Token) -> bool:
    return token.lower in (
        "ceo",
        "cto",
        "cfo",
        "coo",
        "founder",
        "co-founder",
        "cofondateur",
        "fondateur",
        "chief",
        "pdg",
    )


def french_tail(page: Page, sentence: Sentence, last: int, taken: frozenset[int]) -> int:
    tokens, end = page.tokens, sentence.last
    last = more_heads(page, sentence, last, taken)
    while last < end and _FR_ADJECTIVES.fullmatch(tokens[last].lower):
        last += 1
    if last + 1 < end and tokens[last].lower == "d'" and tokens[last + 1].lower == "état":
        return last + 2
    position, word_seen = last, last
    while position < end and position not in taken and position - last < 8:
        token = tokens[position]
        if token.lower in _FR_LINKS or (token.lower == "de" and position == last):
            position += 1
            continue
        if token.is_capital and tokens[last - 1].lower in _MINISTERS and position > last and position not in taken:
            position += 1
            word_seen = position
            break
        if not token.is_word or token.is_capital or token.lower in STOP_LOW:
            break
        if position == last and not (position + 1 < end and tokens[position + 1].lower in _AFTER_NOUN):
            break
        if head_kind(token.lower, "fr") in ("zone", "city", "university", "association"):
            break
        if head_kind(token.lower, "fr") and any(t.is_capital for t in tokens[position + 1 : min(end, position + 5)]):
            break
        position += 1
        word_seen = position
    return _french_topics(tokens, word_seen, end, taken)


def _french_topics(tokens: tuple[Token, ...], last: int, end: int, taken: frozenset[int]) -> int:
    """As in "vice-présidente Recherche et Innovation", "chargée de mission Talents": the field, with capitals."""

    def is_field(position: int) -> bool:
        if position >= end or position in taken or not tokens[position].is_capital:
            return False
        return is_topic(tokens[position].lower, "fr") and not is_given_name(tokens[position].lower)

    stop = last
    while is_field(stop) or (stop > last and tokens[stop].lower in ("et", "&") and is_field(stop + 1)):
        stop += 1
        if stop >= end:
            break
    closes = stop >= end or not (tokens[stop].is_capital or tokens[stop].lower in ("de", "d'", "du"))
    return stop if closes else last


def german_tail(page: Page, sentence: Sentence, last: int, taken: frozenset[int]) -> int:
    tokens, end = page.tokens, sentence.last
    if last >= end or last in taken:
        return last
    position, word_seen = last, last
    if tokens[last].lower in ("der", "des") and last + 2 < end and tokens[last + 1].lower.rstrip("s") in _UNITS_DE:
        last = word_seen = last + 2
    if last < end and tokens[last].lower == "für":
        position = last + 1
        while position < end and position not in taken and position - last < 7:
            token = tokens[position]
            if token.is_capital and token.is_word:
                word_seen = position + 1
            elif token.lower not in _DE_TOPIC_LINKS and not token.lower.endswith(("e", "en", "er", "es")):
                break
            position += 1
        return word_seen
    if last >= end:
        return last
    token = tokens[last]
    fits = token.is_capital and token.is_word and is_german_noun(token.lower) and not is_title(token.lower)
    return last + 1 if fits and not is_role_head(token.lower, "de") and not is_given_name(token.lower) else last


def _word_before(page: Page, position: int) -> str:
    """The folded word in front of a token."""
    return page.tokens[position - 1].lower if position else ""
