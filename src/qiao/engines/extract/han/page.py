"""A view text cut into words, with what the layers ask of it: neighbours, runs and boundaries."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from qiao.engines.extract.han.lexicon import lexicon
from qiao.engines.extract.han.tokens import Token, tokens

HARD = frozenset(
    "与和及跟同向对在于由从到至的了着过为是被把将就也还又再则均都并而但或使让给按据随等之其此该这那某各每自经已曾正拟赴抵往率令以因虽且应兼亦只系我你他她它本贵们很太"
)
"""Single characters that end a name, unless a longer word holds them."""

LONGEST_SENTENCE = 400
"""Characters to either side; what has no stop for longer is no prose, and must cost no more than prose."""

_PROPER = frozenset(("char", "place", "firm", "latin"))
_FILL = ("topic", "trade", "short")


@dataclass(frozen=True)
class Page:
    """The text of a view and its tokens in order."""

    text: str
    tokens: tuple[Token, ...]

    @cached_property
    def index_at(self) -> dict[int, int]:
        """Token index by its start."""
        return {token.start: index for index, token in enumerate(self.tokens)}

    @cached_property
    def index_ending(self) -> dict[int, int]:
        """Token index by its end."""
        return {token.end: index for index, token in enumerate(self.tokens)}

    def token(self, index: int) -> Token | None:
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence around a place: between full stops, semicolons and line ends."""
        return _between(self._sentence_stops, at, len(self.text))

    def clause(self, at: int) -> tuple[int, int]:
        """The clause around a place: between commas too, but not inside brackets."""
        return _between(self._clause_stops, at, len(self.text))

    @cached_property
    def _sentence_stops(self) -> list[int]:
        return [at for at, char in enumerate(self.text) if char in "。!?;\n"]

    @cached_property
    def _clause_stops(self) -> list[int]:
        return [at for at, char in enumerate(self.text) if char in "。!?;\n,:"]


def page(text: str, marked: list[tuple[int, int]]) -> Page:
    """Cut a view text, keeping the spans already read whole."""
    return Page(text, tuple(tokens(text, marked)))


def is_proper(token: Token) -> bool:
    """Whether a word can be the heart of a name: unknown, a place, a known firm, a run of letters."""
    return bool(_PROPER & token.classes) or is_soft(token)


def is_soft(token: Token) -> bool:
    """A single common character that may just as well be part of a name (大, 里, 高)."""
    return len(token.word) == 1 and not token.is_stop and "mark" not in token.classes and token.word not in HARD


def is_fill(token: Token) -> bool:
    """Whether a word may stand inside a name without making one."""
    return token.has(*_FILL) or bool(token.of("head"))


def is_element(token: Token) -> bool:
    """Whether a word may be part of the name of an organisation."""
    return is_proper(token) or is_fill(token)


def ends_name(text: str, at: int) -> bool:
    """Whether a word at this place cannot continue a personal name: a stop, a particle, a known longer word."""
    if at >= len(text):
        return True
    char = text[at]
    if not char.isalnum() or char in HARD or char.isascii():
        return True
    word = lexicon().longest_at(text, at)
    return len(word) > 1 and not lexicon().classes(word) <= {"place", "topic", "trade", "firm"}


def _between(stops: list[int], at: int, size: int) -> tuple[int, int]:
    """The span around a place between the stop before it and the stop at or after it."""
    index = bisect_left(stops, at)
    start = stops[index - 1] + 1 if index else 0
    end = stops[index] if index < len(stops) else size
    return max(start, at - LONGEST_SENTENCE), min(end, at + LONGEST_SENTENCE)
