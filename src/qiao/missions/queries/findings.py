"""What does not fit in a mission as it is planned now: one sentence for each thing, before anybody travels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from uuid import UUID

from django.utils.translation import gettext

from qiao.kit import show
from qiao.missions.adapt import Planned
from qiao.missions.enums import Duty
from qiao.missions.models import Leg, PlannedEvent, Traveller, Visit
from qiao.missions.queries.timeline import clock
from qiao.missions.travel import clock_of

INTERPRETER = "interpreter:"


@dataclass(frozen=True, slots=True)
class Misfit:
    """One thing that does not fit, as a sentence; `visit` is the visit it is about, if it is one's."""

    words: str
    visit: UUID | None = None


def misfits(
    planned: Planned, travellers: Sequence[Traveller], names: Mapping[str, str], language: str
) -> tuple[Misfit, ...]:
    """Everything found, in the order of the journey.

    travellers   those of the mission.     names   id of a visit or event -> what it is called.
    """
    return (
        *_of_places(planned, names),
        *_of_windows(planned, names, language),
        *_of_events(planned, names, language),
        *_of_travellers(planned, travellers, names, language),
        *_of_clocks(planned, language),
    )


def _of_places(planned: Planned, names: Mapping[str, str]) -> Iterator[Misfit]:
    towns = {leg.place for leg in planned.legs}
    for visit in planned.visits:
        if visit.place not in towns:
            words = gettext("%(host)s is in a town that the mission does not go to; no plan can reach it.")
            yield Misfit(words % {"host": _name(visit, names)}, visit.pk)
    for event in planned.events:
        if event.place not in towns:
            yield Misfit(
                gettext("%(event)s is in a town that the mission does not go to.") % {"event": _name(event, names)}
            )
    for leg in planned.legs:
        if leg.latitude is None:
            words = gettext(
                "Where %(town)s lies is not known: the ways to it are guesses until you say how long they are."
            )
            yield Misfit(words % {"town": leg.town})


def _of_windows(planned: Planned, names: Mapping[str, str], language: str) -> Iterator[Misfit]:
    days = set(planned.days)
    for visit in planned.visits:
        windows = planned.windows.get(visit.pk, ())
        for window in windows:
            if window.day not in days:
                words = gettext("%(host)s named hours on %(day)s, which is no day of the mission.")
                yield Misfit(words % {"host": _name(visit, names), "day": show.day(window.day, language)}, visit.pk)
            elif window.closes - window.opens < visit.minutes:
                words = gettext("%(host)s is to take %(minutes)s minutes; the hours on %(day)s hold %(held)s.")
                told = {"minutes": visit.minutes, "held": window.closes - window.opens}
                day = show.day(window.day, language)
                yield Misfit(words % {"host": _name(visit, names), "day": day, **told}, visit.pk)
        if visit.pinned_day is not None and visit.pinned_day not in days:
            words = gettext("%(host)s is held on %(day)s, which is no day of the mission.")
            yield Misfit(words % {"host": _name(visit, names), "day": show.day(visit.pinned_day, language)}, visit.pk)


def _of_events(planned: Planned, names: Mapping[str, str], language: str) -> Iterator[Misfit]:
    days = set(planned.days)
    for event in planned.events:
        if event.day is not None and event.day not in days:
            words = gettext("%(event)s is on %(day)s, which is no day of the mission.")
            yield Misfit(words % {"event": _name(event, names), "day": show.day(event.day, language)})
    for one, other in combinations([event for event in planned.events if event.day is not None], 2):
        if one.day == other.day and one.start < other.start + other.minutes and other.start < one.start + one.minutes:
            words = gettext("%(one)s and %(other)s overlap on %(day)s from %(time)s.")
            told = {"one": _name(one, names), "other": _name(other, names), "time": clock(max(one.start, other.start))}
            yield Misfit(words % {**told, "day": show.day(one.day or date.min, language)})


def _of_travellers(
    planned: Planned, travellers: Sequence[Traveller], names: Mapping[str, str], language: str
) -> Iterator[Misfit]:
    if not travellers:
        return
    for visit in planned.visits:
        if visit.day is None:
            continue
        there = [one for one in travellers if one.party == visit.party and one.is_there(visit.day)]
        told = {"host": _name(visit, names), "day": show.day(visit.day, language)}
        if not there:
            words = gettext("Nobody of the group that is to meet %(host)s on %(day)s travels on that day.")
            yield Misfit(words % told, visit.pk)
        for need in visit.needs:
            if need.startswith(INTERPRETER) and not _interprets(there, need.removeprefix(INTERPRETER)):
                words = gettext("%(host)s needs somebody who interprets “%(language)s”; nobody there on %(day)s does.")
                yield Misfit(words % {**told, "language": need.removeprefix(INTERPRETER)}, visit.pk)


def _of_clocks(planned: Planned, language: str) -> Iterator[Misfit]:
    zones = {leg.time_zone: leg for leg in planned.legs}
    for day in planned.days:
        for name, leg in zones.items():
            gap = clock_of(name).missing(day)
            if gap is not None:
                words = gettext("On %(day)s the clocks of %(town)s skip the time from %(start)s to %(end)s.")
                told = {"day": show.day(day, language), "town": _town(leg, language)}
                yield Misfit(words % {**told, "start": clock(gap[0]), "end": clock(gap[1])})


def _interprets(there: Iterable[Traveller], language: str) -> bool:
    return any(one.duty == Duty.INTERPRETER and language in one.languages for one in there)


def _name(row: Visit | PlannedEvent, names: Mapping[str, str]) -> str:
    return names.get(str(row.pk), "…")


def _town(leg: Leg, language: str) -> str:
    return show.place(leg.town, language)
