"""The word lists of the Chinese grammar, loaded once, and the longest word at a place."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from qiao.engines.text.language import is_han
from qiao.engines.text.places import place_names

_SHORT_PLACE = 2


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Each word with the classes it may belong to, and the length of the longest.

    Classes are "head:university", "trade", "short", "role", "modifier", "honorific", "verb:visit",
    "noun", "common", "topic", "firm", "place", "event:seminar", "agreement:memorandum", "opening", "signed",
    "reached", "discussed".
    """

    words: dict[str, frozenset[str]]
    longest: int

    def classes(self, word: str) -> frozenset[str]:
        return self.words.get(word, frozenset())

    def longest_at(self, text: str, at: int) -> str:
        """The longest known word that starts at a place, or an empty string."""
        for length in range(min(self.longest, len(text) - at), 0, -1):
            if text[at : at + length] in self.words:
                return text[at : at + length]
        return ""

    def has(self, word: str, prefix: str) -> bool:
        """Whether a word is of a class, or of a class that begins so."""
        return any(name.startswith(prefix) for name in self.classes(word))

    def kind(self, word: str, family: str) -> str:
        """The kind of a word in a family of classes: kind("大学", "head") is "university"."""
        kinds = sorted(name[len(family) + 1 :] for name in self.classes(word) if name.startswith(f"{family}:"))
        return kinds[0] if kinds else ""


@cache
def lexicon() -> Lexicon:
    """All words of the grammar and the gazetteer, in simplified script."""
    found: dict[str, set[str]] = {}
    for name, words in _families():
        for word in words.split():
            found.setdefault(word, set()).add(name)
    for name in place_names():
        if len(name) >= _SHORT_PLACE and is_han(name[0]):
            found.setdefault(name, set()).add("place")
    return Lexicon({word: frozenset(names) for word, names in found.items()}, max(map(len, found)))


@cache
def toml(filename: str) -> dict[str, dict[str, str]]:
    """One lexicon file: tables of space-separated words; words above any table are under ""."""
    data = tomllib.loads(read(filename))
    tables = {name: value for name, value in data.items() if isinstance(value, dict)}
    tables[""] = {name: value for name, value in data.items() if isinstance(value, str)}
    return tables


@cache
def closed(name: str) -> frozenset[str]:
    """One closed list of words by its name."""
    return frozenset(toml("han_closed.toml")[""][name].split())


@cache
def read(filename: str) -> str:
    return (files("qiao.engines.extract") / "lexicon" / filename).read_text(encoding="utf-8")


@cache
def surnames() -> tuple[frozenset[str], frozenset[str]]:
    """Surnames of one character, and longer ones (Chinese compounds, common Japanese names)."""
    single = frozenset(char for char in read("han_surnames.txt") if is_han(char))
    return single, frozenset(read("han_compound_surnames.txt").split())


@cache
def currencies() -> dict[str, str]:
    """Words for money with their ISO 4217 code."""
    table = toml("han_acts.toml")["currencies"]
    return {word: code for code, words in table.items() for word in words.split()}


@cache
def measures() -> tuple[str, ...]:
    """Measure words, longest first."""
    return tuple(sorted(toml("han_acts.toml")["measures"]["words"].split(), key=len, reverse=True))


def _families() -> list[tuple[str, str]]:
    heads, words, acts = toml("han_heads.toml"), toml("han_words.toml"), toml("han_acts.toml")
    families = [(f"head:{kind}", text) for kind, text in heads["strong"].items()]
    families += [("trade", heads["trades"]["words"]), ("short", heads["short"]["words"])]
    families += [(f"verb:{kind}", text) for kind, text in words["verbs"].items()]
    families += [("common", read("han_common.txt"))]
    families += [("noun", words["nouns"]["words"]), ("topic", words["topics"]["words"])]
    roles = toml("han_roles.toml")[""]
    families += [("role", roles["heads"]), ("modifier", roles["modifiers"]), ("honorific", roles["honorifics"])]
    families += [("firm", read("han_firms.txt"))]
    families += [(f"event:{kind}", text) for kind, text in acts["events"].items()]
    families += [(f"agreement:{kind}", text) for kind, text in acts["agreements"].items()]
    families += [("opening", acts["opening_verbs"]["words"])]
    families += [(step, text) for step, text in acts["agreement_verbs"].items()]
    return families
