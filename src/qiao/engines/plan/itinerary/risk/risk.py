"""What a plan delivers on average, and how likely each appointment is to be missed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from qiao.engines.plan.itinerary.grid import Day, days_of
from qiao.engines.plan.itinerary.problem import Event, Problem, Slack
from qiao.engines.plan.itinerary.result import Plan, Row
from qiao.engines.plan.itinerary.risk.day import walk_of
from qiao.engines.plan.itinerary.risk.delays import SEED, TRIPS, Delays, draws_of
from qiao.engines.plan.itinerary.risk.walk import Walked, walked


@dataclass(frozen=True, slots=True)
class Chance:
    """Of one appointment: the share of trips on which it is missed, and minutes it begins late where it is not."""

    id: str
    missed: float
    late_minutes: float


@dataclass(frozen=True, slots=True)
class Risk:
    """A plan under delay, over `trips` simulated journeys.

    planned, delivered   prize on paper, and met on average.     unbroken   share of trips on which nothing is missed.
    late_home            share of party days that end after the day's last minute.
    """

    trips: int
    seed: int
    planned: int
    delivered: float
    unbroken: float
    late_home: float
    chances: tuple[Chance, ...]

    @property
    def share(self) -> float:
        """Delivered of planned; 1 when nothing is planned."""
        return self.delivered / self.planned if self.planned else 1.0


def risk_of(
    problem: Problem, plan: Plan, *, delays: Delays | None = None, trips: int = TRIPS, seed: int = SEED
) -> Risk:
    """Walk a plan `trips` times, each with delays of its own, at travel times without the problem's slack.

    plan   keeps every rule (`check.broken_rules`).     Source: the delay model of `Delays`; how a party goes on
    after a miss is said in `walk`. A host met by nobody counts nothing; a missed one costs its whole prize.
    """
    bare = replace(problem, slack=Slack())
    generator = np.random.default_rng(seed)
    whole = np.ones(trips, bool)
    prize = {host.id: host.prize for host in problem.hosts}
    chances: list[Chance] = []
    delivered, late, nights = 0.0, 0.0, 0
    for row, day, morning in _rows(bare, plan):
        done = _walked(bare, row, day, morning, delays or Delays(), trips, generator)
        whole &= done.met.all(axis=1)
        late, nights = late + float((done.home > day.closes).mean()), nights + 1
        for place, stop in enumerate(row.stops):
            chances.append(_chance(stop.id, done.met[:, place], done.behind[:, place]))
            delivered += prize.get(stop.id, 0) * (1.0 - chances[-1].missed)
    return Risk(trips, seed, plan.prize, delivered, float(whole.mean()), late / max(nights, 1), tuple(chances))


def _rows(problem: Problem, plan: Plan) -> Iterator[tuple[Row, Day, str]]:
    """Every party's day, with its grid and the place it wakes up in."""
    days = {problem.days[day.index]: day for day in days_of(problem)}
    nights = {row.day: row.night for row in plan.rows}
    for row in plan.rows:
        day = days[row.day]
        yield row, day, problem.start_place if day.index == 0 else nights[problem.days[day.index - 1]]


def _walked(
    problem: Problem,
    row: Row,
    day: Day,
    morning: str,
    delays: Delays,
    trips: int,
    generator: np.random.Generator,
) -> Walked:
    place = {problem.appointments[int(stop)].id: number for number, stop in enumerate(day.stops)}
    stops = [place[stop.id] for stop in row.stops]
    ends = day.mornings.index(morning), day.nights.index(row.night)
    walk = walk_of(problem, day, *ends, stops, [stop.start for stop in row.stops])
    draws = draws_of(delays, stops=len(stops), trips=trips, generator=generator)
    return walked(walk, problem.lunch, draws, prizes_of(problem, day, stops, event=100.0))


def prizes_of(problem: Problem, day: Day, stops: Sequence[int], *, event: float = 0.0) -> NDArray[np.float64]:
    """Prizes of stops by their number on the day; what an event counts is for the caller to say."""
    wanted = [problem.appointments[int(day.stops[stop])] for stop in stops]
    return np.array([event if isinstance(stop, Event) else float(stop.prize) for stop in wanted])


def _chance(name: str, met: NDArray[np.bool_], behind: NDArray[np.float64]) -> Chance:
    return Chance(name, 1.0 - float(met.mean()), float(behind[met].mean()) if met.any() else 0.0)
