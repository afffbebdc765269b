"""What people type into the search box, taken from names of the register, and how the index would be asked for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from urllib.parse import quote
from uuid import UUID

from django.db import connection

from benchmarks.web.requests import Case, Request
from benchmarks.web.zone import SLUG
from qiao.engines.text import search_tokens
from qiao.engines.text.language import is_han
from qiao.engines.text.names import fold, pinyin_of
from qiao.register.models import Label

ASKED = 40
Typed = tuple[str, list[str]]  # the words, and the tokens of the index that a floor would ask for


def search_cases(zone: UUID, floor: str) -> Iterator[Case]:
    """One case for each way of typing; the floor sends one question to the same index."""
    words, brands = _latin_words(zone), _han_names(zone)
    ways: dict[str, list[Typed]] = {
        "Latin, middle of a word": [_grams(word[2:7]) for word in words],
        "Latin, beginning": [_grams(word[:5]) for word in words],
        "Latin, one letter missing": [(word[:4] + word[5:], search_tokens.grams(word[:4])) for word in words],
        "2 Han characters": [(name[2:4], search_tokens.han(name[2:4])) for name in brands],
        "Han, beginning": [(name[:4], search_tokens.han(name[:4])) for name in brands],
        "pinyin": [_pinyin(name[2:4]) for name in brands],
    }
    ask = _ask(zone)
    for way, typed in ways.items():
        yield Case(
            f"search, {way}",
            [Request(f"/z/{SLUG}/search?q={quote(said)}", typing=True) for said, _tokens in typed],
            [Request(f"{floor}/search?ask={quote(ask(tokens))}") for _said, tokens in typed],
            3,
            2,
        )


def _ask(zone: UUID) -> Callable[[list[str]], str]:
    if connection.vendor == "sqlite":
        return lambda tokens: " AND ".join(f'"{token}"' for token in [f"z{zone.hex}", *tokens])
    return lambda tokens: " & ".join(f"'{token}'" for token in [f"z{zone.hex}", *tokens])


def _grams(part: str) -> Typed:
    return part, search_tokens.grams(part)


def _pinyin(brand: str) -> Typed:
    said = pinyin_of(brand).replace(" ", "")
    return said, search_tokens.grams(said)


def _latin_words(zone: UUID) -> list[str]:
    """Brands of nine letters and more, from all over the register."""
    words = (fold(text).split()[0] for text in _texts(zone, "en") if text.isascii())
    return Random(2).sample(sorted({word for word in words if len(word) >= 9 and word.isalpha()}), ASKED)


def _han_names(zone: UUID) -> list[str]:
    """Names that begin with a town of two characters and a brand of two."""
    names = (text for text in _texts(zone, "zh-hans") if len(text) > 8 and all(map(is_han, text)))
    return Random(3).sample(sorted(set(names)), ASKED)


def _texts(zone: UUID, language: str) -> list[str]:
    labels = Label.objects.filter(zone=zone, language=language, entity__kind="organisation").order_by("entity")
    return list(labels.values_list("text", flat=True)[:5000])
