"""Everything the register holds about one mission, as one member may see it at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from qiao.kit.instants import Moment
from qiao.meetings.models import Attendance, Event, Figure, Meeting
from qiao.missions.models import Delegate, MissionPart
from qiao.partnerships.models import AgreementParty, Standing
from qiao.register.enums import EntityKind, TieKind
from qiao.register.models import Dating, Entity, Evidence, Location, Name, Tie
from qiao.register.queries.claims import by_subject, claims_about
from qiao.register.queries.groups import visible_records
from qiao.register.queries.labels import Called, called
from qiao.zones.models import Membership


@dataclass(frozen=True)
class Part:
    """One thing that belongs to the mission, with its claims."""

    id: UUID
    kind: str
    sort: str  # the kind of event or meeting, empty for others
    names: list[Name]
    datings: list[Dating]
    locations: list[Location]
    attendances: list[Attendance]
    parties: list[AgreementParty]
    standings: list[Standing]
    evidence: list[Evidence]  # where the sources say that it belongs here


@dataclass(frozen=True)
class Gathered:
    """A mission's own claims, its parts, and what everything named there is called."""

    entity: Entity
    records: list[UUID]
    datings: list[Dating]
    locations: list[Location]
    figures: list[Figure]
    delegates: list[Delegate]
    parts: list[Part]
    posts: Mapping[UUID, list[Tie]]
    investors: list[Tie]
    names: Mapping[UUID, Called]
    kinds: Mapping[UUID, str]

    def of(self, *kinds: EntityKind) -> list[Part]:
        return [part for part in self.parts if part.kind in kinds]


def gather(entity: Entity, *, member: Membership, moment: Moment, language: str) -> Gathered:
    """Load a mission in a fixed number of queries, however much belongs to it."""
    ask: dict[str, Any] = {"member": member, "moment": moment}
    records = visible_records(entity, member, as_of=moment.as_of)
    links = claims_about(MissionPart, records, **ask)
    parts = _parts(links, ask)
    delegates = claims_about(Delegate, records, **ask)
    people = {d.object_id for d in delegates} | {a.object_id for p in parts for a in p.attendances}
    posts = [t for t in claims_about(Tie, people, **ask) if t.kind == TieKind.HOLDS_POST]
    sources = {claim.evidence.source_id for claim in [*links, *delegates]}
    investors = _investors(sources, member, moment)
    mentioned = people | {t.object_id for t in posts} | {t.subject_id for t in investors}
    mentioned |= {party.object_id for part in parts for party in part.parties} | {p.id for p in parts}
    return Gathered(
        entity=entity,
        records=records,
        datings=claims_about(Dating, records, **ask),
        locations=claims_about(Location, records, **ask),
        figures=claims_about(Figure, records, **ask),
        delegates=delegates,
        parts=parts,
        posts=by_subject(posts),
        investors=investors,
        names=called(mentioned, language),
        kinds=dict(Entity.objects.filter(zone=member.zone, id__in=mentioned).values_list("id", "kind")),
    )


def _parts(links: list[MissionPart], ask: dict[str, Any]) -> list[Part]:
    evidence: dict[UUID, list[Evidence]] = {}
    for link in links:
        evidence.setdefault(link.object_id, []).append(link.evidence)
    ids = list(evidence)
    entities = Entity.objects.visible_to(ask["member"]).in_bulk(ids)
    sorts = dict(Event.objects.filter(entity_id__in=ids).values_list("entity_id", "kind"))
    sorts |= dict(Meeting.objects.filter(entity_id__in=ids).values_list("entity_id", "kind"))
    names = by_subject(claims_about(Name, ids, **ask))
    datings = by_subject(claims_about(Dating, ids, **ask))
    locations = by_subject(claims_about(Location, ids, **ask))
    attendances = by_subject(claims_about(Attendance, ids, **ask))
    parties = by_subject(claims_about(AgreementParty, ids, **ask))
    standings = by_subject(claims_about(Standing, ids, **ask))
    return [
        Part(
            id=pk,
            kind=entities[pk].kind,
            sort=sorts.get(pk, ""),
            names=names.get(pk, []),
            datings=datings.get(pk, []),
            locations=locations.get(pk, []),
            attendances=attendances.get(pk, []),
            parties=parties.get(pk, []),
            standings=standings.get(pk, []),
            evidence=evidence[pk],
        )
        for pk in ids
        if pk in entities
    ]


def _investors(sources: set[UUID], member: Membership, moment: Moment) -> list[Tie]:
    """Who, by the mission's own sources, has invested at home."""
    ties = Tie.objects.visible_to(member).known_at(moment.as_of).holding_on(moment.on)
    return list(
        ties.filter(kind=TieKind.INVESTED_IN, evidence__source_id__in=sources)
        .select_related("evidence__source", "recorded")
        .order_by("id")
    )
