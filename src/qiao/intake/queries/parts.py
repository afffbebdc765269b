"""A long document is reviewed in parts, so that a table of ten thousand rows opens as fast as a letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qiao.intake.queries.marked import MarkedText, Paragraph

FACTS = 600  # in one part


@dataclass(frozen=True)
class Part:
    """One part of a document: its number from 1, how many there are, and its facts [first, last]."""

    number: int
    of: int
    first: int
    last: int

    def __contains__(self, fact: int) -> bool:
        return self.first <= fact <= self.last

    @property
    def before(self) -> int:
        """The first fact of the part before this one; 0 when it is the first."""
        return max(self.first - FACTS, 0) if self.number > 1 else 0

    @property
    def after(self) -> int:
        """The first fact of the next part; 0 when it is the last."""
        return self.last + 1 if self.number < self.of else 0


def part_with(fact: int, facts: int) -> Part:
    """The part that holds a fact, of a document of so many; the first when the fact is none of them."""
    of = max(-(-facts // FACTS), 1)
    number = min(max((fact - 1) // FACTS + 1, 1), of) if 1 <= fact <= facts else 1
    return Part(number, of, (number - 1) * FACTS + 1, min(number * FACTS, facts))


def paragraphs_of(part: Part, marked: MarkedText) -> Sequence[Paragraph]:
    """The paragraphs from the first fact of a part up to the first of the next; the edges go to the ends."""
    if part.of == 1:
        return marked.paragraphs
    first = marked.paragraph_of(part.first) if part.number > 1 else 1
    last = marked.paragraph_of(part.last) if part.number < part.of else len(marked.paragraphs)
    return marked.paragraphs[max(first - 1, 0) : last]
