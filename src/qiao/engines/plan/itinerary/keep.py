"""Hours of a new plan laid, where they can be, on those that were promised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qiao.engines.plan.itinerary.column import Column
from qiao.engines.plan.itinerary.grid import Day
from qiao.engines.plan.itinerary.problem import Problem
from qiao.engines.plan.itinerary.schedule import hours_of
from qiao.engines.plan.itinerary.together import Party, scarce_needs


def keep_hours(
    problem: Problem,
    days: Sequence[Day],
    columns: Sequence[Column],
    parties: Sequence[Sequence[Party]],
    promised: Mapping[str, tuple[str, int]],
) -> list[list[Party]]:
    """The same days with each stop at its promised minute where the rest of its day allows it.

    promised   stop -> the day and minute that were told to the host. Days on which parties share what is scarce stay
               as they are.
    """
    scarce = scarce_needs(problem)
    return [
        [
            party if scarce else _kept(problem, day, column, party, promised)
            for column, party in zip(_of_day(columns, day), timed, strict=True)
        ]
        for day, timed in zip(days, parties, strict=True)
    ]


def _of_day(columns: Sequence[Column], day: Day) -> list[Column]:
    return [column for column in columns if column.day == day.index]


def _kept(problem: Problem, day: Day, column: Column, party: Party, promised: Mapping[str, tuple[str, int]]) -> Party:
    told = {stop: promised.get(problem.appointments[int(day.stops[stop])].id) for stop in party.stops}
    minute = {stop: at[1] for stop, at in told.items() if at is not None and at[0] == problem.days[day.index]}
    begins = {stop: hours.begins for stop, hours in zip(party.stops, party.hours, strict=True)}
    order = tuple(sorted(party.stops, key=lambda stop: minute.get(stop, begins[stop])))
    best, most = party, -1
    for way in dict.fromkeys((order, party.stops)):
        at: dict[int, int] = {}
        hours = hours_of(day, problem.lunch, column.morning, column.night, way)
        if hours is None:
            continue
        for stop in sorted(minute, key=minute.__getitem__):
            trial = at | {stop: minute[stop]}
            found = hours_of(day, problem.lunch, column.morning, column.night, way, at=trial)
            if found is not None:
                at, hours = trial, found
        if len(at) > most:
            best, most = Party(way, tuple(hours)), len(at)
    return best
