"""Headers of columns in five languages, looked up as written, nearly as written, or by a part."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz import fuzz, process

from qiao.engines.text.language import is_han
from qiao.engines.text.names import fold
from qiao.exchange.reading.fields import Field
from qiao.exchange.reading.lexicon import words

_NAMED = frozenset({Field.NAME, Field.ORGANISATION, Field.PERSON})
_A_NAME = "名"  # "given name" when it stands alone, "name" after the word for a language
_NEAR = 86.0  # of 100: one wrong letter in a word of eight
_SHORTEST_NEAR = 5


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a header means: its field, the field of its language when it names one, and how it was found."""

    field: Field
    language: Field | None
    confidence: float
    why: str
    known: str


def meaning_of(header: str) -> Meaning | None:
    """What a header means; None when nothing like it is known."""
    return _meaning(fold(header[:120]))


@lru_cache(maxsize=4096)
def _meaning(folded: str) -> Meaning | None:
    if not folded:
        return None
    field = known_headers().get(folded)
    if field is not None:
        return Meaning(field, None, 0.98, "header", folded)
    rest, language = _without_language(folded)
    if language is not None:
        field = known_headers().get(rest) if rest else Field.NAME
        if field in _NAMED or rest == _A_NAME:
            return Meaning(field if field in _NAMED else Field.NAME, language, 0.95, "header", rest or folded)
        folded = rest or folded
        if field is not None:
            return Meaning(field, None, 0.9, "header", rest)
    near, part = _nearly(folded, language), _by_part(folded, language)
    return near if near and (not part or len(near.known) > len(part.known)) else part


@cache
def known_headers() -> dict[str, Field]:
    """Folded header -> field."""
    text = (files("qiao.exchange.reading") / "data" / "headers.csv").read_text(encoding="utf-8")
    found: dict[str, Field] = {}
    for row in csv.DictReader(text.splitlines()):
        for header in row["headers"].split("|"):
            found.setdefault(fold(header), Field(row["field"]))
    return found


def _without_language(folded: str) -> tuple[str, Field | None]:
    """The header without the word for a language, and the field of names in that language."""
    for field, said in words()["languages"].items():
        for word in said:
            if any(map(is_han, word)):
                if word in folded:
                    return fold(folded.replace(word, " ", 1)), Field(field)
            elif f" {word} " in f" {folded} ":
                return f" {folded} ".replace(f" {word} ", " ", 1).strip(), Field(field)
    return folded, None


def _by_part(folded: str, language: Field | None) -> Meaning | None:
    """The longest known header that this one ends with (Han), or whose words it holds."""
    own = set(folded.split())
    best = ""
    for known in known_headers():
        if any(map(is_han, known)):
            fits = len(known) > 1 and folded.endswith(known)
        else:
            fits = len(known) > 2 and own >= set(known.split())
        if fits and len(known) > len(best):
            best = known
    return _meant(best, language, 0.5 + 0.35 * len(best) / len(folded)) if best else None


def _nearly(folded: str, language: Field | None) -> Meaning | None:
    if len(folded) < _SHORTEST_NEAR:
        return None
    found = process.extractOne(folded, _long_headers(), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return _meant(found[0], language, found[1] / 100 - 0.1) if found else None


def _meant(known: str, language: Field | None, confidence: float) -> Meaning:
    field = known_headers()[known]
    return Meaning(field, language if field in _NAMED else None, confidence, "header_like", known)


@cache
def _long_headers() -> list[str]:
    return [header for header in known_headers() if len(header) >= _SHORTEST_NEAR]
