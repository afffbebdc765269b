"""A mission as its page tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from qiao.kit.worldmap import Drawing
from qiao.meetings.enums import Measure, MeetingKind
from qiao.missions.counting import RULES
from qiao.missions.models import Mission
from qiao.missions.queries.claims import Asking, facts_first
from qiao.missions.queries.figures import FigureLine, figure_lines, named_line
from qiao.missions.queries.gather import gather
from qiao.missions.queries.gathered import Gathered
from qiao.missions.queries.journey import DayLine, days_of, map_of
from qiao.missions.queries.lines import PartLine, Party, PersonLine, investors, leaders, part_line, people_met
from qiao.missions.queries.titles import Title, countries_of, title_of
from qiao.register.enums import EntityKind
from qiao.register.models import Dating, Source
from qiao.register.queries.shown import Shown, shown
from qiao.register.queries.sources import SourceName, source_name


@dataclass(frozen=True)
class MissionPage:
    """All that the page of a mission shows. `named` has the figure line of every measure that has a rule."""

    mission: Mission
    gathered: Gathered
    title: Title
    dating: Shown[Dating] | None
    countries: list[str]
    figures: list[FigureLine]
    named: dict[str, FigureLine]
    days: list[DayLine]
    map: Drawing | None
    events: list[PartLine]
    visits: list[PartLine]
    talks: list[PartLine]
    agreements: list[PartLine]
    stations: list[PartLine]
    leaders: list[PersonLine]
    people: list[PersonLine]
    investors: list[Party]
    sources: list[SourceName]

    @property
    def encounters(self) -> list[PartLine]:
        return [*self.visits, *self.talks]

    @property
    def undated(self) -> int:
        return sum(line.dating is None for line in self.encounters)

    @property
    def unnamed(self) -> range:
        """The agreements that are claimed and have no name yet, by their number."""
        line = self.named[Measure.AGREEMENTS.value]
        return range(line.named + 1, line.claimed + 1) if line.is_drawn else range(0)

    @property
    def is_empty(self) -> bool:
        return not (self.gathered.parts or self.figures or self.dating or self.gathered.locations)


def mission_page(mission: Mission, asking: Asking) -> MissionPage:
    """Everything about one mission that the member may see, in a fixed number of queries."""
    gathered = gather(mission.entity, asking)
    language = asking.language
    events, meetings, agreements, stations = (
        [part_line(part, gathered, language) for part in gathered.of(kind)]
        for kind in (EntityKind.EVENT, EntityKind.MEETING, EntityKind.AGREEMENT, EntityKind.STATION)
    )
    dating = shown(facts_first(gathered.datings), gathered.preferred)
    figures = figure_lines(gathered, language)
    return MissionPage(
        mission=mission,
        gathered=gathered,
        title=title_of(gathered.names, gathered.locations, gathered.datings, home=gathered.home, language=language),
        dating=dating,
        countries=countries_of(gathered.locations, gathered.home),
        figures=figures,
        named={measure.value: named_line(measure, figures, gathered) for measure in RULES},
        days=days_of(dating.first.claim if dating else None, [*events, *meetings], language),
        map=map_of(gathered, [*events, *meetings], language),
        events=sorted(events, key=_when),
        visits=[line for line in meetings if line.part.sort == MeetingKind.VISIT],
        talks=[line for line in meetings if line.part.sort != MeetingKind.VISIT],
        agreements=agreements,
        stations=stations,
        leaders=leaders(gathered),
        people=people_met(gathered),
        investors=investors(gathered),
        sources=_sources(gathered),
    )


def _when(line: PartLine) -> date:
    return line.dating.start_date if line.dating else date.max


def _sources(gathered: Gathered) -> list[SourceName]:
    """The sources that tell of the mission, in the order in which they came."""
    claims = [*gathered.datings, *gathered.locations, *gathered.figures, *gathered.delegates]
    cited = [*(claim.evidence for claim in claims), *(link.evidence for p in gathered.parts for link in p.links)]
    sources: dict[object, Source] = {evidence.source_id: evidence.source for evidence in cited}
    return [source_name(source) for source in sorted(sources.values(), key=lambda source: str(source.pk))]
