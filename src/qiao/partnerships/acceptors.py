"""How agreements and liaison stations enter the room of partnerships."""

from __future__ import annotations

from qiao.engines.text.names import fold
from qiao.intake.acceptance import Acceptance, register_acceptor
from qiao.intake.acceptors.parties import location_values
from qiao.intake.enums import FactKind
from qiao.intake.models import Proposal
from qiao.meetings.acceptors import accept_figure, places_in, record_when_and_where
from qiao.partnerships.enums import Instrument, Step
from qiao.partnerships.models import Agreement, AgreementParty, LiaisonStation, Standing
from qiao.register.actions.record import new_entity, record
from qiao.register.actions.state import name_values
from qiao.register.enums import EntityKind
from qiao.register.models import Entity, Location, Name


def register() -> None:
    """Enter the acceptors of this room."""
    register_acceptor(accept_agreement, FactKind.AGREEMENT)
    register_acceptor(accept_signing, FactKind.RELATION, "signed_with")
    register_acceptor(accept_opening, FactKind.RELATION, "opened")


def accept_agreement(acceptance: Acceptance) -> Entity | None:
    """An agreement for each counterparty named. A bare number of agreements is a figure, not an agreement."""
    home, *others = acceptance.names or [""]
    if not others:
        return accept_figure(acceptance) if acceptance.said("count") else _agreement(acceptance, [])
    count = int(acceptance.said("count") or 1)
    if count > 1 and len(others) > 1:
        made = [_agreement(acceptance, [home, other]) for other in others]
        return made[0]
    return _agreement(acceptance, [home, *others])


def accept_signing(acceptance: Acceptance) -> Entity | None:
    """That something was agreed between two parties: it supports the agreement that the text names, or is one."""
    if len(acceptance.names) < 2:
        return None
    named = _agreement_with(acceptance, acceptance.names[1])
    if named is None:
        return _agreement(acceptance, acceptance.names)
    _record_parties(acceptance, named, acceptance.names)
    return named


def accept_opening(acceptance: Acceptance) -> Entity | None:
    """A liaison station for each place where one was opened."""
    if len(acceptance.names) < 2:
        return None
    name = acceptance.names[1]
    places = places_in(acceptance.said("place")) or _places_of(acceptance, name)
    stations = [_station(acceptance, name, place) for place in places or [""]]
    return stations[0]


def _agreement(acceptance: Acceptance, names: list[str]) -> Entity:
    agreement = new_entity(acceptance.act, EntityKind.AGREEMENT, Agreement, acceptance.document.audience)
    evidence = acceptance.evidence
    if acceptance.proposal.kind == FactKind.AGREEMENT:
        record(
            acceptance.act,
            Name,
            subject=agreement,
            evidence=evidence,
            **name_values(acceptance.proposal.quote),
        )
    _record_parties(acceptance, agreement, names)
    record(
        acceptance.act,
        Standing,
        subject=agreement,
        evidence=evidence,
        modality=acceptance.proposal.modality,
        instrument=_instrument(acceptance),
        step=_step(acceptance),
    )
    record_when_and_where(acceptance, agreement)
    return agreement


def _record_parties(acceptance: Acceptance, agreement: Entity, names: list[str]) -> None:
    for name in filter(None, names):
        record(
            acceptance.act,
            AgreementParty,
            subject=agreement,
            evidence=acceptance.evidence,
            modality=acceptance.proposal.modality,
            object=acceptance.party(name),
        )


def _instrument(acceptance: Acceptance) -> Instrument:
    kind = acceptance.said("kind")
    return Instrument(kind) if kind in Instrument.values else Instrument.OTHER


def _step(acceptance: Acceptance) -> Step:
    """The rung the words reach; without any, a fact is an intention and everything else was only mentioned."""
    step = acceptance.said("step")
    if step in Step.values:
        return Step(step)
    return {"fact": Step.INTENTION, "hope": Step.HOPED}.get(acceptance.proposal.modality, Step.MENTIONED)


def _agreement_with(acceptance: Acceptance, name: str) -> Entity | None:
    """The agreement of this document, of the same modality, that names the party; accepted along if waiting."""
    facts = acceptance.document.proposals.filter(
        zone=acceptance.act.zone, kind=FactKind.AGREEMENT, modality=acceptance.proposal.modality
    )
    for proposal in facts.order_by("position"):
        if fold(name) in {fold(str(party)) for party in proposal.attrs.get("parties", [])}:
            return _entity_of(acceptance, proposal, name)
    return None


def _entity_of(acceptance: Acceptance, proposal: Proposal, name: str) -> Entity | None:
    if proposal.entity is not None:
        party = acceptance.party(name)
        claim = AgreementParty.objects.live().filter(
            zone=acceptance.act.zone, object=party, evidence=acceptance.evidence_of(proposal)
        )
        held = claim.select_related("subject").first()
        return held.subject if held else proposal.entity
    return None


def _station(acceptance: Acceptance, name: str, place: str) -> Entity:
    station = new_entity(acceptance.act, EntityKind.STATION, LiaisonStation, acceptance.document.audience)
    record(acceptance.act, Name, subject=station, evidence=acceptance.evidence, **name_values(name))
    if place:
        record(
            acceptance.act,
            Location,
            subject=station,
            evidence=acceptance.evidence,
            modality=acceptance.proposal.modality,
            **location_values(place),
        )
    return station


def _places_of(acceptance: Acceptance, name: str) -> list[str]:
    """Where the document says the station is: by the fact that names it, or by a fact of where it lies."""
    found: list[str] = []
    for proposal in acceptance.document.proposals.filter(zone=acceptance.act.zone).order_by("position"):
        attrs = proposal.attrs
        if proposal.kind == FactKind.ORGANISATION and fold(name) == fold(proposal.norm):
            found += places_in(str(attrs.get("place", "")))
        parties = [str(party) for party in attrs.get("parties", [])]
        if attrs.get("kind") == "located_in" and len(parties) > 1 and fold(parties[0]) == fold(name):
            found.append(parties[1])
    return list(dict.fromkeys(found))
