"""Missions as lines of a list, the latest recorded first."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from qiao.kit.ids import id_or_none
from qiao.meetings.enums import Measure
from qiao.meetings.models import Figure
from qiao.missions.home import home_of
from qiao.missions.models import Delegate, Mission, MissionPart
from qiao.missions.queries.claims import Asking, by_group, facts_first
from qiao.missions.queries.figures import FigureLine, claimed_line
from qiao.missions.queries.gather import gather_parts
from qiao.missions.queries.titles import Title, countries_of, title_of
from qiao.register.enums import EntityKind
from qiao.register.models import Dating, Entity, Location, Name
from qiao.register.queries.shown import Shown, shown

PAGE = 50


@dataclass(frozen=True)
class MissionLine:
    """One mission of the list."""

    mission: Mission
    title: Title
    dating: Shown[Dating] | None
    countries: list[str]
    agreements: FigureLine | None


def mission_lines(asking: Asking, *, after: str = "") -> tuple[list[MissionLine], str]:
    """A page of missions and the id after which the next begins; empty when this is the last.

    A mission of which nothing is told any more, since its facts were taken back, is left out.
    after   the id that the page before ended with; empty for the first page.
    """
    standing = Entity.objects.standing_for(asking.member).filter(kind=EntityKind.MISSION)
    rows = Mission.objects.visible_to(asking.member).filter(_is_told(asking), entity__in=standing)
    if (cut := id_or_none(after)) is not None:
        rows = rows.filter(pk__lt=cut)
    page = list(rows.order_by("-pk")[: PAGE + 1])
    shown_rows = page[:PAGE]
    lines = _lines(shown_rows, asking)
    return lines, str(shown_rows[-1].pk) if len(page) > PAGE else ""


def _is_told(asking: Asking) -> Q:
    told = Q()
    for table in (Dating, Location, Figure, Delegate, MissionPart, Name):
        claims = table._default_manager.visible_to(asking.member).live()
        told |= Q(Exists(claims.filter(subject__canonical=OuterRef("entity__canonical"))))
    return told


def _lines(missions: list[Mission], asking: Asking) -> list[MissionLine]:
    groups = asking.groups(mission.pk for mission in missions)
    names = by_group(asking.about(Name, groups), groups)
    datings = by_group(asking.about(Dating, groups), groups)
    locations = by_group(asking.about(Location, groups), groups)
    figures = by_group(asking.claims(Figure).about(groups).filter(measure=Measure.AGREEMENTS), groups)
    home = home_of(asking.member.zone)
    parts = gather_parts(groups, (EntityKind.AGREEMENT, EntityKind.STATION), asking)

    def line(mission: Mission) -> MissionLine:
        group = groups[mission.pk]
        where, when, own = locations.get(group, []), datings.get(group, []), names.get(group, [])
        return MissionLine(
            mission=mission,
            title=title_of(own, where, when, home=home, language=asking.language),
            dating=shown(facts_first(when)),
            countries=countries_of(where, home),
            agreements=claimed_line(Measure.AGREEMENTS, figures.get(group, []), parts.get(group)),
        )

    return [line(mission) for mission in missions]
