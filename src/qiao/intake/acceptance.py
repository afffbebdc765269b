"""What an acceptor is given, and the list in which rooms enter theirs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from qiao.engines.text.names import fold
from qiao.intake.enums import FactKind, Identity, ProposalState
from qiao.intake.models import Document, Proposal, ProposedParty
from qiao.register.actions.record import new_entity, place_evidence, record
from qiao.register.actions.state import ROWS, name_values
from qiao.register.enums import EntityKind
from qiao.register.models import Claim, Entity, Evidence, Name, Source
from qiao.zones.actions import Act

C = TypeVar("C", bound=Claim)
Acceptor = Callable[["Acceptance"], Entity | None]
SubjectMaker = Callable[["Acceptance"], Entity]
Claimant = Callable[["Acceptance"], Acceptor | None]

_acceptors: dict[tuple[str, str], Acceptor] = {}
_subject_makers: list[SubjectMaker] = []
_claimants: list[Claimant] = []


class NoAcceptor(LookupError):
    """No room takes facts of this kind."""


def register_acceptor(acceptor: Acceptor, kind: FactKind, *relations: str) -> None:
    """Enter a room's acceptor for a kind of fact; relations are told apart by their own kind."""
    for relation in relations or ("",):
        _acceptors[(kind.value, relation)] = acceptor


def register_subject(maker: SubjectMaker) -> None:
    """Enter what makes the entity a report is about, when its first fact is accepted."""
    _subject_makers.append(maker)


def register_claimant(claimant: Claimant) -> None:
    """Enter what looks at each fact first, and takes it in itself where its document shows it to be of the room.

    So a name that reads like an organisation's is a station's where the document tells that it was opened.
    """
    if claimant not in _claimants:
        _claimants.append(claimant)


def acceptor_of(acceptance: Acceptance) -> Acceptor:
    """The acceptor of a fact: of the room that claims it, else of its kind. Raises NoAcceptor."""
    claimed = (claimant(acceptance) for claimant in _claimants)
    return next(filter(None, claimed), None) or acceptor_for(acceptance.proposal)


def acceptor_for(proposal: Proposal) -> Acceptor:
    """The acceptor of a kind of fact. Raises NoAcceptor."""
    relation = str(proposal.attrs.get("kind", "")) if proposal.kind == FactKind.RELATION else ""
    try:
        return _acceptors[(proposal.kind, relation)]
    except KeyError:
        raise NoAcceptor(f"Expected a kind some room accepts; found {proposal.kind} {relation}.") from None


@dataclass(frozen=True)
class Acceptance:
    """One proposal on its way into the register, inside one action."""

    act: Act
    document: Document
    proposal: Proposal
    pull: Callable[[Proposal], None]  # takes in another proposal of the document, later in the same action

    @property
    def source(self) -> Source:
        if self.document.source is None:
            raise ValueError("Expected a document that has been read.")
        return self.document.source

    @cached_property
    def evidence(self) -> Evidence:
        return self.evidence_of(self.proposal)

    def evidence_of(self, proposal: Proposal) -> Evidence:
        return place_evidence(self.act, self.source, proposal.start, proposal.end, quote=proposal.quote)

    def claim(self, table: type[C], subject: Entity, **values: Any) -> C:
        """Record what the fact itself says, at its own place and as it is said."""
        return record(
            self.act, table, subject=subject, evidence=self.evidence, modality=self.proposal.modality, **values
        )

    def said(self, key: str) -> str:
        """An attribute of the fact as text; empty when not said."""
        value = self.proposal.attrs.get(key)
        return "" if value is None else str(value)

    @property
    def names(self) -> list[str]:
        """The parties a relation or agreement names, subject first."""
        return [str(name) for name in self.proposal.attrs.get("parties", [])]

    def is_place(self, name: str) -> bool:
        """Whether the document names a place so, and no party."""
        if self._named(name) is not None:
            return False
        places = self.document.proposals.filter(zone=self.act.zone, kind=FactKind.PLACE)
        return any(fold(name) in (fold(p.quote), fold(p.norm)) for p in places)

    def party(self, name: str, kind: EntityKind = EntityKind.ORGANISATION) -> Entity:
        """The entity a name of the document stands for, made when it is new.

        Taking a party in also takes in the facts that name it: a tie cannot hang in the air.
        """
        party = self._named(name) or self._proposed(name, kind)
        if party.entity is None:
            self._settle(party, name)
        assert party.entity is not None
        return party.entity

    def subject(self) -> Entity:
        """What the document is about; made by the room that registered for it when there is none yet."""
        if self.document.about is None:
            for make in _subject_makers:
                self.document.about = make(self)
            self.document.save(update_fields=["about"])
        assert self.document.about is not None
        return self.document.about

    def earlier(self, kind: FactKind, norm: str) -> Entity | None:
        """The entity that the same thing, said elsewhere in this document, became."""
        twin = (
            self.document.proposals.filter(zone=self.act.zone, kind=kind, norm=norm, entity__isnull=False)
            .exclude(pk=self.proposal.pk)
            .first()
        )
        return twin.entity if twin else None

    def _named(self, name: str) -> ProposedParty | None:
        parties = ProposedParty.objects.filter(zone=self.act.zone, document=self.document)
        exact = parties.filter(key=fold(name)).first()
        if exact is not None:
            return exact
        return parties.filter(proposals__quote=name).first()

    def _proposed(self, name: str, kind: EntityKind) -> ProposedParty:
        party = ProposedParty(
            zone=self.act.zone, document=self.document, kind=kind, key=fold(name)[:300], name=name[:300]
        )
        party.save(force_insert=True)
        return party

    def _settle(self, party: ProposedParty, name: str) -> None:
        """Give a party its entity; the facts that name it follow, or this one names it."""
        if party.identity == Identity.EXISTING and party.hint is not None:
            party.entity = party.hint
        else:
            kind = EntityKind(party.kind)
            party.entity = new_entity(self.act, kind, ROWS[kind], self.document.audience)
            party.identity = Identity.NEW
        party.save(update_fields=["entity", "identity"])
        self.act.touch(party)
        spoken: dict[str, Proposal] = {}  # each name once: a table may repeat it on every row
        for proposal in party.proposals.filter(state=ProposalState.WAITING).order_by("position"):
            spoken.setdefault(proposal.quote, proposal)
        for proposal in spoken.values():
            self.pull(proposal)
        if not spoken:
            record(self.act, Name, subject=party.entity, evidence=self.evidence, **name_values(name))
