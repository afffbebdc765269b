"""What stands before and after a Latin name and is no part of it: titles, degrees, and words for a generation."""

from __future__ import annotations

import re

from qiao.engines.resolve.persons.lists import words
from qiao.engines.resolve.persons.syllables import surname_sound
from qiao.engines.text.names import fold

_YOUNGER = frozenset({"jr", "jun", "junior", "fils", "ii"})
_ELDER = frozenset({"sr", "sen", "senior", "pere", "i"})


def words_in(text: str) -> list[str]:
    """The words of a text as written; a run of capitals such as "XM" beside a full word falls into letters."""
    joined = re.sub(r"(?<=\w)['’`ʼ´](?=\w)", "", text)
    found = re.findall(r"[^\W\d_]+", joined)
    some_lower = any(word[1:].islower() for word in found if len(word) > 1)
    cut = [list(w) if some_lower and _is_run_of_initials(w) else [w] for w in found]
    return [word for group in cut for word in group]


def _is_run_of_initials(word: str) -> bool:
    """ "XM", "JP", "HJK"; not "WU", "FOX", "LYU"."""
    if not word.isupper() or surname_sound((fold(word),)) is not None or fold(word) in _titles():
        return False
    return len(word) == 2 or (len(word) == 3 and not set(fold(word)) & set("aeiouy"))


def _titles() -> frozenset[str]:
    return words("titles.txt", "latin") | words("titles.txt", "latin suffix")


def are_titles(text: str) -> bool:
    """Whether a text after a comma holds nothing but titles and degrees."""
    found = [fold(word) for word in re.findall(r"[^\W\d_]+", text.replace(".", ""))]
    known = _titles() | words("titles.txt", "latin after a comma") | words("titles.txt", "latin particle")
    return all(word in known for word in found)


def bare(tokens: list[str]) -> list[str]:
    """The words without the titles before and after them."""
    titles = words("titles.txt", "latin")
    left = list(tokens)
    while len(left) > 1 and fold(left[0]) in titles:
        left.pop(0)
    while len(left) > 2 and fold(left[-1]) in titles:
        left.pop()
    return left if len(left) > 1 or not left or fold(left[0]) not in titles else []


def generation(tokens: list[str]) -> str:
    """The word at the end that tells a younger from an elder, as written; empty when there is none."""
    suffixes = words("titles.txt", "latin suffix")
    return next((t for t in reversed(tokens[-2:]) if fold(t) in suffixes and len(tokens) > 2), "")


def kind_of_generation(token: str) -> str:
    """ "younger", "elder", a folded numeral, or empty."""
    folded = fold(token) if token else ""
    return "younger" if folded in _YOUNGER else "elder" if folded in _ELDER else folded


def without(tokens: list[str], gone: str) -> list[str]:
    """The words without one of them."""
    return [token for token in tokens if token != gone] if gone else tokens
