"""Everything the register holds about one mission, as one member may see it at one moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from qiao.meetings.models import Attendance, Event, Figure, Meeting
from qiao.missions.home import Home, home_of
from qiao.missions.models import Delegate, MissionPart
from qiao.missions.queries.claims import Asking, by_group
from qiao.missions.queries.gathered import Gathered, Part
from qiao.partnerships.models import AgreementParty, Standing
from qiao.register.enums import EntityKind, TieKind
from qiao.register.models import Dating, Entity, Evidence, Location, Name, Tie
from qiao.register.queries.groups import visible_records
from qiao.register.queries.labels import Called, called
from qiao.register.queries.preferred import preferred_ids


def gather(entity: Entity, asking: Asking) -> Gathered:
    """Load a mission in a fixed number of queries, however much belongs to it."""
    records = visible_records(entity, asking.member, as_of=asking.moment.as_of)
    delegates = asking.about(Delegate, records)
    links = asking.about(MissionPart, records)
    parts = _parts(links, asking)
    people = {d.object_id for d in delegates} | {a.object_id for p in parts for a in p.attendances}
    posts = [tie for tie in asking.about(Tie, people) if tie.kind == TieKind.HOLDS_POST]
    investors = _investors({claim.evidence.source_id for claim in (*links, *delegates)}, asking)
    sides = _sides(parts)
    mentioned = people | sides | {t.object_id for t in posts} | {t.subject_id for t in investors}
    home = home_of(asking.member.zone)
    entities = Entity.objects.visible_to(asking.member).filter(id__in=mentioned | {part.id for part in parts})
    kinds = dict(entities.values_list("id", "kind"))
    return Gathered(
        records=records,
        preferred=preferred_ids(asking.member.zone_id, records, as_of=asking.moment.as_of),
        home=home,
        names=asking.about(Name, records),
        datings=asking.about(Dating, records),
        locations=asking.about(Location, records),
        figures=asking.about(Figure, records),
        delegates=delegates,
        parts=parts,
        posts=by_group(posts, {}),
        investors=investors,
        called=called(kinds, asking.language),
        kinds=kinds,
        ours=_ours(sides, parts, home, asking),
    )


def _parts(links: list[MissionPart], asking: Asking) -> list[Part]:
    groups = asking.groups(link.object_id for link in links)
    ids = list(groups)
    told: dict[UUID, list[MissionPart]] = {}
    for link in links:
        if link.object_id in groups:
            told.setdefault(groups[link.object_id], []).append(link)
    kinds = dict(Entity.objects.visible_to(asking.member).filter(id__in=ids).values_list("id", "kind"))
    sorts = dict(Event.objects.filter(entity_id__in=ids).values_list("entity_id", "kind"))
    sorts |= dict(Meeting.objects.filter(entity_id__in=ids).values_list("entity_id", "kind"))
    names = by_group(asking.about(Name, ids), groups)
    datings = by_group(asking.about(Dating, ids), groups)
    locations = by_group(asking.about(Location, ids), groups)
    attendances = by_group(asking.about(Attendance, ids), groups)
    parties = by_group(asking.about(AgreementParty, ids), groups)
    standings = by_group(asking.about(Standing, ids), groups)
    in_text_order = sorted(told, key=lambda group: _place(told[group][0].evidence, group))
    return [
        Part(
            id=group,
            kind=kinds[told[group][0].object_id],
            sort=sorts.get(told[group][0].object_id, ""),
            links=told[group],
            names=names.get(group, []),
            datings=datings.get(group, []),
            locations=locations.get(group, []),
            attendances=attendances.get(group, []),
            parties=parties.get(group, []),
            standings=standings.get(group, []),
        )
        for group in in_text_order
    ]


def _place(evidence: Evidence, record: UUID) -> tuple[str, int, str]:
    return str(evidence.source_id), evidence.start or 0, str(record)


def gather_parts(missions: Mapping[UUID, UUID], kinds: Collection[EntityKind], asking: Asking) -> dict[UUID, Gathered]:
    """For many missions at once, only their parts of these kinds: enough to reckon what is named.

    missions   record -> what stands for its group, as `Asking.groups` gives it.
    """
    links = list(asking.claims(MissionPart).about(missions).filter(object__kind__in=kinds))
    parts = _parts(links, asking)
    sides = _sides(parts)
    home, names = home_of(asking.member.zone), called(sides, asking.language)
    ours = _ours(sides, parts, home, asking)
    of_group: dict[UUID, list[Part]] = defaultdict(list)
    for part in parts:
        for group in {missions[link.subject_id] for link in part.links}:
            of_group[group].append(part)
    return {group: _only(found, home, names, ours) for group, found in of_group.items()}


def _only(parts: list[Part], home: Home, names: Mapping[UUID, Called], ours: frozenset[UUID]) -> Gathered:
    return Gathered(
        records=[],
        preferred=frozenset(),
        home=home,
        names=[],
        datings=[],
        locations=[],
        figures=[],
        delegates=[],
        parts=parts,
        posts={},
        investors=[],
        called=names,
        kinds={},
        ours=ours,
    )


def _investors(sources: set[UUID], asking: Asking) -> list[Tie]:
    """Who, by the mission's own sources, has invested at home."""
    return list(asking.claims(Tie).filter(kind=TieKind.INVESTED_IN, evidence__source_id__in=sources))


def _sides(parts: Iterable[Part]) -> set[UUID]:
    """Everybody who was there or signed."""
    return {a.object_id for part in parts for a in part.attendances} | {
        p.object_id for part in parts for p in part.parties
    }


def _ours(sides: Iterable[UUID], parts: list[Part], home: Home, asking: Asking) -> frozenset[UUID]:
    """Who came as the visitor, and who bears a name of the zone."""
    came = {claim.object_id for part in parts for claim in part.attendances if claim.side == "ours"}
    named = {name.subject_id for name in asking.about(Name, sides) if home.is_here(name.text)}
    return frozenset(came | named)
