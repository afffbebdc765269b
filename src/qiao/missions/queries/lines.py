"""The lines of a mission's page: parties, parts, people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from qiao.engines.text.names import fold
from qiao.meetings.enums import EventKind, Side
from qiao.missions.queries.claims import facts_first
from qiao.missions.queries.gathered import Gathered, Part
from qiao.partnerships.models import Standing
from qiao.register.enums import EntityKind, Modality
from qiao.register.models import Dating, Evidence, Location, Name, Tie
from qiao.register.queries.labels import Called, best_name
from qiao.register.queries.shown import Shown, shown


@dataclass(frozen=True)
class Party:
    """Someone named on the page: a record the reader may open, what it is called, and where a source says so."""

    record: UUID
    called: Called
    evidence: Evidence


@dataclass(frozen=True)
class PartLine:
    """An event, meeting, agreement or station as one line of the page."""

    part: Part
    name: Name | None
    dating: Dating | None
    places: list[Location]
    others: list[Party]
    standing: Shown[Standing] | None
    is_ambiguous: bool = False  # no source names all the other sides together: it may be one or another

    @property
    def modality(self) -> str:
        return self.standing.first.claim.modality if self.standing else self.part.modality

    @property
    def modality_words(self) -> str:
        return str(Modality(self.modality).label)

    @property
    def sort_words(self) -> str:
        """The kind of an event."""
        return str(EventKind(self.part.sort).label) if self.part.sort in EventKind.values else ""

    @property
    def rung(self) -> int:
        return self.standing.first.claim.rung if self.standing else 0

    @property
    def is_on_a_day(self) -> bool:
        return self.dating is not None and self.dating.precision in ("", "day")

    def is_on(self, day: date) -> bool:
        dating = self.dating
        return dating is not None and self.is_on_a_day and dating.start_date <= day <= dating.end_date


@dataclass(frozen=True)
class PersonLine:
    """A person with the posts held at the time."""

    record: UUID
    called: Called
    posts: list[tuple[Tie, Called | None]]


def part_line(part: Part, mission: Gathered, language: str) -> PartLine:
    """One part of the mission as a line."""
    dating = shown(part.datings if part.modality != Modality.FACT else facts_first(part.datings))
    others = [
        Party(claim.object_id, mission.called[claim.object_id], claim.evidence)
        for claim in mission.others(part)
        if claim.object_id in mission.called
    ]
    return PartLine(
        part=part,
        name=best_name(part.names, language),
        dating=dating.first.claim if dating else None,
        places=each_place(part.locations),
        others=others,
        standing=shown(facts_first(part.standings) or part.standings),
        is_ambiguous=_is_ambiguous(part, mission),
    )


def _is_ambiguous(part: Part, mission: Gathered) -> bool:
    named: dict[UUID, set[UUID]] = defaultdict(set)
    for claim in part.parties:
        if claim.object_id not in mission.ours:
            named[claim.evidence_id].add(mission.standing_for(claim.object_id))
    everyone = set().union(*named.values())
    return len(everyone) > 1 and all(sides != everyone for sides in named.values())


def each_place(locations: Iterable[Location]) -> list[Location]:
    """Each place once, under the first name given."""
    found: dict[tuple[object, ...], Location] = {}
    for location in locations:
        found.setdefault(location.answer, location)
    return list(found.values())


def leaders(mission: Gathered) -> list[PersonLine]:
    """Who led the mission."""
    return _persons((claim.object_id for claim in mission.delegates if claim.leads), mission)


def people_met(mission: Gathered) -> list[PersonLine]:
    """Persons of the other side, each once, in the order of the text."""
    return _persons(
        (
            attendance.object_id
            for part in mission.of(EntityKind.EVENT, EntityKind.MEETING)
            for attendance in part.attendances
            if attendance.side != Side.OURS and mission.kinds.get(attendance.object_id) == EntityKind.PERSON
        ),
        mission,
    )


def investors(mission: Gathered) -> list[Party]:
    """The companies that the mission's own sources name as investors at home."""
    found: dict[UUID, Party] = {}
    for tie in mission.investors:
        if tie.modality == Modality.FACT and tie.subject_id in mission.called:
            party = Party(tie.subject_id, mission.called[tie.subject_id], tie.evidence)
            found.setdefault(mission.standing_for(tie.subject_id), party)
    return list(found.values())


def _persons(records: Iterable[UUID], mission: Gathered) -> list[PersonLine]:
    found: dict[UUID, PersonLine] = {}
    for record in records:
        if record in mission.called:
            line = PersonLine(record, mission.called[record], _posts(record, mission))
            found.setdefault(mission.standing_for(record), line)
    return list(found.values())


def _posts(person: UUID, mission: Gathered) -> list[tuple[Tie, Called | None]]:
    told: dict[tuple[object, ...], tuple[Tie, Called | None]] = {}
    for tie in mission.posts.get(person, []):
        key = (mission.standing_for(tie.object_id), fold(tie.role))
        told.setdefault(key, (tie, mission.called.get(tie.object_id)))
    return list(told.values())
