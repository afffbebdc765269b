"""Which script and language a text is in, from its characters and its commonest words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from qiao.engines.text.conversion import to_simplified, to_traditional

_SCRIPTS = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "HANGUL": "Hang",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "THAI": "Thai",
    "DEVANAGARI": "Deva",
}
_COMMON_WORDS = {
    "en": "the of and to in is for with on was by at from that has were this which been their will",
    "fr": "le la les des du et une est dans pour avec sur par au aux qui que ont été cette ses nous",
    "de": "der die das und den von mit im ist zu des dem für auf eine wurde sich bei nach auch wir",
}


def is_han(char: str) -> bool:
    """Whether a character is a Han ideograph, in whichever plane."""
    code = ord(char)
    return 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x323AF


def is_mainly_han(text: str) -> bool:
    """Whether a text is in Chinese: a Han character weighs as much as a Latin word of four letters."""
    han = sum(map(is_han, text))
    letters = sum(map(str.isalpha, text)) - han
    return han * 4 > letters


def script_of(text: str) -> str:
    """ISO 15924 code of the script most letters are in; "Hans" or "Hant" for Han, "Zyyy" without letters.

    Han that both scripts share counts as "Hans".
    """
    seen = Counter(_script(char) for char in text if char.isalpha())
    if not seen:
        return "Zyyy"
    if seen["Hani"] and (seen["Jpan"] or seen["Hang"]):
        return "Jpan" if seen["Jpan"] else "Kore"
    if seen["Hani"] * 4 > seen.total() - seen["Hani"]:
        return _han_script(text)
    return max(seen, key=lambda script: (seen[script], script))


def language_of(text: str) -> str:
    """ "zh-Hans", "zh-Hant", "en", "fr", "de", or "und" when no language we read is seen."""
    script = script_of(text)
    if script in ("Hans", "Hant"):
        return f"zh-{script}"
    if script != "Latn":
        return "und"
    words = Counter(re.findall(r"[^\W\d_]+", text.casefold()))
    scores = {tag: sum(words[word] for word in common.split()) for tag, common in _COMMON_WORDS.items()}
    best = max(scores, key=lambda tag: scores[tag])
    return best if scores[best] else "und"


def _han_script(text: str) -> str:
    """Which script's own characters are more; a report may mix both, as a machine conversion does."""
    han = [char for char in text if is_han(char)]
    traditional = sum(_changes(char)[0] for char in han)
    simplified = sum(_changes(char)[1] for char in han)
    return "Hant" if traditional > simplified else "Hans"


@lru_cache(maxsize=65536)
def _changes(char: str) -> tuple[bool, bool]:
    """Whether a character is a traditional form, and whether it is a simplified one."""
    return to_simplified(char) != char, to_traditional(char) != char


@lru_cache(maxsize=65536)
def _script(char: str) -> str:
    if is_han(char):
        return "Hani"
    first = unicodedata.name(char, "").partition(" ")[0]
    return _SCRIPTS.get(first, "Zzzz")
