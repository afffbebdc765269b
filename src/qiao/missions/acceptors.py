"""How a mission comes out of a report: its days, its places, who led it and what belongs to it."""

from __future__ import annotations

from typing import Any

from qiao.engines.text.places import find_place
from qiao.intake.acceptance import Acceptance, register_acceptor, register_subject
from qiao.intake.enums import FactKind
from qiao.intake.signals import fact_accepted
from qiao.kit.dates import span_of
from qiao.meetings.acceptors import record_dating
from qiao.missions.home import home_of
from qiao.missions.models import Delegate, Mission, MissionPart
from qiao.register.actions.record import new_entity
from qiao.register.actions.state import location_values
from qiao.register.enums import EntityKind
from qiao.register.models import Entity, Location

PARTS = frozenset({EntityKind.EVENT, EntityKind.MEETING, EntityKind.AGREEMENT, EntityKind.STATION})


def register() -> None:
    """Enter the acceptors of this room."""
    register_subject(make_mission)
    register_acceptor(accept_date, FactKind.DATE)
    register_acceptor(accept_place, FactKind.PLACE)
    register_acceptor(accept_lead, FactKind.RELATION, "led")
    fact_accepted.connect(take_part, dispatch_uid="missions.take_part")


def make_mission(acceptance: Acceptance) -> Entity:
    """The mission that a report tells of. Until somebody names it, it goes by its places and month."""
    return new_entity(acceptance.act, EntityKind.MISSION, Mission, acceptance.document.audience)


def accept_date(acceptance: Acceptance) -> Entity | None:
    """A range of days is when the mission travelled; a single day belongs to what happened on it."""
    span = span_of(acceptance.proposal.norm)
    if span is None or acceptance.said("kind") != "range":
        return None
    mission = acceptance.subject()
    record_dating(acceptance, mission, span)
    return mission


def accept_place(acceptance: Acceptance) -> Entity | None:
    """A place abroad is on the mission's map; the home territory is not."""
    place = find_place(acceptance.proposal.quote) or find_place(acceptance.proposal.norm)
    if place is None or home_of(acceptance.act.zone).is_here(acceptance.proposal.quote):
        return None
    mission = acceptance.subject()
    acceptance.claim(
        Location,
        mission,
        **location_values(
            acceptance.proposal.quote if find_place(acceptance.proposal.quote) else acceptance.proposal.norm
        ),
    )
    return mission


def accept_lead(acceptance: Acceptance) -> Entity | None:
    """Who led the mission."""
    if not acceptance.names:
        return None
    mission = acceptance.subject()
    acceptance.claim(
        Delegate,
        mission,
        object=acceptance.party(acceptance.names[0], EntityKind.PERSON),
        leads=True,
    )
    return mission


def take_part(sender: object, *, acceptance: Acceptance, entity: Entity, **_more: Any) -> None:
    """What a report tells of its mission is part of the mission."""
    if entity.kind not in PARTS:
        return
    acceptance.claim(
        MissionPart,
        acceptance.subject(),
        object=entity,
    )
