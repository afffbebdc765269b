"""A mission with everything that is told of it, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from qiao.meetings.models import Attendance, Figure
from qiao.missions.home import Home
from qiao.missions.models import Delegate, MissionPart
from qiao.partnerships.models import AgreementParty, Standing
from qiao.register.enums import EntityKind, Modality
from qiao.register.models import Dating, Evidence, Location, Name, Tie
from qiao.register.queries.labels import Called


@dataclass(frozen=True)
class Part:
    """One thing that belongs to the mission, with the claims about all its records."""

    id: UUID
    kind: str
    sort: str  # the kind of event or meeting, empty for others
    links: list[MissionPart]  # where the sources say that it belongs here
    names: list[Name]
    datings: list[Dating]
    locations: list[Location]
    attendances: list[Attendance]
    parties: list[AgreementParty]
    standings: list[Standing]

    @property
    def modality(self) -> str:
        """A fact as soon as one source tells it as a fact."""
        told = [link.modality for link in self.links]
        return Modality.FACT if Modality.FACT in told else told[0]

    @property
    def evidence(self) -> Evidence:
        return next((link for link in self.links if link.modality == self.modality), self.links[0]).evidence


@dataclass(frozen=True)
class Gathered:
    """A mission's own claims, its parts, and what everything named there is called."""

    records: list[UUID]
    preferred: frozenset[UUID]
    home: Home
    names: list[Name]
    datings: list[Dating]
    locations: list[Location]
    figures: list[Figure]
    delegates: list[Delegate]
    parts: list[Part]
    posts: Mapping[UUID, list[Tie]]
    investors: list[Tie]
    called: Mapping[UUID, Called]
    kinds: Mapping[UUID, str]
    ours: frozenset[UUID]  # the records that are the zone itself or its delegation

    def of(self, *kinds: EntityKind) -> list[Part]:
        return [part for part in self.parts if part.kind in kinds]

    def standing_for(self, record: UUID) -> UUID:
        """One id for all records of a thing."""
        name = self.called.get(record)
        return name.entity_id if name else record

    def others(self, part: Part) -> list[Attendance | AgreementParty]:
        """The claims that name the other side: hosts of a meeting, parties that are not the zone; each side once."""
        told: dict[UUID, Attendance | AgreementParty] = {}
        sides: list[Attendance | AgreementParty] = [*part.attendances, *part.parties]
        for claim in sides:
            if claim.object_id not in self.ours:
                told.setdefault(self.standing_for(claim.object_id), claim)
        return list(told.values())
