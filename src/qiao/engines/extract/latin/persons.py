"""Names of persons by their build: known given names, and family names that come first."""

from __future__ import annotations

import re

from qiao.engines.extract.latin.gazetteer import known_place
from qiao.engines.extract.latin.page import Token
from qiao.engines.extract.latin.vocabulary import is_family_name_first, is_given_name, is_person_word

_SYLLABLE = (
    r"(?:zh|ch|sh|hs|ts|[bpmfdtnlgkhjqxzcsrwy])?(?:iang|iong|uang|ueng|iao|ian|ing|uai|uan|"
    r"ang|eng|ong|ai|ei|ao|ou|an|en|"
    r"er|ia|ie|iu|in|ua|uo|ui|un|üe|ue|a|o|e|i|u|ü|v)"
)
_PINYIN = re.compile(rf"{_SYLLABLE}(?:['’-]?{_SYLLABLE}){{0,2}}")
_KOREAN = re.compile(r"[a-z]{2,6}-[a-z]{2,6}")
_VIETNAMESE = frozenset(
    "nguyen nguyễn tran trần le lê pham phạm hoang hoàng huynh vu vũ vo võ dang đặng bui bùi "
    "do đỗ ho hồ ngo ngô "
    "duong dương ly phan dinh đinh trinh mai".split()
)
DEGREES = frozenset("mlc mla msp td ao obe mbe cbe kc qc mp mep mdb mdl phd mba dbe kbe frs jr sr iii ii msc".split())
"""Honours and degrees that stand behind a name and are no part of it."""

_MOST_WORDS = 5


def looks_like_person(words: tuple[Token, ...], *, has_head: bool) -> bool:
    """Whether two to five words are built like a person's name.

    has_head   one of the words is a head noun of organisations, which only a family name may be.
    """
    real = [token for token in words if token.is_word]
    while len(real) > 2 and real[-1].lower in DEGREES:
        real.pop()
    if not 2 <= len(real) <= _MOST_WORDS or any(token.text in "&+" or token.text.isdigit() for token in words):
        return False
    first, last = real[0].lower, real[-1].lower
    if _is_asian(real[0], real[-1], len(real)):
        return True
    if has_head:
        return False
    if first in _VIETNAMESE and 3 <= len(real) <= 5:
        return True
    parts = first.split("-")
    given = is_given_name(first) or (len(parts) == 2 and all(map(is_given_name, parts)))
    if given and len(real) > 2 and known_place(real[0].text) is not None:
        return False
    if len(real) == 2 and (
        last.startswith(("o'", "mc", "d'")) or (is_family_name_first(last) and is_person_word(first))
    ):
        return known_place(real[0].text) is None
    if not given and len(real) == 2 and is_person_word(first) and is_person_word(last):
        return known_place(real[0].text) is None
    if given:
        return not (real[-1].text.isupper() and len(last) < 4) and len(last) > 1
    return (
        len(real[0].text) == 1
        and len(real) == 2
        and len(last) > 2
        and real[0].text.isupper()
        and "." in [token.text for token in words]
    )


def _is_asian(first: Token, last: Token, count: int) -> bool:
    """Family name first ("Chen Yulan", "CAO Xinping", "Kang Kyung-hwa") or last ("Mei-Ling Hsu")."""
    if count > 3:
        return False
    if is_family_name_first(first.lower) and _is_pinyin_name(last) and first.lower != last.lower:
        return True
    return (
        count == 2
        and is_family_name_first(last.lower)
        and _is_pinyin_name(first)
        and ("-" in first.text or len(first.text) > 3)
    )


def is_syllabic(word: str) -> bool:
    """Whether a word is made of one to three Chinese syllables in pinyin."""
    return bool(_PINYIN.fullmatch(word.lower()))


def is_asian_name(name: str) -> bool:
    """Whether a person's name is built in the Chinese, Korean or Vietnamese way."""
    words = name.split()
    if not 2 <= len(words) <= 5:
        return bool(words) and len(words) == 1 and is_family_name_first(words[0].lower()) and is_syllabic(words[0])
    first, last = words[0].lower(), words[-1].lower()
    built = is_syllabic(last) or _KOREAN.fullmatch(last) is not None
    return (
        (is_family_name_first(first) and built)
        or first in _VIETNAMESE
        or (is_family_name_first(last) and is_syllabic(first))
    )


def _is_pinyin_name(token: Token) -> bool:
    word = token.lower.replace("é", "e")
    return bool(_PINYIN.fullmatch(word) or _KOREAN.fullmatch(word)) and len(word) > 1
