"""The facts of one document, held so that they can be compared with each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from qiao.engines.text.language import is_han
from qiao.engines.text.measures import Counted, counted_by
from qiao.engines.text.names import fold
from qiao.intake.enums import FactKind, ProposalState
from qiao.intake.models import Proposal
from qiao.intake.queries.marked import MarkedText
from qiao.intake.queries.readings import parties_of, quantity_of

SENTENCE = re.compile(r"[。！？；\n]|[.!?;](?=\s)")
HAN_CLAUSE = re.compile(r"[，。！？；\n,;]")
REACH = 2000  # characters; no sentence worth comparing is longer


@dataclass(frozen=True)
class Said:
    """Words of one fact: its number, and the paragraph it stands in."""

    number: int
    words: str
    paragraph: int


class Telling:
    """The facts that stand, by kind; what was refused is no longer said."""

    def __init__(self, proposals: Iterable[Proposal], text: str, marked: MarkedText, homes: Iterable[str] = ()) -> None:
        self._text = text
        self._marked = marked
        self._homes = {fold(home) for home in homes}
        self.of: dict[FactKind, list[Proposal]] = defaultdict(list)
        for proposal in proposals:
            if proposal.state != ProposalState.REFUSED:
                self.of[FactKind(proposal.kind)].append(proposal)

    def said(self, proposal: Proposal, words: str = "") -> Said:
        return Said(proposal.position + 1, words or proposal.quote, self.paragraph(proposal))

    def paragraph(self, proposal: Proposal) -> int:
        return self._marked.paragraph_of(proposal.position + 1)

    def counts(self, counted: Counted) -> list[Proposal]:
        """The figures of one class, in order; an agreement that only counts is a figure too."""
        figures = [
            figure
            for figure in self.of[FactKind.COUNT]
            if counted_by(str(figure.attrs.get("kind", "")), str(figure.attrs.get("unit", ""))) == counted
        ]
        if counted == Counted.AGREEMENTS:
            papers = self.of[FactKind.AGREEMENT]
            figures += [paper for paper in papers if quantity_of(paper) and len(parties_of(paper)) < 2]
        return sorted(figures, key=lambda figure: figure.position)

    def ties(self, kind: str) -> list[Proposal]:
        """Relations of one kind that are told as done and name two parties or more."""
        return [
            tie
            for tie in self.of[FactKind.RELATION]
            if tie.attrs.get("kind") == kind and tie.modality == "fact" and len(parties_of(tie)) > 1
        ]

    def is_home(self, proposal: Proposal) -> bool:
        """Whether the sender itself is named, under any of its names."""
        return fold(proposal.norm) in self._homes or fold(proposal.quote) in self._homes

    def clause(self, proposal: Proposal) -> tuple[int, int]:
        """[start, end) of the clause around a fact; in a Latin script, where commas part lists, of its sentence."""
        ends = HAN_CLAUSE if any(map(is_han, proposal.quote)) else SENTENCE
        return self._between(ends, proposal.start, proposal.end)

    def sentence(self, proposal: Proposal) -> tuple[int, int]:
        return self._between(SENTENCE, proposal.start, proposal.end)

    def next_sentence(self, proposal: Proposal) -> tuple[int, int]:
        _start, end = self.sentence(proposal)
        return self._between(SENTENCE, end, end) if end < len(self._text) else (end, end)

    def _between(self, ends: re.Pattern[str], start: int, end: int) -> tuple[int, int]:
        before = [match.end() for match in ends.finditer(self._text, max(start - REACH, 0), start)]
        after = ends.search(self._text, end)
        return before[-1] if before else max(start - REACH, 0), after.end() if after else len(self._text)
