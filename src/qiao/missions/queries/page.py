"""A mission as its page tells it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from qiao.kit import show
from qiao.kit.instants import Moment
from qiao.kit.worldmap import Drawing, Spot, draw
from qiao.meetings.enums import Measure, MeetingKind, Side
from qiao.meetings.models import Attendance
from qiao.missions.models import Mission
from qiao.missions.queries.figures import FigureLine, figure_lines
from qiao.missions.queries.gather import Gathered, Part, gather
from qiao.partnerships.models import AgreementParty, Standing
from qiao.register.enums import EntityKind, Modality
from qiao.register.models import Dating, Evidence, Location, Name, Source, Tie
from qiao.register.queries.labels import Called
from qiao.register.queries.preferred import preferred_ids
from qiao.register.queries.shown import Shown, shown
from qiao.zones.models import Membership


@dataclass(frozen=True)
class Party:
    """Someone named on the page: what they are called, and the claim that says so."""

    called: Called
    evidence: Evidence


@dataclass(frozen=True)
class PartLine:
    """An event, meeting, agreement or station as one line of the page."""

    part: Part
    name: Name | None
    dating: Dating | None
    places: list[Location]
    hosts: list[Party]
    parties: list[Party]
    standing: Shown[Standing] | None

    @property
    def id(self) -> UUID:
        return self.part.id

    @property
    def shown_parties(self) -> list[Party]:
        """The other side: hosts of a meeting, parties of an agreement after the first, which is ours."""
        return self.hosts or self.parties[1:]

    @property
    def rung(self) -> int:
        return self.standing.first.claim.rung if self.standing else 0

    @property
    def modality(self) -> str:
        if self.standing:
            return self.standing.first.claim.modality
        return self.part.attendances[0].modality if self.part.attendances else Modality.FACT


@dataclass(frozen=True)
class PersonLine:
    """A person met, with the posts held at the time."""

    called: Called
    posts: list[tuple[Tie, Called | None]]
    evidence: Evidence
    leads: bool = False


@dataclass(frozen=True)
class DayLine:
    """One day of the journey and what is dated to it."""

    day: date
    events: list[PartLine]

    @property
    def is_weekend(self) -> bool:
        return self.day.weekday() >= 5


@dataclass(frozen=True)
class MissionPage:
    """All that the page of a mission shows."""

    mission: Mission
    gathered: Gathered
    dating: Shown[Dating] | None
    places: list[Location]
    figures: list[FigureLine]
    days: list[DayLine]
    events: list[PartLine]
    visits: list[PartLine]
    talks: list[PartLine]
    agreements: list[PartLine]
    stations: list[PartLine]
    leaders: list[PersonLine]
    people: list[PersonLine]
    investors: list[Called]
    sources: list[Source]
    map: Drawing | None

    @property
    def title_is_own(self) -> bool:
        """Whether the title was given by a member rather than taken from the source."""
        return all(source.title != self.mission.title for source in self.sources)

    @property
    def undated(self) -> list[PartLine]:
        return [line for line in (*self.visits, *self.talks) if line.dating is None]

    @property
    def gaps(self) -> range:
        """The agreements that are claimed and have no name yet, by their number."""
        line = next((line for line in self.figures if line.claim.measure == Measure.AGREEMENTS), None)
        return range(line.named + 1, line.claimed + 1) if line and line.missing else range(0)

    @property
    def countries(self) -> list[str]:
        return list(dict.fromkeys(place.country for place in self.places if place.country))

    @property
    def towns(self) -> list[Location]:
        return [place for place in self.places if place.place]

    @property
    def unnamed_agreements(self) -> int:
        return len(self.gaps)


def mission_page(mission: Mission, *, member: Membership, moment: Moment, language: str) -> MissionPage:
    """Everything about one mission that the member may see, in a fixed number of queries."""
    gathered = gather(mission.entity, member=member, moment=moment, language=language)
    lines = {part.id: _line(part, gathered) for part in gathered.parts}
    dating = shown(gathered.datings)
    events = [lines[part.id] for part in gathered.of(EntityKind.EVENT)]
    meetings = [lines[part.id] for part in gathered.of(EntityKind.MEETING)]
    return MissionPage(
        mission=mission,
        gathered=gathered,
        dating=dating,
        places=_once(gathered.locations),
        figures=figure_lines(gathered, preferred_ids(member.zone_id, gathered.records, as_of=moment.as_of)),
        days=_days(dating, [*events, *meetings]),
        events=sorted(events, key=_when),
        visits=[line for line in meetings if line.part.sort == MeetingKind.VISIT],
        talks=[line for line in meetings if line.part.sort != MeetingKind.VISIT],
        agreements=[lines[part.id] for part in gathered.of(EntityKind.AGREEMENT)],
        stations=[lines[part.id] for part in gathered.of(EntityKind.STATION)],
        leaders=_leaders(gathered),
        people=_people(gathered),
        investors=_investors(gathered),
        sources=_sources(gathered),
        map=_map(gathered, [*events, *meetings], language),
    )


def _line(part: Part, gathered: Gathered) -> PartLine:
    dating = shown(part.datings)
    return PartLine(
        part=part,
        name=part.names[0] if part.names else None,
        dating=dating.first.claim if dating else None,
        places=_once(part.locations),
        hosts=_parties((a for a in part.attendances if a.side != Side.OURS), gathered),
        parties=_parties(part.parties, gathered),
        standing=shown(part.standings),
    )


def _parties(claims: Iterable[Attendance | AgreementParty], gathered: Gathered) -> list[Party]:
    found: dict[UUID, Party] = {}
    for claim in claims:
        name = gathered.names.get(claim.object_id)
        if name is not None:
            found.setdefault(name.entity_id, Party(name, claim.evidence))
    return list(found.values())


def _once(locations: list[Location]) -> list[Location]:
    """Each place once, under the first name given."""
    found: dict[tuple[object, ...], Location] = {}
    for location in locations:
        found.setdefault(_spot(location), location)
    return list(found.values())


def _spot(location: Location) -> tuple[object, ...]:
    """One town by its coordinates when they are known, else by its name."""
    if location.latitude is None or location.longitude is None:
        return (location.place, location.country)
    return (bool(location.place), round(location.latitude, 2), round(location.longitude, 2))


def _when(line: PartLine) -> tuple[date, str]:
    return (line.dating.start_date if line.dating else date.max, str(line.id))


def _days(dating: Shown[Dating] | None, lines: list[PartLine]) -> list[DayLine]:
    """The days of the journey; a span of more than a month is told, not drawn."""
    if dating is None or dating.first.claim.days > 31:
        return []
    first = dating.first.claim
    days = (first.start_date + timedelta(days=offset) for offset in range(first.days))
    return [
        DayLine(day, [line for line in lines if line.dating and line.dating.start_date == day])
        for day in days
    ]


def _map(gathered: Gathered, lines: list[PartLine], language: str) -> Drawing | None:
    """Towns of the mission and of what belongs to it; solid where something is dated."""
    dated = {_spot(place) for line in lines if line.dating for place in line.places}
    found: dict[tuple[object, ...], Spot] = {}
    everywhere = [*gathered.locations, *(place for part in gathered.parts for place in part.locations)]
    for place in everywhere:
        if place.place and place.latitude is not None and place.longitude is not None:
            label = show.place(place.place, language)
            spot = Spot(str(place.pk), label, place.latitude, place.longitude, _spot(place) in dated)
            found.setdefault(_spot(place), spot)
    marked = [place.country for place in everywhere if place.country]
    return draw(list(found.values()), countries=marked)


def _leaders(gathered: Gathered) -> list[PersonLine]:
    found: dict[UUID, PersonLine] = {}
    for delegate in gathered.delegates:
        name = gathered.names.get(delegate.object_id)
        if name is not None and delegate.leads:
            posts = _posts(delegate.object_id, gathered)
            found.setdefault(name.entity_id, PersonLine(name, posts, delegate.evidence, leads=True))
    return list(found.values())


def _investors(gathered: Gathered) -> list[Called]:
    names = (gathered.names.get(tie.subject_id) for tie in gathered.investors)
    return list({name.entity_id: name for name in names if name is not None}.values())


def _posts(person: UUID, gathered: Gathered) -> list[tuple[Tie, Called | None]]:
    told: dict[tuple[object, ...], tuple[Tie, Called | None]] = {}
    for tie in gathered.posts.get(person, []):
        told.setdefault(tie.value, (tie, gathered.names.get(tie.object_id)))
    return list(told.values())


def _people(gathered: Gathered) -> list[PersonLine]:
    """Persons of the other side who were met, each once, in the order of the text."""
    found: dict[UUID, PersonLine] = {}
    for part in gathered.parts:
        for attendance in part.attendances:
            name = gathered.names.get(attendance.object_id)
            is_person = gathered.kinds.get(attendance.object_id) == EntityKind.PERSON
            if name is not None and is_person and attendance.side != Side.OURS:
                posts = _posts(attendance.object_id, gathered)
                found.setdefault(name.entity_id, PersonLine(name, posts, attendance.evidence))
    return list(found.values())


def _sources(gathered: Gathered) -> list[Source]:
    claims = [*gathered.datings, *gathered.locations, *gathered.figures, *gathered.delegates]
    sources = {claim.evidence.source_id: claim.evidence.source for claim in claims}
    for part in gathered.parts:
        for evidence in part.evidence:
            sources.setdefault(evidence.source_id, evidence.source)
    return sorted(sources.values(), key=lambda source: str(source.pk))
