"""One name written otherwise, as people do."""

from __future__ import annotations

import random
import unicodedata
from functools import cache

from opencc import OpenCC

from benchmarks.resolve.scale import words
from qiao.engines.resolve.folding import has_han
from qiao.engines.resolve.han import reading
from qiao.engines.resolve.legal import split_han


def varied(name: str, rng: random.Random) -> str:
    """The name with one or two slips or habits; now and then as it was."""
    ways = _HAN if has_han(name) else _LATIN
    for _ in range(rng.choice((0, 1, 1, 1, 2))):
        name = rng.choice(ways)(name, rng) or name
    return name


def cased(name: str, rng: random.Random) -> str:
    return rng.choice((name.upper(), name.lower(), name.title()))


def other_legal(name: str, rng: random.Random) -> str:
    """The legal form written otherwise, or left out."""
    for forms in words.LEGAL_SAME:
        for form in forms:
            if name.endswith(f" {form}"):
                bare = name.removesuffix(f" {form}")
                return bare if rng.random() < 0.5 else f"{bare} {rng.choice(forms)}"
    return name


def moved(name: str, rng: random.Random) -> str:
    parts = name.split()
    if len(parts) < 3:
        return name
    at = rng.randrange(1, len(parts))
    return (
        " ".join(parts[at:] + parts[:at]) if rng.random() < 0.3 else f"{' '.join(parts[at:])}, {' '.join(parts[:at])}"
    )


def mistyped(name: str, rng: random.Random) -> str:
    letters = [at for at, char in enumerate(name) if char.isalpha()]
    if len(letters) < 5:
        return name
    at = rng.choice(letters[1:])
    way = rng.randrange(4)
    if way == 0:
        return name[:at] + name[at + 1 :]
    if way == 1:
        return name[:at] + rng.choice("aeiounrst") + name[at:]
    if way == 2:
        return name[:at] + rng.choice("aeiounrst") + name[at + 1 :]
    return name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :]


def bare(name: str, rng: random.Random) -> str:
    """Accents dropped, umlauts spelled out."""
    name = name.replace("ü", "ue").replace("ö", "oe").replace("ä", "ae") if rng.random() < 0.5 else name
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def shortened(name: str, rng: random.Random) -> str:
    return " ".join(words.SHORTENED.get(word, word) for word in name.split())


def spaced(name: str, rng: random.Random) -> str:
    return rng.choice(
        (name.replace(" ", "  ", 1), name.replace(", ", ","), name.replace("-", " "), f" {name} ", f"{name}.")
    )


def traditional(name: str, rng: random.Random) -> str:
    converted: str = _traditional().convert(name)
    return converted


def without_legal(name: str, rng: random.Random) -> str:
    return split_han(name)[0]


def in_pinyin(name: str, rng: random.Random) -> str:
    core = split_han(name)[0]
    if len(core) > 12 or not all(has_han(char) for char in core):
        return name
    return " ".join(core_syllables.capitalize() for core_syllables in map(reading, core))


def bracketed(name: str, rng: random.Random) -> str:
    """A town at the head put into brackets, or a stray space."""
    return f"{name[:2]}（{name[2:4]}）{name[4:]}" if len(name) > 6 and rng.random() < 0.3 else f"{name[:2]} {name[2:]}"


@cache
def _traditional() -> OpenCC:
    return OpenCC("s2t")


_LATIN = (cased, other_legal, other_legal, moved, mistyped, mistyped, bare, shortened, spaced)
_HAN = (traditional, without_legal, without_legal, in_pinyin, bracketed)
