"""Syllables of romanised Chinese names, and the pinyin each spelling may stand for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from qiao.engines.resolve.persons.lists import pairs, words

MOST_GIVEN_SYLLABLES = 2


@dataclass(frozen=True, slots=True)
class Sound:
    """How one part of a name may be said, in pinyin without tones: as spelt, and as other systems spell it."""

    exact: frozenset[str]
    loose: frozenset[str] = frozenset()

    def is_exactly(self, other: Sound) -> bool:
        return bool(self.exact & other.exact)

    def may_be(self, other: Sound) -> bool:
        return bool((self.exact | self.loose) & (other.exact | other.loose))


@lru_cache(maxsize=16384)
def given_sounds(spelt: tuple[str, ...]) -> tuple[tuple[Sound, ...], ...]:
    """The ways the words of a given name fall into one or two syllables; empty when they do not."""
    if not spelt or len(spelt) > MOST_GIVEN_SYLLABLES:
        return ()
    ways = [_cut(word) for word in spelt]
    joined = [sum(parts, ()) for parts in product(*ways)]
    return tuple(tuple(map(_given, way)) for way in joined if len(way) <= MOST_GIVEN_SYLLABLES)


@lru_cache(maxsize=16384)
def surname_sound(spelt: tuple[str, ...]) -> Sound | None:
    """The sound of a surname of one or two words; None when no Chinese surname is written so."""
    word = "".join(spelt)
    exact = frozenset({word}) if word in _compounds() or (len(spelt) == 1 and word in _pinyin()) else frozenset()
    overseas = pairs("romanised_surnames.csv").get(" ".join(spelt)) or pairs("romanised_surnames.csv").get(word) or ""
    loose = frozenset(overseas.split()) | (_wade_giles().get(word, frozenset()) if len(spelt) == 1 else frozenset())
    if word == "lu":
        loose |= {"lv"}
    return Sound(exact, loose - exact) if exact or loose else None


def _given(syllable: str) -> Sound:
    exact = frozenset({syllable}) if syllable in _pinyin() else frozenset()
    return Sound(exact, _overseas(syllable) - exact)


def _overseas(syllable: str) -> frozenset[str]:
    of_given = pairs("cantonese_syllables.csv").get(syllable, "").split()
    of_surname = pairs("romanised_surnames.csv").get(syllable, "").split()
    return frozenset(of_given) | frozenset(of_surname) | _wade_giles().get(syllable, frozenset())


def _cut(word: str) -> list[tuple[str, ...]]:
    whole = [(word,)] if word in _known() else []
    halves = [(word[:at], word[at:]) for at in range(1, len(word)) if word[:at] in _known() and word[at:] in _known()]
    return [*whole, *halves] if len(word) <= 12 else []


@cache
def _pinyin() -> frozenset[str]:
    return words("pinyin_syllables.txt")


@cache
def _known() -> frozenset[str]:
    surnames = frozenset(written for written in pairs("romanised_surnames.csv") if " " not in written)
    return _pinyin() | _wade_giles().keys() | pairs("cantonese_syllables.csv").keys() | surnames


@cache
def _compounds() -> frozenset[str]:
    from qiao.engines.text.names import pinyin_of

    return frozenset(pinyin_of(f"{han}明").removesuffix(" ming").replace(" ", "") for han in compound_surnames())


@cache
def compound_surnames() -> frozenset[str]:
    """Chinese surnames of two characters."""
    return words("compound_surnames.txt")


@cache
def _wade_giles() -> dict[str, frozenset[str]]:
    spelt: dict[str, set[str]] = {}
    for syllable in _pinyin():
        spelt.setdefault(_in_wade_giles(syllable), set()).add(syllable)
    return {word: frozenset(heard) for word, heard in spelt.items()}


_WHOLE = {
    "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tzu", "si": "szu", "er": "erh",
    "ge": "ko", "ke": "ko", "he": "ho", "e": "o", "you": "yu", "yan": "yen", "ye": "yeh", "gui": "kuei", "kui": "kuei",
    "guo": "kuo", "kuo": "kuo", "huo": "huo", "shuo": "shuo",
}  # fmt: skip
_FIRST = {
    "zh": "ch", "ch": "ch", "sh": "sh", "b": "p", "d": "t", "g": "k", "j": "ch", "q": "ch", "x": "hs", "z": "ts",
    "c": "ts", "r": "j",
}  # fmt: skip
_LAST = {"ian": "ien", "ie": "ieh", "ong": "ung", "iong": "iung", "ue": "ueh", "ve": "ueh", "v": "u", "uo": "o"}


def _in_wade_giles(pinyin: str) -> str:
    if pinyin in _WHOLE:
        return _WHOLE[pinyin]
    first = next((f for f in (pinyin[:2], pinyin[:1]) if f in _FIRST), "")
    initial = first or (pinyin[0] if pinyin[0] not in "aeov" else "")
    final = pinyin.removeprefix(initial)
    return _FIRST.get(first, initial) + _LAST.get(final, final)
