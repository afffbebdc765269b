"""The text of a document cut into paragraphs and stretches, so that facts that overlap can all be marked.

A stretch belongs to one short fact at most (its mark) and to any number of long ones (its layer): clauses such as
relations and agreements hold names and figures inside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from qiao.intake.enums import FactKind, ProposalState
from qiao.intake.models import Proposal
from qiao.intake.queries.readings import LONG, STYLES


@dataclass(frozen=True)
class Place:
    """Where one fact stands: its number in the document, [start, end), kind and state."""

    number: int
    start: int
    end: int
    kind: FactKind
    state: ProposalState

    @property
    def is_long(self) -> bool:
        return self.kind in LONG

    @property
    def is_waiting(self) -> bool:
        return self.state == ProposalState.WAITING


@dataclass(frozen=True)
class Stretch:
    """Characters that belong to the same facts.

    mark      the number of the short fact, 0 for none.   layer   the numbers of the long ones.
    begins    the numbers of the facts whose first characters these are.
    style     classes for the stylesheet.
    """

    text: str
    mark: int = 0
    layer: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    style: str = ""

    @property
    def facts(self) -> tuple[int, ...]:
        return (self.mark, *self.layer) if self.mark else self.layer

    @property
    def leads_to(self) -> int:
        return self.facts[0]


@dataclass(frozen=True)
class Paragraph:
    """One line of the text that is not blank, with how much of it is decided."""

    number: int
    start: int
    stretches: tuple[Stretch, ...]
    facts: int = 0
    decided: int = 0

    @property
    def length(self) -> int:
        return sum(len(stretch.text) for stretch in self.stretches)

    @property
    def weight(self) -> int:
        """Its share of the strip above the text, 1 to 16."""
        return min(max(self.length // 25, 1), 16)


@dataclass(frozen=True)
class MarkedText:
    paragraphs: tuple[Paragraph, ...]
    _starts: dict[int, int] = field(default_factory=dict, compare=False)

    def paragraph_of(self, number: int) -> int:
        """The paragraph in which a fact begins; 0 when it stands nowhere."""
        return self._starts.get(number, 0)


def places_of(proposals: Iterable[Proposal]) -> list[Place]:
    return [Place(p.position + 1, p.start, p.end, FactKind(p.kind), ProposalState(p.state)) for p in proposals]


def mark_text(text: str, places: Sequence[Place]) -> MarkedText:
    """Cut a text at line ends and at the edges of facts.

    Invariant   the stretches of the paragraphs, in order, are the text without its line ends and blank lines.
    """
    ordered = sorted(places, key=lambda place: (place.start, place.end))
    paragraphs: list[Paragraph] = []
    starts: dict[int, int] = {}
    at, first = 0, 0
    for line in text.split("\n"):
        end = at + len(line)
        inside, first = _inside(ordered, first, at, end)
        if line.strip():
            paragraph = _paragraph(len(paragraphs) + 1, text, at, end, inside)
            paragraphs.append(paragraph)
            for place in inside:
                starts.setdefault(place.number, paragraph.number)
        at = end + 1
    return MarkedText(tuple(paragraphs), starts)


def locate(text: str, places: Iterable[Place]) -> MarkedText:
    """Only in which paragraph each of a few facts begins; the text itself is left out."""
    starts: dict[int, int] = {}
    for place in places:
        end = text.find("\n", place.start)
        before = text[: end if end >= 0 else len(text)]
        starts[place.number] = sum(bool(line.strip()) for line in before.split("\n"))
    return MarkedText((), starts)


def _inside(ordered: Sequence[Place], first: int, start: int, end: int) -> tuple[list[Place], int]:
    """The facts that touch [start, end), and the index from which the next paragraph must look."""
    while first < len(ordered) and ordered[first].end <= start:
        first += 1
    found = []
    for place in ordered[first:]:
        if place.start >= end:
            break
        if place.end > start:
            found.append(place)
    return found, first


def _paragraph(number: int, text: str, start: int, end: int, places: Sequence[Place]) -> Paragraph:
    cuts = {start, end}
    for place in places:
        cuts.update((max(place.start, start), min(place.end, end)))
    edges = sorted(cuts)
    stretches = tuple(_stretch(text, a, b, places) for a, b in pairwise(edges))
    own = [place for place in places if place.start >= start]
    decided = sum(not place.is_waiting for place in own)
    return Paragraph(number, start, stretches, len(own), decided)


def _stretch(text: str, start: int, end: int, places: Sequence[Place]) -> Stretch:
    over = [place for place in places if place.start <= start and place.end >= end]
    if not over:
        return Stretch(text[start:end])
    short = min((p for p in over if not p.is_long), key=lambda p: (p.end - p.start, p.number), default=None)
    rest = sorted((p for p in over if p is not short), key=lambda p: (p.end - p.start, p.number))
    return Stretch(
        text[start:end],
        short.number if short else 0,
        tuple(place.number for place in rest),
        tuple(place.number for place in over if place.start == start),
        _style(short, rest),
    )


def _style(short: Place | None, rest: Sequence[Place]) -> str:
    classes = ["s", STYLES[short.kind], _done(short.state)] if short else []
    long = next((place for place in rest if place.is_long), None)
    if long is not None:
        waiting = any(place.is_waiting for place in rest if place.is_long)
        refused = all(place.state == ProposalState.REFUSED for place in rest if place.is_long)
        state = "" if waiting else "under-no" if refused else "under-done"
        classes += ["under", f"under-{STYLES[long.kind]}", state]
    return " ".join(filter(None, classes))


def _done(state: ProposalState) -> str:
    return {ProposalState.ACCEPTED: "done", ProposalState.REFUSED: "no"}.get(state, "")
