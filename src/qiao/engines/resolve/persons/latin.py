"""A person's name in Latin letters: its words, which may be the surname, and its readings as a Chinese name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from qiao.engines.resolve.persons.affixes import are_titles, bare, generation, kind_of_generation, without, words_in
from qiao.engines.resolve.persons.lists import words
from qiao.engines.resolve.persons.syllables import Sound, given_sounds, surname_sound
from qiao.engines.text.names import fold

MOST_WORDS = 8

_TWO_LETTERS_FOR_ONE = re.compile(r"(?<=[^aeiouq])(?:ae|oe|ue)|^(?:ae|oe|ue)")


@dataclass(frozen=True, slots=True)
class Split:
    """One way to part a name: the words of the surname and those of the given name, folded, without particles."""

    surname: tuple[str, ...]
    given: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """One way to read a name as Chinese: the surname's sound, and the syllables of the given name."""

    surname: Sound
    given: tuple[Sound, ...]


@dataclass(frozen=True, slots=True)
class LatinName:
    """A name without titles. One word alone tells a surname, or a given name, and nobody can say which.

    words        folded, umlauts as one letter, without particles.    surname_known   by a comma or capitals.
    splits       the ways to part it, the likelier first.             spoken          its readings as a Chinese name.
    generation   "younger", "elder", a numeral such as "iii", or empty.
    """

    words: tuple[str, ...]
    splits: tuple[Split, ...]
    surname_known: bool
    generation: str
    spoken: tuple[Spoken, ...]

    def spelt_simply(self) -> LatinName:
        """With "mueller" and "müller" spelt alike; not where the name may be Chinese: Xue is not Xu."""
        if self.spoken:
            return self
        simple = [Split(_one_letter_each(s.surname), _one_letter_each(s.given)) for s in self.splits]
        return replace(self, words=_one_letter_each(self.words), splits=tuple(simple))


@lru_cache(maxsize=16384)
def read_latin(written: str, language: str = "") -> tuple[LatinName, ...]:
    """The name in the letters of a text, and with "née" the name before marriage as a second one."""
    text = re.sub(r"[\u3400-\u9fff（）()\[\]]+", " ", unicodedata.normalize("NFC", written))
    if language.startswith("fr"):
        text = re.sub(r"^\s*MM?\.\s+", "", text)
    text, maiden = _parted_at_birth(text)
    read = _read(text)
    if read is None:
        return ()
    born = _read(f"{maiden}, {' '.join(read.splits[0].given)}") if maiden and read.splits else None
    return (read, born) if born else (read,)


def _parted_at_birth(text: str) -> tuple[str, str]:
    for found in re.finditer(r"[^\W\d_]+", text):
        if fold(found.group()) in words("titles.txt", "latin birth") and found.start() > 0:
            return text[: found.start()], text[found.end() :].lstrip(". ")
    return text, ""


def _read(text: str) -> LatinName | None:
    before, comma, after = text.partition(",")
    if comma and len(words_in(before)) > 1 and are_titles(after):
        before, comma, after = before, "", ""
    first, second = bare(words_in(before)), bare(words_in(after))
    suffix = generation([*first, *second])
    first, second = without(first, suffix), without(second, suffix)
    tokens = [*first, *second][:MOST_WORDS]
    if not tokens:
        return None
    if comma and first and second:
        marked: list[Split] = [_split(first, second)]
    else:
        marked = list(_by_capitals(tokens))
    spoken = tuple(dict.fromkeys(_spoken(tokens, first if comma and second else [])))
    return LatinName(
        words=tuple(map(fold, tokens) if spoken else _plain(tokens) or map(fold, tokens)),
        splits=tuple(marked or (split for split in dict.fromkeys(_guessed(tokens)) if _may_be(split))),
        surname_known=bool(marked),
        generation=kind_of_generation(suffix),
        spoken=spoken,
    ).spelt_simply()


def _plain(tokens: list[str]) -> list[str]:
    folded = [fold(token) for token in tokens]
    return [word for word in folded if word not in words("titles.txt", "latin particle")]


def _one_letter_each(folded: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_TWO_LETTERS_FOR_ONE.sub(lambda found: found.group()[0], word) for word in folded)


def _split(surname: list[str], given: list[str]) -> Split:
    return Split(tuple(_plain(surname) or map(fold, surname)), tuple(_plain(given)))


def _may_be(split: Split) -> bool:
    return bool(split.given) and all(len(word) > 1 for word in split.surname)


def _by_capitals(tokens: list[str]) -> Iterator[Split]:
    loud = [token for token in tokens if len(token) > 1 and token.isupper()]
    quiet = [token for token in tokens if token not in loud]
    if loud and any(len(token) > 1 for token in quiet):
        yield _split(loud, quiet)


def _guessed(tokens: list[str]) -> Iterator[Split]:
    if len(tokens) < 2:
        return
    particles = words("titles.txt", "latin particle")
    at = len(tokens) - 1
    while at > 1 and fold(tokens[at - 1]) in particles:
        at -= 1
    yield _split(tokens[at:], tokens[:at])
    yield _split(tokens[:1], tokens[1:])
    if len(tokens) > 2:
        yield _split(tokens[-2:], tokens[:-2])
        yield _split(tokens[:2], tokens[2:])


def _spoken(tokens: list[str], surname: list[str]) -> Iterator[Spoken]:
    spelt = [_in_pinyin(token) for token in tokens]
    if surname:
        cuts = [(spelt[: len(surname)], spelt[len(surname) :])]
    else:
        cuts = [(spelt[:1], spelt[1:]), (spelt[-1:], spelt[:-1]), (spelt[:2], spelt[2:]), (spelt[-2:], spelt[:-2])]
    if len(spelt) == 1:
        cuts = [([spelt[0][:at]], [spelt[0][at:]]) for at in range(2, len(spelt[0]))]
    for family, given in cuts:
        sound = surname_sound(tuple(family)) if family and given else None
        if sound:
            yield from (Spoken(sound, way) for way in given_sounds(tuple(given)))


def _in_pinyin(token: str) -> str:
    dotted = re.sub(r"[ūúǔù]?[üǖǘǚǜ]", "v", unicodedata.normalize("NFC", token).casefold())
    return re.sub(r"^([ln])yu", r"\1v", fold(dotted))
