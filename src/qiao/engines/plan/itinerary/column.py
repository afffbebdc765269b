"""A party's day as the master problem sees it."""

from __future__ import annotations

from dataclasses import dataclass

from qiao.engines.plan.itinerary.grid import Day
from qiao.engines.plan.itinerary.labels import is_home, lunch_row
from qiao.engines.plan.itinerary.problem import Lunch


@dataclass(frozen=True, slots=True)
class Column:
    """One feasible day: from a morning's place to a night's, the stops in an order in which they can be met.

    morning, night   indices into the day's places.     stops   indices into the problem's appointments.
    """

    day: int
    morning: int
    night: int
    stops: tuple[int, ...]

    @property
    def name(self) -> tuple[int, int, int, frozenset[int]]:
        """What makes two columns one: the order of the stops is not told apart."""
        return self.day, self.morning, self.night, frozenset(self.stops)


def idle_columns(day: Day, lunch: Lunch | None) -> list[Column]:
    """Days without any stop, spent in one place or on the way to another."""
    if day.mandatory.any():
        return []
    return [
        Column(day.index, morning, night, ())
        for morning, origin in enumerate(day.mornings)
        for night, goal in enumerate(day.nights)
        if origin == goal
        or is_home(day.leaves, int(day.across[morning, night]), lunch is None, day.closes, lunch_row(lunch), True)
    ]
