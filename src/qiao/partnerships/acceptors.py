"""How agreements and liaison stations enter the room of partnerships."""

from __future__ import annotations

from qiao.intake.acceptance import Acceptance, Acceptor, register_acceptor, register_claimant
from qiao.intake.enums import FactKind, ProposalState
from qiao.intake.signals import fact_accepted
from qiao.meetings.acceptors import accept_figure, places_in, record_when_and_where
from qiao.partnerships.earlier import (
    agreement_with,
    entity_naming,
    opening_of,
    places_of,
    signed_before,
    signing_around,
    station_at,
    stations_called,
    told_before,
)
from qiao.partnerships.enums import Instrument, Step
from qiao.partnerships.models import Agreement, AgreementParty, LiaisonStation, Standing
from qiao.register.actions.record import new_entity, record
from qiao.register.actions.state import location_values, name_values
from qiao.register.enums import EntityKind
from qiao.register.models import Entity, Location, Name


def register() -> None:
    """Enter the acceptors of this room."""
    register_acceptor(accept_agreement, FactKind.AGREEMENT)
    register_acceptor(accept_signing, FactKind.RELATION, "signed_with")
    register_acceptor(accept_opening, FactKind.RELATION, "opened")
    register_claimant(claim_station)


def accept_agreement(acceptance: Acceptance) -> Entity | None:
    """An agreement for each counterparty named; a number of agreements beyond them is a figure.

    Where the fact names no party, the signing around its words does, and comes in along with it.
    """
    home, *others = _names(acceptance) or [""]
    count = _count(acceptance)
    if count > len(others):
        accept_figure(acceptance)
    if not others:
        return None if count else _agreement(acceptance, acceptance.names)
    if count > 1 and len(others) > 1:
        return _announced(acceptance, [_agreement(acceptance, [home, other]) for other in others])
    return _agreement(acceptance, [home, *others])


def _names(acceptance: Acceptance) -> list[str]:
    around = signing_around(acceptance, acceptance.proposal)
    if around is None:
        return acceptance.names
    if around.state == ProposalState.WAITING:
        acceptance.pull(around)
    return [str(party) for party in around.attrs["parties"]]


def accept_signing(acceptance: Acceptance) -> Entity | None:
    """That something was agreed between two parties: it supports the agreement that the text names, or is one.

    The agreement comes in along with it, if it is waiting; it knows the instrument and the step.
    """
    if len(acceptance.names) < 2:
        return None
    named = agreement_with(acceptance, acceptance.names[1])
    if named is None:
        return _agreement(acceptance, acceptance.names)
    if named.state == ProposalState.WAITING:
        acceptance.pull(named)
        agreement = signed_before(acceptance, named) or _new_agreement(acceptance)
    else:
        agreement = entity_naming(acceptance, named, acceptance.names[1]) or _new_agreement(acceptance)
    _record_parties(acceptance, agreement, acceptance.names)
    return agreement


def accept_opening(acceptance: Acceptance) -> Entity | None:
    """A liaison station for each place where one was opened."""
    if len(acceptance.names) < 2:
        return None
    name = acceptance.names[1]
    places = places_in(acceptance.said("place")) or places_of(acceptance, name)
    return _announced(acceptance, [_station(acceptance, name, place) for place in places or [""]])


def claim_station(acceptance: Acceptance) -> Acceptor | None:
    """Facts of the name and the place of a station, which its document tells as those of a body."""
    kind = acceptance.proposal.kind
    if kind == FactKind.ORGANISATION:
        return _accept_station_name if opening_of(acceptance, _own_name(acceptance)) else None
    if kind == FactKind.RELATION and acceptance.said("kind") == "located_in" and len(acceptance.names) > 1:
        return _accept_station_place if opening_of(acceptance, acceptance.names[0]) else None
    return None


def _accept_station_name(acceptance: Acceptance) -> Entity | None:
    """One more place where the stations of that name are named; the opening comes in along with it."""
    name = _own_name(acceptance)
    _pull_opening(acceptance, name)
    stations = stations_called(acceptance, name)
    for station in stations:
        values = name_values(acceptance.proposal.quote)
        record(acceptance.act, Name, subject=station, evidence=acceptance.evidence, **values)
    return stations[0] if stations else None


def _accept_station_place(acceptance: Acceptance) -> Entity:
    """Where a station lies; the opening comes in along with it."""
    name, place = acceptance.names[:2]
    _pull_opening(acceptance, name)
    return _station(acceptance, name, place)


def _pull_opening(acceptance: Acceptance, name: str) -> None:
    opening = opening_of(acceptance, name)
    if opening is not None and opening.state == ProposalState.WAITING:
        acceptance.pull(opening)


def _own_name(acceptance: Acceptance) -> str:
    return acceptance.proposal.norm or acceptance.proposal.quote


def _announced(acceptance: Acceptance, made: list[Entity]) -> Entity:
    """The first of several entities that one fact brought; the others are told of here."""
    for entity in made[1:]:
        fact_accepted.send(sender=None, acceptance=acceptance, entity=entity)
    return made[0]


def _count(acceptance: Acceptance) -> int:
    said = acceptance.said("count")
    return int(said) if said.isdecimal() else 0


def _new_agreement(acceptance: Acceptance) -> Entity:
    return new_entity(acceptance.act, EntityKind.AGREEMENT, Agreement, acceptance.document.audience)


def _agreement(acceptance: Acceptance, names: list[str]) -> Entity:
    agreement = told_before(acceptance, names) or _new_agreement(acceptance)
    if acceptance.proposal.kind == FactKind.AGREEMENT:
        record(
            acceptance.act,
            Name,
            subject=agreement,
            evidence=acceptance.evidence,
            **name_values(acceptance.proposal.quote),
        )
    _record_parties(acceptance, agreement, names)
    acceptance.claim(
        Standing,
        agreement,
        instrument=_instrument(acceptance),
        step=_step(acceptance),
    )
    record_when_and_where(acceptance, agreement)
    return agreement


def _record_parties(acceptance: Acceptance, agreement: Entity, names: list[str]) -> None:
    for name in filter(None, names):
        acceptance.claim(
            AgreementParty,
            agreement,
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


def _station(acceptance: Acceptance, name: str, place: str) -> Entity:
    """The station at a place; one that this report has told of before is the same."""
    station = station_at(acceptance, place) or new_entity(
        acceptance.act, EntityKind.STATION, LiaisonStation, acceptance.document.audience
    )
    record(acceptance.act, Name, subject=station, evidence=acceptance.evidence, **name_values(name))
    if place:
        acceptance.claim(
            Location,
            station,
            **location_values(place),
        )
    return station
