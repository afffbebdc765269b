"""Words of a name, folded: one spelling for what readers take for the same word, whatever its script."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from qiao.engines.text.conversion import to_simplified

LONGEST_NAME = 240
"""Characters of a name that are looked at; no honest name is longer."""

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
_POSSESSIVE = re.compile(r"['’´`]s\b", re.IGNORECASE)
_SPLIT = re.compile(r"[\W_]+")
_JAPANESE = str.maketrans(
    "髙﨑斉黒沢浜広辺県薬医学区団気歯発図変売駅鉄芸総経済応", "高崎齐黑泽滨广边县药医学区团气齿发图变卖驿铁艺总经济应"
)
_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ə": "e"}


def has_han(text: str) -> bool:
    """Whether a text holds a Han character."""
    return _HAN.search(text) is not None


def tidy(name: str) -> str:
    """A name in one width and one Han script, its case kept; at most LONGEST_NAME characters."""
    text = name[:LONGEST_NAME]
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text)[:LONGEST_NAME]
    if has_han(text):
        text = to_simplified(text.translate(_JAPANESE))
    return text


def pieces(tidied: str) -> list[str]:
    """The words of a tidied name in order: letters and digits between anything else, dotted capitals joined."""
    text = tidied
    if "." in text:
        text = _DOTTED.sub(lambda found: found[0].replace(".", ""), text)
    if "'" in text or "’" in text or "´" in text or "`" in text:
        text = _POSSESSIVE.sub("", text)
    return [piece for piece in _SPLIT.split(text) if piece]


@lru_cache(maxsize=200_000)
def latin(word: str) -> str:
    """One word in small ASCII letters and digits: accents dropped, other scripts spelled out; Han is not for here."""
    small = word.casefold()
    if small.isascii():
        return small
    bare = "".join(_LETTERS.get(c, c) for c in unicodedata.normalize("NFD", small) if not unicodedata.combining(c))
    if not bare.isascii():
        bare = anyascii(bare).casefold()
    return "".join(c for c in bare if c.isascii() and c.isalnum())


@lru_cache(maxsize=200_000)
def one_spelling(word: str) -> str:
    """A folded word in the spelling words are compared by: ue, oe, ae as u, o, a; most plurals without their s."""
    plain = word
    if len(plain) > 3:
        plain = plain.replace("ue", "u").replace("oe", "o").replace("ae", "a")
        if len(plain) > 4 and plain.endswith("s") and plain[-2] not in "siu":
            plain = plain[:-1]
        if plain.endswith("tre"):
            plain = plain[:-2] + "er"
    return plain or word
