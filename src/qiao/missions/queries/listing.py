"""Missions as lines of a list, the latest recorded first."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from qiao.kit.instants import Moment
from qiao.meetings.enums import Measure
from qiao.meetings.models import Figure
from qiao.missions.models import Mission
from qiao.register.models import Dating, Location
from qiao.register.queries.claims import by_subject, claims_about
from qiao.register.queries.shown import Shown, shown
from qiao.zones.models import Membership

PAGE = 50


@dataclass(frozen=True)
class MissionLine:
    """One mission of the list."""

    mission: Mission
    dating: Shown[Dating] | None
    countries: list[str]
    agreements: Shown[Figure] | None


def mission_lines(member: Membership, *, after: str, language: str) -> tuple[list[MissionLine], str]:
    """A page of missions and the id after which the next begins; empty when this is the last.

    after   the id that the page before ended with; empty for the first page.
    """
    rows = (
        Mission.objects.visible_to(member)
        .filter(entity__canonical_id=F("entity_id"))
        .select_related("entity")
    )
    if (cut := _uuid(after)) is not None:
        rows = rows.filter(pk__lt=cut)
    page = list(rows.order_by("-pk")[: PAGE + 1])
    more = len(page) > PAGE
    page = page[:PAGE]
    ids = [mission.pk for mission in page]
    now = Moment()
    datings = by_subject(claims_about(Dating, ids, member=member, moment=now))
    locations = by_subject(claims_about(Location, ids, member=member, moment=now))
    figures = by_subject(claims_about(Figure, ids, member=member, moment=now))
    lines = [
        MissionLine(
            mission=mission,
            dating=shown(datings.get(mission.pk, [])),
            countries=list(
                dict.fromkeys(place.country for place in locations.get(mission.pk, []) if place.country)
            ),
            agreements=shown(f for f in figures.get(mission.pk, []) if f.measure == Measure.AGREEMENTS),
        )
        for mission in page
    ]
    return lines, str(page[-1].pk) if more else ""


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
