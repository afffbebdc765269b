"""What a party's day delivers on average, weighed once for each day looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from qiao.engines.plan.itinerary.column import Column
from qiao.engines.plan.itinerary.grid import Day
from qiao.engines.plan.itinerary.problem import Event, Problem
from qiao.engines.plan.itinerary.risk.day import walk_of
from qiao.engines.plan.itinerary.risk.delays import Delays, Draws, draws_of
from qiao.engines.plan.itinerary.risk.risk import prizes_of
from qiao.engines.plan.itinerary.risk.walk import walked
from qiao.engines.plan.itinerary.schedule import hours_of

MOST = 24  # stops of a day that is weighed; a longer one delivers nothing
DUTY = 20.0  # points for a host who must be met, or an event, that is not missed: the prize does not tell
EMPTY = 0.5  # a promise met less often than this is none
TRIPS = 300  # a day's mean is then known to some 2 % of its prize, a mission's to less


@dataclass(frozen=True, slots=True)
class Weight:
    """A day's prize delivered, points for its duties, and whether all else in it is met more often than not."""

    delivered: float
    duties: float
    sound: bool


@dataclass
class Scales:
    """Weighs columns of one problem without slack: prize delivered on average, by column.

    The same draws weigh every column, so that luck does not tell them apart.
    """

    problem: Problem
    days: Sequence[Day]
    delays: Delays
    seed: int
    _known: dict[Column, Weight] = field(default_factory=dict)

    def of(self, column: Column) -> float:
        """What this party's day is worth: its prize delivered on average, and duties done."""
        weight = self._weight(column)
        return weight.delivered + weight.duties

    def delivered(self, column: Column) -> float:
        """Prize delivered on average by this party's day; 0 when its hours do not fit at all."""
        return self._weight(column).delivered

    def planned(self, column: Column) -> float:
        """Prize of a day on paper."""
        return float(sum(getattr(self.problem.appointments[stop], "prize", 0) for stop in column.stops))

    def is_sound(self, column: Column) -> bool:
        """Whether every visit that could be left out is met more often than not."""
        return self._weight(column).sound

    def _weight(self, column: Column) -> Weight:
        if column not in self._known:
            self._known[column] = self._weighed(column)
        return self._known[column]

    @cached_property
    def _draws(self) -> Draws:
        most = max((day.size for day in self.days), default=0)
        generator = np.random.default_rng(self.seed)
        return draws_of(self.delays, stops=min(most, MOST), trips=TRIPS, generator=generator)

    @cached_property
    def _places(self) -> list[dict[int, int]]:
        return [{int(stop): place for place, stop in enumerate(day.stops)} for day in self.days]

    def _weighed(self, column: Column) -> Weight:
        day, place = self.days[column.day], self._places[column.day]
        stops = [place[stop] for stop in column.stops]
        hours = hours_of(day, self.problem.lunch, column.morning, column.night, stops)
        if not stops or hours is None or len(stops) > MOST:
            return Weight(0.0, 0.0, not stops)
        walk = walk_of(self.problem, day, column.morning, column.night, stops, [one.begins for one in hours])
        met = walked(walk, self.problem.lunch, self._draws, prizes_of(self.problem, day, stops, event=100.0)).met
        share, duties = met.mean(axis=0), np.array([self._is_duty(stop) for stop in column.stops])
        return Weight(
            delivered=float(share @ prizes_of(self.problem, day, stops)),
            duties=float(share @ duties) * DUTY,
            sound=bool(((share >= EMPTY) | duties).all()),
        )

    def _is_duty(self, stop: int) -> bool:
        wanted = self.problem.appointments[stop]
        return isinstance(wanted, Event) or wanted.must
