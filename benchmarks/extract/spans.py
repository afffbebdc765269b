"""When two spans are the same, and when they touch."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import cache

Match = Callable[[str, str], bool]

# A span that took along a quotation mark, a comma or an article has still found its name.
EDGES = " \t\n\"'“”‘’„‚«»‹›「」『』《》()（）[],，、;；:：.。!！?？—–-~"
ARTICLE = re.compile(
    r"(?:the|a|an|der|die|das|den|dem|des|le|la|les|un|une|du|de la|am|vom|rund|circa)\s+|[ld]'", re.IGNORECASE
)
CONTAINED_SHARE = 0.4
COMMON_SHARE = 0.5


@cache
def fold(span: str) -> str:
    """The span without differences of width, space, edge punctuation, leading article and case."""
    plain = unicodedata.normalize("NFKC", span).replace("’", "'")
    plain = re.sub(r"\s+", " ", plain).strip(EDGES)
    return ARTICLE.sub("", plain, count=1).strip(EDGES).casefold() if ARTICLE.match(plain) else plain.casefold()


def is_same(left: str, right: str) -> bool:
    return fold(left) == fold(right)


def touches(left: str, right: str) -> bool:
    """The shorter is 40 % or more of the longer that holds it, or half of the longer is common to both."""
    short, long = sorted((fold(left), fold(right)), key=len)
    if not short:
        return False
    if short in long:
        return len(short) / len(long) >= CONTAINED_SHARE
    common = SequenceMatcher(None, short, long, autojunk=False).find_longest_match().size
    return common >= 2 and common / len(long) >= COMMON_SHARE
