"""A day of a plan as it is to be walked, at the travel times of the problem without its slack."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from qiao.engines.plan.itinerary.grid import Day
from qiao.engines.plan.itinerary.problem import Event, Problem
from qiao.engines.plan.itinerary.risk.walk import Walk


def walk_of(problem: Problem, day: Day, morning: int, night: int, stops: Sequence[int], begins: Sequence[int]) -> Walk:
    """A party's day: the places of its morning and night, its stops by their number on the day, and their hours.

    day   the grid of the problem without slack.
    """
    wanted = [problem.appointments[int(day.stops[stop])] for stop in stops]
    towns = [day.mornings[morning], *(stop.place for stop in wanted), day.nights[night]]
    starts = np.array(begins, float)
    return Walk(
        leaves=day.leaves,
        legs=np.array(_legs(day, morning, night, stops), float),
        between=np.array([one != other for one, other in pairwise(towns)]),
        begins=starts,
        latest=np.array([_latest(day, stop, begin) for stop, begin in zip(stops, begins, strict=True)], float),
        ends=starts + np.array([stop.minutes for stop in wanted], float),
        events=np.array([isinstance(stop, Event) for stop in wanted], bool),
    )


def _legs(day: Day, morning: int, night: int, stops: Sequence[int]) -> list[int]:
    if not stops:
        return [int(day.across[morning, night])]
    between = [int(day.legs[one, other]) for one, other in pairwise(stops)]
    return [int(day.out[morning, stops[0]]), *between, int(day.home[stops[-1], night])]


def _latest(day: Day, stop: int, begin: int) -> int:
    """The last minute of the window that the hour agreed lies in."""
    spans = zip(day.opens[stop], day.latest[stop], strict=True)
    return max((int(last) for opens, last in spans if opens <= begin <= last), default=begin)
