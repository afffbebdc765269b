"""The word lists of the Latin grammar, read once from `extract/lexicon/latin_*`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "fr", "de")


def _lines(filename: str) -> list[str]:
    text = (files("qiao.engines.extract") / "lexicon" / filename).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def words(filename: str) -> frozenset[str]:
    """All words of a plain list."""
    return frozenset(word for line in _lines(filename) for word in line.split())


@cache
def phrases(filename: str) -> tuple[str, ...]:
    """The lines of a list of phrases, longest first."""
    return tuple(sorted(_lines(filename), key=len, reverse=True))


@cache
def words_by_language(filename: str) -> dict[str, frozenset[str]]:
    """Words of a list whose lines begin with a language."""
    found: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for line in _lines(filename):
        language, rest = line.split("\t", 1)
        found[language].update(rest.split())
    return {language: frozenset(held) for language, held in found.items()}


@cache
def words_by_kind(filename: str) -> dict[str, dict[str, str]]:
    """Kind by word for each language, from lines of language, kind and words; the first kind named wins."""
    found: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for line in _lines(filename):
        language, kind, rest = line.split("\t", 2)
        for word in rest.split():
            found[language].setdefault(word, kind)
    return found


@cache
def words_of_kind(filename: str, kind: str) -> dict[str, frozenset[str]]:
    """The words of one kind for each language."""
    found: dict[str, frozenset[str]] = {}
    for line in _lines(filename):
        language, said, rest = line.split("\t", 2)
        if said == kind:
            found[language] = found.get(language, frozenset()) | frozenset(rest.split())
    return found
