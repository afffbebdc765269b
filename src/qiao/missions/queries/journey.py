"""Where and when: the days of a mission, and its map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from qiao.kit import show
from qiao.kit.worldmap import Drawing, Spot, draw
from qiao.missions.queries.gathered import Gathered
from qiao.missions.queries.lines import PartLine
from qiao.missions.queries.titles import towns_abroad
from qiao.register.models import Dating

DAYS_AT_MOST = 31  # a longer journey is told, not drawn


@dataclass(frozen=True)
class DayLine:
    """One day of the journey, as a calendar prints it, and what is dated to it."""

    day: date
    number: str
    weekday: str
    parts: list[PartLine]

    @property
    def is_weekend(self) -> bool:
        return self.day.weekday() >= 5


def days_of(dating: Dating | None, lines: Iterable[PartLine], language: str) -> list[DayLine]:
    """The days from the first to the last, both among them; none when they are not known to the day."""
    if dating is None or dating.days > DAYS_AT_MOST or dating.precision not in ("", "day"):
        return []
    told = [line for line in lines if line.is_on_a_day]
    return [
        DayLine(
            day=day,
            number=show.day_of_month(day, language, with_month=day.day == 1),
            weekday=show.weekday(day, language),
            parts=[line for line in told if line.is_on(day)],
        )
        for day in (dating.start_date + timedelta(days=offset) for offset in range(dating.days))
    ]


def map_of(mission: Gathered, lines: Iterable[PartLine], language: str) -> Drawing | None:
    """Towns of the mission and of what belongs to it; solid where something is dated to a day."""
    dated = {place.answer for line in lines if line.is_on_a_day for place in line.places}
    locations = [*mission.locations, *(place for part in mission.parts for place in part.locations)]
    spots = [
        Spot(str(place.pk), show.place(place.place, language), place.latitude, place.longitude, answer in dated)
        for answer, place in towns_abroad(locations, mission.home).items()
        if place.latitude is not None and place.longitude is not None
    ]
    return draw(spots, countries=[place.country for place in locations if place.country])
