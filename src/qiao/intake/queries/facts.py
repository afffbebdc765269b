"""The facts of a document as lines of the review page, in the order in which they are worked through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from qiao.intake.enums import FactKind, ProposalState
from qiao.intake.models import Proposal
from qiao.intake.queries.marked import MarkedText
from qiao.intake.queries.readings import STYLES, SURE, parties_of, quantity_of
from qiao.intake.queries.sentences import Pieces, label_of, note_of


@dataclass(frozen=True)
class FactLine:
    """One fact of the list. `number` is its place in the document, from 1."""

    id: UUID
    number: int
    kind: FactKind
    label: Pieces
    note: Pieces
    modality: str
    state: ProposalState
    is_sure: bool
    paragraph: int
    is_open: bool = False
    lacks_party: bool = False

    @property
    def style(self) -> str:
        return STYLES[self.kind]

    @property
    def is_waiting(self) -> bool:
        return self.state == ProposalState.WAITING

    @property
    def is_refused(self) -> bool:
        return self.state == ProposalState.REFUSED


@dataclass(frozen=True)
class FactGroup:
    """The facts of one kind: the lines of the part that is shown, and the counts of the whole document."""

    kind: FactKind
    lines: tuple[FactLine, ...]
    facts: int
    waiting: int

    @property
    def decided(self) -> int:
        return self.facts - self.waiting


def group_facts(proposals: Iterable[Proposal], lines: Iterable[FactLine]) -> tuple[FactGroup, ...]:
    """Lines grouped by kind, in the order of FactKind, beside the counts of all proposals."""
    facts: Counter[FactKind] = Counter()
    waiting: Counter[FactKind] = Counter()
    for proposal in proposals:
        facts[FactKind(proposal.kind)] += 1
        waiting[FactKind(proposal.kind)] += proposal.state == ProposalState.WAITING
    by_kind: dict[FactKind, list[FactLine]] = {}
    for line in lines:
        by_kind.setdefault(line.kind, []).append(line)
    return tuple(
        FactGroup(kind, tuple(by_kind.get(kind, ())), facts[kind], waiting[kind]) for kind in FactKind if facts[kind]
    )


def line_of(proposal: Proposal, marked: MarkedText, language: str, *, opened: int = 0) -> FactLine:
    number = proposal.position + 1
    return FactLine(
        proposal.pk,
        number,
        FactKind(proposal.kind),
        label_of(proposal, language),
        note_of(proposal, language),
        proposal.modality,
        ProposalState(proposal.state),
        proposal.confidence >= SURE,
        marked.paragraph_of(number),
        number == opened,
        _lacks_party(proposal),
    )


def _lacks_party(proposal: Proposal) -> bool:
    """Something agreed without saying with whom; a bare number of agreements is a figure and lacks nobody."""
    if proposal.kind == FactKind.AGREEMENT:
        return len(parties_of(proposal)) < 2 and quantity_of(proposal) is None
    return proposal.kind == FactKind.RELATION and len(parties_of(proposal)) < 2


def in_order(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Proposals as the page lists them: by kind, then by place."""
    order = list(FactKind)
    return sorted(proposals, key=lambda p: (order.index(FactKind(p.kind)), p.position))


def next_waiting(proposals: Sequence[Proposal], after: int) -> int:
    """The number of the fact to open once `after` is decided; 0 when nothing waits.

    The next one of the list, from the top again when the end is reached.
    """
    ordered = in_order(proposals)
    at = next((i for i, p in enumerate(ordered) if p.position + 1 == after), -1)
    rest = ordered[at + 1 :] + ordered[: at + 1]
    return next((p.position + 1 for p in rest if p.state == ProposalState.WAITING), 0)
