"""Names folded for search: one person or firm is found under any of its scripts, readings and word orders."""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from qiao.engines.text.language import is_han, script_of
from qiao.engines.text.view import fold_width

__all__ = ["FOLD_VERSION", "fold", "pinyin_of", "script_of", "search_forms", "sort_key"]

FOLD_VERSION = 2
"""Raised when a rule of folding changes, so that stored forms can be told from fresh ones."""

_LONGEST_PERSON_NAME = 4
_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """One spelling for what readers take for the same: width, case, accents, script, punctuation, spaces."""
    lowered = fold_width(name).casefold()
    bare = "".join(_LETTERS.get(c, c) for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))
    words = re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", bare)).strip()
    return re.sub(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])", "", words)


def search_forms(name: str) -> frozenset[str]:
    """The folded forms under which a name is to be found.

    Holds the fold itself, its words joined, sorted and as initials; for a name with Han characters its pinyin
    joined, spaced, sorted and as initials too. Empty for a name without letters or digits.
    """
    folded = fold(name)
    forms = _latin_forms(folded) if folded else set()
    if any(map(is_han, folded)):
        forms |= _latin_forms(_unaccented(pinyin_of(name)))
    return frozenset(forms)


@lru_cache(maxsize=16384)
def pinyin_of(name: str) -> str:
    """Pinyin without tones, one word per character, the surname read as a surname; other letters folded."""
    folded = fold(name)
    if not any(map(is_han, folded)):
        return folded
    said, rest = _surname(folded)
    from pypinyin import Style, lazy_pinyin  # its dictionary is large: loaded with the first Han name

    words = lazy_pinyin(rest, style=Style.NORMAL, v_to_u=False)
    return " ".join(" ".join((said, *words)).split())


def sort_key(name: str) -> str:
    """What a name sorts by in a list: pinyin for Han, folded letters otherwise."""
    return pinyin_of(name)


def _latin_forms(folded: str) -> set[str]:
    words = folded.split()
    forms = {folded, "".join(words), " ".join(sorted(words))}
    if 2 <= len(words) <= 8 and all(word[0].isascii() for word in words):
        forms.add("".join(word[0] for word in words))
    return {form for form in forms if form}


def _unaccented(words: str) -> str:
    return " ".join(fold(word) for word in words.split())


def _surname(folded: str) -> tuple[str, str]:
    """The reading of a surname at the head of a short Han name, and what follows it."""
    if len(folded) > _LONGEST_PERSON_NAME or not all(map(is_han, folded)):
        return "", folded
    readings = _readings()
    for length in (2, 1):
        if len(folded) > length and folded[:length] in readings:
            return readings[folded[:length]], folded[length:]
    return "", folded


@cache
def _readings() -> dict[str, str]:
    text = (files("qiao.engines.text") / "data" / "surnames.csv").read_text(encoding="utf-8")
    return {row["han"]: row["reading"] for row in csv.DictReader(text.splitlines())}
