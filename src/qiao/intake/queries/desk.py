"""Everything on the review page of one document, asked for in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qiao.intake.enums import ProposalState
from qiao.intake.models import Document, Proposal
from qiao.intake.queries.box import MENTIONS, FactBox, box_of
from qiao.intake.queries.contradictions import Contradiction, contradictions
from qiao.intake.queries.facts import FactGroup, FactLine, group_facts, line_of, next_waiting
from qiao.intake.queries.marked import MarkedText, Paragraph, locate, mark_text, places_of
from qiao.intake.queries.parties import PartyLine, party_lines
from qiao.intake.queries.parts import Part, paragraphs_of, part_with
from qiao.intake.queries.readings import SURE, Words, words_of
from qiao.intake.queries.recent import RecentDecision, recent_decisions
from qiao.zones.models import Membership

CONTRADICTIONS = 20  # a table may hold one on every row
UNKNOWN = 200  # new names listed under the text


@dataclass(frozen=True)
class Desk:
    """A document in review: its text with marks, its facts by kind, and what there is to settle first.

    `part` is what of a long document is shown; the counts are of the whole.
    """

    document: Document
    language: str
    part: Part
    paragraphs: tuple[Paragraph, ...]
    groups: tuple[FactGroup, ...]
    sure: int
    contradictions: tuple[Contradiction, ...]
    parties: tuple[PartyLine, ...]
    recent: tuple[RecentDecision, ...]
    opened: FactBox | None

    @property
    def title(self) -> Words:
        return words_of(self.document.title, self.language)

    @property
    def facts(self) -> int:
        return sum(group.facts for group in self.groups)

    @property
    def waiting(self) -> int:
        return sum(group.waiting for group in self.groups)

    @property
    def decided(self) -> int:
        return self.facts - self.waiting

    @property
    def is_done(self) -> bool:
        return self.facts > 0 and self.waiting == 0

    @property
    def asking(self) -> int:
        """Parties of whom somebody must say who they are."""
        return sum(party.asks for party in self.parties)

    @property
    def offered(self) -> tuple[PartyLine, ...]:
        """Parties that the register may know, or that a member has already judged."""
        return tuple(party for party in self.parties if party.hint is not None)

    @property
    def unknown(self) -> tuple[PartyLine, ...]:
        return tuple(party for party in self.parties if party.hint is None)

    @property
    def contradictions_first(self) -> tuple[Contradiction, ...]:
        return self.contradictions[:CONTRADICTIONS]

    @property
    def contradictions_more(self) -> int:
        return max(len(self.contradictions) - CONTRADICTIONS, 0)

    @property
    def unknown_first(self) -> tuple[PartyLine, ...]:
        return self.unknown[:UNKNOWN]

    def lines(self, numbers: set[int]) -> list[FactLine]:
        """The lines of these facts, as far as they are in the part that is shown."""
        return [line for group in self.groups for line in group.lines if line.number in numbers]


def facts_of(document: Document, member: Membership) -> list[Proposal]:
    """The proposals of a document, in the order of its text."""
    return list(Proposal.objects.visible_to(member).filter(document=document).order_by("position"))


def desk_of(document: Document, member: Membership, *, opened: int | None = None, beside: int = 0) -> Desk:
    """The review page of a document that has been read.

    opened    the number of the fact to open; None opens the first that waits, 0 none.
    beside    a fact in whose part the page stays when none is opened.
    """
    proposals = facts_of(document, member)
    source = document.source
    text, language = (source.text, source.language) if source else ("", "")
    marked = mark_text(text, places_of(proposals))
    parties = tuple(party_lines(document, member, language))
    number = next_waiting(proposals, 0) if opened is None else opened
    part = part_with(number or beside, len(proposals))
    shown = proposals[part.first - 1 : part.last]
    lines = [line_of(proposal, marked, language, opened=number) for proposal in shown]
    return Desk(
        document,
        language,
        part,
        tuple(paragraphs_of(part, marked)),
        group_facts(proposals, lines),
        sum(p.state == ProposalState.WAITING and p.confidence >= SURE for p in proposals),
        tuple(contradictions(proposals, text, marked, member.zone.home_names)),
        parties,
        tuple(recent_decisions(document)),
        _open(number, proposals, document, marked, language, parties),
    )


@dataclass(frozen=True)
class OpenedFact:
    """One fact that is opened on a page which stands already."""

    line: FactLine
    opened: FactBox
    facts: int


def opened_fact(document: Document, member: Membership, number: int) -> OpenedFact | None:
    """The fact with its line, asked for alone: what a key press waits for must not grow with the document."""
    proposals = Proposal.objects.visible_to(member).filter(document=document)
    proposal = proposals.filter(position=number - 1).first()
    if proposal is None:
        return None
    source = document.source
    text, language = (source.text, source.language) if source else ("", "")
    same = list(proposals.filter(kind=proposal.kind, norm=proposal.norm).order_by("position")[:MENTIONS])
    marked = locate(text, places_of([*same, proposal]))
    party = party_lines(document, member, language, only=proposal.party_id) if proposal.party_id else []
    return OpenedFact(
        line_of(proposal, marked, language, opened=number),
        box_of(proposal, same, document, marked, language, party),
        proposals.count(),
    )


def _open(
    number: int,
    proposals: Sequence[Proposal],
    document: Document,
    marked: MarkedText,
    language: str,
    parties: Sequence[PartyLine],
) -> FactBox | None:
    if not 1 <= number <= len(proposals):
        return None
    return box_of(proposals[number - 1], proposals, document, marked, language, parties)
