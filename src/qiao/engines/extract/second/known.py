"""The names of a text and what they stand for, with the sentences in which they are looked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from qiao.engines.extract.problem import Reading
from qiao.engines.extract.result import Fact, FactType
from qiao.engines.extract.second.passages import sentence_spans
from qiao.engines.text.language import is_mainly_han, language_of
from qiao.engines.text.names import fold
from qiao.engines.text.view import simplified

NAMES = (FactType.ORGANISATION, FactType.PERSON, FactType.PLACE)


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands in a sentence, and the one thing it is a form of."""

    start: int
    end: int
    type: FactType
    norm: str


@dataclass
class Known:
    """A text with the names read in it so far. It grows only by names that were verified."""

    reading: Reading
    facts: list[Fact]
    _forms: dict[str, tuple[FactType, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for fact in self.facts:
            self.learn(fact)

    @property
    def text(self) -> str:
        return self.reading.text

    @cached_property
    def plain(self) -> str:
        """The text in simplified script, character for character: places are the same as in the text."""
        return "".join(map(simplified, self.reading.text))

    @cached_property
    def language(self) -> str:
        """ "zh", "en", "fr" or "de": whose words are looked for."""
        if is_mainly_han(self.reading.text):
            return "zh"
        tag = language_of(self.reading.text)
        return tag if tag in ("fr", "de") else "en"

    @cached_property
    def names(self) -> list[Fact]:
        """The names the offline reader sees."""
        return [fact for fact in self.facts if fact.type in NAMES]

    @cached_property
    def all_names(self) -> list[Name]:
        """Every place where a name of the offline reader stands."""
        return self.names_in(0, len(self.text))

    @cached_property
    def home(self) -> str:
        """The one thing that the sender's name stands for, or "" when nobody is at home."""
        said = self.reading.home
        return self._forms[said][1] if said in self._forms else said

    def learn(self, fact: Fact) -> None:
        if fact.type in NAMES:
            self._forms.setdefault(fact.text, (fact.type, fact.norm or fact.text))

    def meaning(self, name: str) -> str:
        """What a name is a form of; the name itself when it is unknown."""
        folded = fold(name)
        if name in self._forms:
            return self._forms[name][1]
        for form, (_, norm) in self._forms.items():
            if folded and folded in (fold(form), fold(norm)):
                return norm
        return name

    def stands(self, name: str, start: int, end: int) -> bool:
        """Whether a name, or another form of it, stands between two places; the home need not be named."""
        if name in self.text[start:end] or self.meaning(name) == self.home or name == self.home:
            return True
        return any(found.norm == self.meaning(name) for found in self.names_in(start, end))

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentences that hold a stretch of the text."""
        spans = self._sentences
        first = bisect_right([span[0] for span in spans], start) - 1
        last = bisect_right([span[0] for span in spans], max(start, end - 1)) - 1
        return spans[max(first, 0)][0], spans[max(last, 0)][1]

    def names_in(self, start: int, end: int) -> list[Name]:
        """All known names between two places, the longest first where they overlap, in order."""
        taken: list[Name] = []
        for form in sorted(self._forms, key=len, reverse=True):
            kind, norm = self._forms[form]
            at = self.text.find(form, start, end)
            while at >= 0:
                if is_whole(self.text, at, at + len(form)) and is_free(taken, at, at + len(form)):
                    taken.append(Name(at, at + len(form), kind, norm))
                at = self.text.find(form, at + 1, end)
        return sorted(taken, key=lambda name: name.start)

    @cached_property
    def _sentences(self) -> list[tuple[int, int]]:
        return sentence_spans(self.reading.text) or [(0, 0)]


def is_free(taken: Iterable[Name], start: int, end: int) -> bool:
    return not any(name.start < end and start < name.end for name in taken)


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch neither begins nor ends inside a word written with spaces."""
    return not (_is_inside(text, start) or _is_inside(text, end))


def _is_inside(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    return left.isalnum() and right.isalnum() and left < "\u2e80" and right < "\u2e80"
