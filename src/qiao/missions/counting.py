"""How a figure that a report claims is held against what the register can name. Rules as data, one for each measure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from qiao.meetings.enums import EventKind, Measure, MeetingKind, Side
from qiao.missions.queries.gather import Gathered, Part
from qiao.partnerships.enums import REACHED_FROM, Step
from qiao.register.enums import EntityKind, Modality
from qiao.register.models import Evidence
from qiao.register.queries.shown import shown

NOT_GATHERINGS = frozenset({EventKind.MISSION, EventKind.VISIT, EventKind.MEETING, EventKind.OPENING})


@dataclass(frozen=True)
class Item:
    """One record held against a figure, why it counts or not, and where a source says so."""

    entity_id: UUID
    because: Any  # a translated sentence
    evidence: Evidence | None
    modality: str = Modality.FACT


@dataclass(frozen=True)
class Reckoning:
    """What could be named for a figure, and what was looked at and left out."""

    counted: tuple[Item, ...]
    not_counted: tuple[Item, ...] = ()


@dataclass(frozen=True)
class CountingRule:
    """The rule of one measure: its sentence, and how it reckons."""

    measure: Measure
    says: Any  # a translated sentence
    reckon: Callable[[Gathered], Reckoning]


def _agreements(mission: Gathered) -> Reckoning:
    counted, left = [], []
    for part in mission.of(EntityKind.AGREEMENT):
        standing = shown(part.standings)
        claim = standing.first.claim if standing else None
        evidence = part.evidence[0]
        if claim is None:
            left.append(Item(part.id, _("how far it came is not stated"), evidence))
        elif claim.modality != Modality.FACT:
            left.append(
                Item(part.id, _("planned, hoped for or denied: not reached"), evidence, claim.modality)
            )
        elif Step(claim.step).rung < REACHED_FROM.rung:
            left.append(Item(part.id, _("talked about: not agreed"), evidence))
        else:
            counted.append(Item(part.id, _("agreed, with a party that is named"), evidence))
    for part in mission.of(EntityKind.STATION):
        counted.append(Item(part.id, _("station opened: its paper may be one of them"), part.evidence[0]))
    return Reckoning(tuple(counted), tuple(left))


def _stations(mission: Gathered) -> Reckoning:
    return _each(mission.of(EntityKind.STATION), _("station opened"))


def _events(mission: Gathered) -> Reckoning:
    events = mission.of(EntityKind.EVENT)
    gatherings = [part for part in events if part.sort not in NOT_GATHERINGS]
    others = [part for part in events if part.sort in NOT_GATHERINGS]
    return Reckoning(
        _each(gatherings, _("gathering held")).counted,
        _each(others, _("a visit, a meeting or the journey itself: no gathering")).counted,
    )


def _visits(mission: Gathered) -> Reckoning:
    meetings = mission.of(EntityKind.MEETING)
    return Reckoning(
        _each([m for m in meetings if m.sort == MeetingKind.VISIT], _("visit paid")).counted,
        _each([m for m in meetings if m.sort != MeetingKind.VISIT], _("a talk, not a visit")).counted,
    )


def _participants(mission: Gathered) -> Reckoning:
    items: dict[UUID, Item] = {}
    for part in mission.of(EntityKind.EVENT, EntityKind.MEETING):
        for attendance in part.attendances:
            is_person = mission.kinds.get(attendance.object_id) == EntityKind.PERSON
            if is_person and attendance.side != Side.OURS:
                items.setdefault(
                    attendance.object_id,
                    Item(attendance.object_id, _("met by name"), attendance.evidence),
                )
    return Reckoning(tuple(items.values()))


def _companies(mission: Gathered) -> Reckoning:
    items = {
        tie.subject_id: Item(tie.subject_id, _("named as an investor"), tie.evidence)
        for tie in mission.investors
        if tie.modality == Modality.FACT
    }
    return Reckoning(tuple(items.values()))


def _each(parts: Iterable[Part], because: Any) -> Reckoning:
    return Reckoning(tuple(Item(part.id, because, part.evidence[0]) for part in parts))


RULES: dict[Measure, CountingRule] = {
    rule.measure: rule
    for rule in (
        CountingRule(
            Measure.AGREEMENTS,
            _(
                "What the report states is “claimed”. “Named” is an agreement of which the text gives the other "
                "side and which it says was reached. One is counted once, however often it is told; hopes are "
                "not counted. A station opened may stand on a paper of its own and is counted at most."
            ),
            _agreements,
        ),
        CountingRule(
            Measure.STATIONS, _("Each liaison station of which the text gives the place is named."), _stations
        ),
        CountingRule(
            Measure.EVENTS,
            _("Each gathering with a name of its own is named; visits and the journey are not."),
            _events,
        ),
        CountingRule(Measure.VISITS, _("Each host visited is named; talks are not visits."), _visits),
        CountingRule(
            Measure.PARTICIPANTS,
            _(
                "Each person of the other side who is met by name is named; a list of those present is not at hand."
            ),
            _participants,
        ),
        CountingRule(
            Measure.COMPANIES,
            _("Each company that the text names as an investor in the zone is named."),
            _companies,
        ),
    )
}
