"""What words of names mean, in one tongue: université, Universität and 大学 are university.

Two hand-written lists, a table learned from names that one institution bears in several languages, and place names.
All are data, with their licence in the first line; meanings are folded English words in their one spelling.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from qiao.engines.resolve.folding import has_han, latin, one_spelling, tidy

_DATA = files("qiao.engines.resolve") / "data"
_TEXT = files("qiao.engines.text") / "data"

_SHORTEST_COMPOUND = 9

STOPWORDS = frozenset(
    "the of and for in on at to by with from de la le les du des d l et en au aux a sur pour par der die das den dem "
    "und fur von vom zu zum zur im am an auf bei mit di della dello dei degli delle del e ed nel y el los las lo da do "
    "das dos em no na nos nas para o os as com het een voor te van i och til af og w we z na do ta v ve s iz ja i "
    "u un une uma um al il dan di dla si kai tou tis gia va ve ile".split()
)


def meanings(word: str) -> tuple[str, ...]:
    """What a folded Latin word means; the word itself in its one spelling when nothing better is known."""
    spelt = one_spelling(word)
    return _latin_words().get(spelt) or _compound(spelt) or (spelt,)


@lru_cache(maxsize=100_000)
def _compound(word: str) -> tuple[str, ...]:
    """The meanings of a word grown together of two known ones, as German and its neighbours make them."""
    if len(word) < _SHORTEST_COMPOUND or word in _generic():
        return ()
    words = _latin_words()
    for cut in range(len(word) - 4, 3, -1):
        head, tail = word[:cut], words.get(word[cut:])
        if tail:
            said = (
                words.get(head) or words.get(one_spelling(head.removesuffix("s"))) or words.get(head.removesuffix("en"))
            )
            if said:
                return tuple(dict.fromkeys((*said, *tail)))
    return ()


def is_known(word: str) -> bool:
    """Whether a folded Latin word is in the lexicon, in its own or as another's meaning: no brand."""
    return word in _latin_words() or word in _generic()


@cache
def han_words() -> dict[str, tuple[str, ...]]:
    """Han words (simplified) with their meanings; the first list wins over the learned one, both over places."""
    words: dict[str, tuple[str, ...]] = dict(_places_in_han())
    words.update((word, said) for word, said in _learned() if has_han(word))
    words.update((tidy(word), _in_one_tongue(said)) for word, said in _listed("han_words.txt"))
    words.update((tidy(word), _in_one_tongue(said)) for word, said in _listed("han_brands.txt"))
    words.update((word, ("",)) for word in "与和及暨")
    return words


@cache
def places() -> dict[str, str]:
    """Names of towns in any language, folded and joined, with one name for each town."""
    named: dict[str, str] = {}
    for names in (*_curated(), *_gazetteer()):
        one = "".join(_spelt(names[0]))
        for name in names:
            key = tidy(name) if has_han(name) else "".join(_spelt(name))
            named.setdefault(key, one)
    return named


@cache
def _latin_words() -> dict[str, tuple[str, ...]]:
    words: dict[str, tuple[str, ...]] = {}
    for names in (*_curated(), *_gazetteer()):
        for name in names[1:]:
            spelt = _spelt(name) if not has_han(name) else ()
            if len(spelt) == 1 and len(spelt[0]) > 3:
                words.setdefault(spelt[0], _spelt(names[0]))
    words.update((word, said) for word, said in _learned() if not has_han(word))
    words.update((one_spelling(word), _spelt(said)) for word, said in _listed("latin_words.txt"))
    return _settled(words)


def _settled(words: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Meanings of meanings followed once, so that 'chinoise' and 'chinese' both end at 'china'."""
    settled = {}
    for word, said in words.items():
        ends = tuple(dict.fromkeys(end for each in said for end in (words.get(each) or (each,))))
        settled[word] = ends
    return settled


def is_brand(word: str) -> bool:
    """Whether a simplified Han word stands for a brand, not for a thing."""
    return word in _brands()


@cache
def _brands() -> frozenset[str]:
    return frozenset(tidy(word) for word, _ in _listed("han_brands.txt"))


@cache
def _generic() -> frozenset[str]:
    said = {each for words in (_latin_words(), han_words()) for meaning in words.values() for each in meaning}
    return frozenset(said)


def _spelt(text: str) -> tuple[str, ...]:
    return tuple(one_spelling(latin(word)) for word in text.replace("+", " ").replace("-", " ").split() if latin(word))


def _listed(name: str) -> Iterator[tuple[str, str]]:
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            for entry in line.split():
                word, _, said = entry.partition("=")
                yield word, said


@cache
def _learned() -> list[tuple[str, tuple[str, ...]]]:
    source = _DATA / "lexicon.csv"
    if not source.is_file():
        return []
    rows = csv.reader(line for line in source.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [(row[0], tuple(row[1].split())) for row in rows]


def _curated() -> Iterator[list[str]]:
    """Towns and provinces with their other names; the first is the one they are known by here."""
    text = (_TEXT / "places_curated.csv").read_text(encoding="utf-8")
    english = {names[1]: names[0] for names in _gazetteer()}
    for row in csv.DictReader(text.splitlines()):
        norm = row["norm"]
        yield [english.get(norm, norm), norm, *(name for name in row["names"].split("|") if name)]


def _gazetteer() -> Iterator[list[str]]:
    text = (_TEXT / "place_names.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        yield [row["en"] or row["norm"], *(n for n in (row["norm"], row["zh"], row["fr"], row["de"]) if n)]


@cache
def _places_in_han() -> dict[str, tuple[str, ...]]:
    said: dict[str, tuple[str, ...]] = {}
    for names in (*_curated(), *_gazetteer()):
        english = next((name for name in names if not has_han(name)), "")
        for name in names:
            if has_han(name) and len(name) > 1 and english:
                said.setdefault(tidy(name), _in_one_tongue(english))
    return said


def _in_one_tongue(english: str) -> tuple[str, ...]:
    words = _latin_words()
    return tuple(dict.fromkeys(end for word in _spelt(english) for end in (words.get(word) or (word,))))
