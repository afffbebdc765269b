"""Posts in a sentence: "deputy director", "head of inward investment", "directrice de l'attractivité"."""

from __future__ import annotations

from dataclasses import dataclass

from qiao.engines.extract.latin.page import Page, Sentence
from qiao.engines.extract.latin.role_tails import french_tail, german_tail, is_head
from qiao.engines.extract.latin.role_tails_en import english_tail, field_first
from qiao.engines.extract.latin.vocabulary import (
    head_kind,
    is_role_modifier,
)


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """A post named in a text: tokens[first:last], and the characters."""

    first: int
    last: int
    start: int
    end: int
    text: str


def find_roles(page: Page, sentence: Sentence, taken: frozenset[int] = frozenset()) -> list[RoleSpan]:
    """Posts of one sentence in order; `taken` holds tokens that names have claimed."""
    found: list[RoleSpan] = []
    position, floor = sentence.first, sentence.first
    while position < sentence.last:
        if position in taken or not is_head(page, sentence, position):
            position += 1
            continue
        first = _first(page, sentence, position, floor, taken)
        if sentence.language == "en":
            first = field_first(page, sentence, first, floor, taken)
        last = _last(page, sentence, position + 1, taken)
        start, end = page.tokens[first].start, page.tokens[last - 1].end
        if page.text[end : end + 1] == "." and page.tokens[last - 1].lower in ("gov", "sen", "stellv", "rep", "lt"):
            end += 1
        found.append(RoleSpan(first, last, start, end, page.text[start:end]))
        position = floor = last
    return found


def _first(page: Page, sentence: Sentence, position: int, floor: int, taken: frozenset[int]) -> int:
    first = position
    while first > floor and first - 1 not in taken:
        token = page.tokens[first - 1]
        if token.is_capital and head_kind(token.lower, sentence.language):
            break
        if token.is_capital and not page.tokens[position].is_capital and first - 1 > sentence.first:
            break
        compound = (
            token.is_word and "-" in token.text and is_role_modifier(token.lower.split("-")[0], sentence.language)
        )
        if not (is_role_modifier(token.lower, sentence.language) or compound):
            break
        first -= 1
    return first


def _last(page: Page, sentence: Sentence, last: int, taken: frozenset[int]) -> int:
    reader = {"en": english_tail, "fr": french_tail, "de": german_tail}[sentence.language]
    return reader(page, sentence, last, taken)
