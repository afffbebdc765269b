"""What a document tells of an agreement or a station elsewhere: said again, it is the same one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qiao.engines.text.language import is_han
from qiao.engines.text.names import fold
from qiao.intake.acceptance import Acceptance
from qiao.intake.enums import FactKind, ProposalState
from qiao.intake.models import Proposal
from qiao.meetings.acceptors import places_in
from qiao.partnerships.models import AgreementParty
from qiao.register.actions.state import location_values
from qiao.register.enums import EntityKind
from qiao.register.models import Entity, Location, Name

SIGNING, OPENING = "signed_with", "opened"

OWN_HAN, OWN_WORDS = 12, 6  # a shorter wording ("memorandum of understanding") fits many agreements


def told_before(acceptance: Acceptance, names: list[str]) -> Entity | None:
    """The agreement told in the same words, or of the same instrument between the same parties, or only signed.

    Without another side, only words of their own join two tellings: of two bare memoranda nobody can tell.
    """
    if (worded := _in_the_same_words(acceptance, acceptance.proposal, names)) is not None or len(names) < 2:
        return worded
    wanted = _folded(names)
    for proposal in _facts(acceptance, FactKind.AGREEMENT):
        same = proposal.attrs.get("kind") == acceptance.proposal.attrs.get("kind")
        if same and proposal.entity is not None and wanted <= _folded(_sides(acceptance, proposal)):
            return entity_naming(acceptance, proposal, names[1])
    return _only_signed(acceptance, wanted)


def _in_the_same_words(acceptance: Acceptance, told: Proposal, names: list[str]) -> Entity | None:
    """What the long wording of an agreement became elsewhere in the document, unless it has other sides there."""
    words = fold(told.norm)
    is_own = len(words.split()) >= OWN_WORDS or sum(map(is_han, words)) >= OWN_HAN
    if not is_own or told.kind != FactKind.AGREEMENT:
        return None
    wanted = _folded(names) if len(names) > 1 else set()
    for proposal in _facts(acceptance, FactKind.AGREEMENT):
        if proposal.entity is None or fold(proposal.norm) != words:
            continue
        sides = _sides(acceptance, proposal)
        if not wanted or len(sides) < 2 or wanted <= _folded(sides):
            return proposal.entity
    return None


def signed_before(acceptance: Acceptance, agreement: Proposal) -> Entity | None:
    """What another telling, or another signing, made of an agreement that is still waiting to come in."""
    sides = _sides(acceptance, agreement)
    return _in_the_same_words(acceptance, agreement, sides) or _only_signed(acceptance, _folded(sides))


def agreement_with(acceptance: Acceptance, name: str) -> Proposal | None:
    """The fact of this document that names the agreement which a signing tells of; refused ones aside.

    By the party named, else by its words, which stand within those of the signing.
    """
    facts = [fact for fact in _facts(acceptance, FactKind.AGREEMENT) if fact.state != ProposalState.REFUSED]
    for fact in facts:
        if fold(name) in _folded(_parties(fact)):
            return fact
    return next((fact for fact in facts if _is_bare(fact) and _within(fact, acceptance.proposal)), None)


def signing_around(acceptance: Acceptance, agreement: Proposal) -> Proposal | None:
    """The signing whose words hold those of an agreement that names no party itself; refused ones aside."""
    if not _is_bare(agreement):
        return None
    for fact in _facts(acceptance, FactKind.RELATION):
        is_open = fact.state != ProposalState.REFUSED and fact.attrs.get("kind") == SIGNING
        if is_open and len(_parties(fact)) > 1 and _within(agreement, fact):
            return fact
    return None


def entity_naming(acceptance: Acceptance, proposal: Proposal, name: str) -> Entity | None:
    """The agreement that an accepted fact became; where it became several, the one with this party."""
    claims = AgreementParty.objects.live().filter(
        zone=acceptance.act.zone,
        object=acceptance.party(name),
        evidence=acceptance.evidence_of(proposal),
    )
    held = claims.select_related("subject").first()
    return held.subject if held else proposal.entity


def station_at(acceptance: Acceptance, place: str) -> Entity | None:
    """The station that this source has at a place; None when the place is not named."""
    if not place:
        return None
    wanted = Location(**location_values(place)).answer
    told = Location.objects.live().filter(
        zone=acceptance.act.zone,
        evidence__source=acceptance.source,
        subject__kind=EntityKind.STATION,
        modality=acceptance.proposal.modality,
    )
    return next((where.subject for where in told.select_related("subject") if where.answer == wanted), None)


def opening_of(acceptance: Acceptance, name: str) -> Proposal | None:
    """The fact of this document that tells of the opening of a station so called; refused ones aside."""
    facts = acceptance.document.proposals.filter(
        zone=acceptance.act.zone, kind=FactKind.RELATION, attrs__kind=OPENING
    ).exclude(state=ProposalState.REFUSED)
    return next((fact for fact in facts.order_by("position") if fold(name) in _folded(_parties(fact)[1:2])), None)


def stations_called(acceptance: Acceptance, name: str) -> list[Entity]:
    """The stations to which this source has given a name, in the order in which they were recorded."""
    told = Name.objects.live().filter(
        zone=acceptance.act.zone, evidence__source=acceptance.source, subject__kind=EntityKind.STATION
    )
    held = (one.subject for one in told.select_related("subject").order_by("id") if fold(one.text) == fold(name))
    return list(dict.fromkeys(held))


def places_of(acceptance: Acceptance, name: str) -> list[str]:
    """Where the document says a station is: by the fact that names it, or by a fact of where it lies."""
    found: list[str] = []
    for proposal in acceptance.document.proposals.filter(zone=acceptance.act.zone).order_by("position"):
        attrs = proposal.attrs
        if proposal.kind == FactKind.ORGANISATION and fold(name) == fold(proposal.norm):
            found += places_in(str(attrs.get("place", "")))
        parties = _parties(proposal)
        if attrs.get("kind") == "located_in" and len(parties) > 1 and fold(parties[0]) == fold(name):
            found.append(parties[1])
    return list(dict.fromkeys(found))


def _only_signed(acceptance: Acceptance, wanted: frozenset[str]) -> Entity | None:
    """The nameless agreement that a signing between some of these parties has made."""
    for fact in _facts(acceptance, FactKind.RELATION):
        is_signing = fact.attrs.get("kind") == SIGNING
        if is_signing and fact.entity is not None and _folded(_parties(fact)) <= wanted:
            named = Name.objects.live().filter(zone=acceptance.act.zone, subject=fact.entity)
            if not named.exists():
                return fact.entity
    return None


def _facts(acceptance: Acceptance, kind: FactKind) -> Iterator[Proposal]:
    """The other facts of a kind and of the same modality, in the order of the text."""
    facts = acceptance.document.proposals.filter(
        zone=acceptance.act.zone, kind=kind, modality=acceptance.proposal.modality
    ).exclude(pk=acceptance.proposal.pk)
    yield from facts.select_related("entity").order_by("position")


def _sides(acceptance: Acceptance, agreement: Proposal) -> list[str]:
    """The parties that an agreement names, or those of the signing around it."""
    around = signing_around(acceptance, agreement)
    return _parties(around) if around else _parties(agreement)


def _is_bare(agreement: Proposal) -> bool:
    """Whether an agreement names no other side; a number of agreements is none."""
    return len(_parties(agreement)) < 2 and not agreement.attrs.get("count")


def _within(inner: Proposal, outer: Proposal) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _parties(proposal: Proposal) -> list[str]:
    return [str(party) for party in proposal.attrs.get("parties", [])]


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(name) for name in names)
