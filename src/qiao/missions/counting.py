"""How a figure that a report claims is held against what the register can name. Rules as data, one for each measure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from qiao.meetings.enums import EventKind, Measure, MeetingKind, Side
from qiao.missions.queries.claims import facts_first
from qiao.missions.queries.gathered import Gathered, Part
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


NOT_REACHED = _("planned, hoped for or denied: not reached")


def _agreements(mission: Gathered) -> Reckoning:
    counted, left = [], []
    for part in mission.of(EntityKind.AGREEMENT):
        because = _not_agreed(part, mission)
        if because is None:
            counted.append(_item(part, _("agreed, with a party that is named")))
        else:
            left.append(_item(part, because))
    for part in mission.of(EntityKind.STATION):
        if part.modality == Modality.FACT:
            counted.append(_item(part, _("station opened: its paper may be one of them")))
        else:
            left.append(_item(part, NOT_REACHED))
    return Reckoning(tuple(counted), tuple(left))


def _not_agreed(part: Part, mission: Gathered) -> Any:
    """Why an agreement is not counted; None when it is."""
    standing = shown(facts_first(part.standings))
    if standing is None:
        return NOT_REACHED if part.standings else _("how far it came is not stated")
    claim = standing.first.claim
    if claim.modality != Modality.FACT:
        return NOT_REACHED
    if Step(claim.step).rung < REACHED_FROM.rung:
        return _("talked about: not agreed")
    return None if mission.others(part) else _("the other side is not named")


def _stations(mission: Gathered) -> Reckoning:
    return _facts(mission.of(EntityKind.STATION), _("station opened"))


def _events(mission: Gathered) -> Reckoning:
    events = mission.of(EntityKind.EVENT)
    held = _facts([part for part in events if part.sort not in NOT_GATHERINGS], _("gathering held"))
    others = [part for part in events if part.sort in NOT_GATHERINGS]
    return _aside(held, others, _("a visit, a meeting or the journey itself: no gathering"))


def _visits(mission: Gathered) -> Reckoning:
    meetings = mission.of(EntityKind.MEETING)
    paid = _facts([part for part in meetings if part.sort == MeetingKind.VISIT], _("visit paid"))
    return _aside(paid, [part for part in meetings if part.sort != MeetingKind.VISIT], _("a talk, not a visit"))


def _participants(mission: Gathered) -> Reckoning:
    items: dict[UUID, Item] = {}
    for part in mission.of(EntityKind.EVENT, EntityKind.MEETING):
        for attendance in part.attendances:
            is_person = mission.kinds.get(attendance.object_id) == EntityKind.PERSON
            is_met = attendance.side != Side.OURS and attendance.modality == Modality.FACT
            if is_person and is_met:
                stands = mission.standing_for(attendance.object_id)
                items.setdefault(stands, Item(attendance.object_id, _("met by name"), attendance.evidence))
    return Reckoning(tuple(items.values()))


def _companies(mission: Gathered) -> Reckoning:
    items: dict[UUID, Item] = {}
    for tie in mission.investors:
        if tie.modality == Modality.FACT:
            stands = mission.standing_for(tie.subject_id)
            items.setdefault(stands, Item(tie.subject_id, _("named as an investor"), tie.evidence))
    return Reckoning(tuple(items.values()))


def _facts(parts: Iterable[Part], because: Any) -> Reckoning:
    """What is told as a fact counts; what is planned, hoped for or denied does not."""
    told = list(parts)
    return Reckoning(
        tuple(_item(part, because) for part in told if part.modality == Modality.FACT),
        tuple(_item(part, NOT_REACHED) for part in told if part.modality != Modality.FACT),
    )


def _aside(reckoning: Reckoning, parts: Iterable[Part], because: Any) -> Reckoning:
    left = tuple(_item(part, because) for part in parts)
    return Reckoning(reckoning.counted, reckoning.not_counted + left)


def _item(part: Part, because: Any) -> Item:
    return Item(part.id, because, part.evidence, part.modality)


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
            _("Each person of the other side who is met by name is named; a list of those present is not at hand."),
            _participants,
        ),
        CountingRule(
            Measure.COMPANIES,
            _("Each company that the text names as an investor in the zone is named."),
            _companies,
        ),
    )
}
