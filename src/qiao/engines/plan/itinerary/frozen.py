"""A mission under way: days past and appointments begun, held as they were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from qiao.engines.plan.itinerary.grid import Day, days_of
from qiao.engines.plan.itinerary.problem import Host, Problem, Window
from qiao.engines.plan.itinerary.result import Plan, Row, Stop

if TYPE_CHECKING:
    from qiao.engines.plan.itinerary.replan import Since

APART = 1 << 20  # minutes no day has


@dataclass(frozen=True)
class Frozen:
    """The problem that is left, and its grids."""

    problem: Problem
    days: list[Day]


def freeze(problem: Problem, previous: Plan, since: Since) -> Frozen:
    """What is left to plan once everything that began before `since` stays.

    A host already met must be met at that very minute; another only from `since` on. Past nights stay. The order of
    what has begun stays too, party by party.
    """
    rows = [row for row in previous.rows if row.day in problem.days]
    begun = {
        stop.id: (problem.days.index(row.day), stop)
        for row in rows
        for stop in row.stops
        if _is_before(problem, row, stop, since)
    }
    hosts = tuple(_left(host, begun.get(host.id), since) for host in problem.hosts)
    left = replace(problem, hosts=hosts)
    days = [_nights_kept(problem, day, rows, since) for day in days_of(left)]
    chains = [
        (problem.days.index(row.day), [stop.id for stop in row.stops if stop.id in begun])
        for row in rows
        if problem.days.index(row.day) <= since.day
    ]
    return Frozen(left, [_chained(left, day, [chain for at, chain in chains if at == day.index]) for day in days])


def _is_before(problem: Problem, row: Row, stop: Stop, since: Since) -> bool:
    return (problem.days.index(row.day), stop.start) < (since.day, since.minute)


def _left(host: Host, begun: tuple[int, Stop] | None, since: Since) -> Host:
    if begun is not None:
        day, stop = begun
        return replace(host, must=True, minutes=stop.end - stop.start, windows=(Window(day, stop.start, stop.end),))
    windows = tuple(
        replace(window, opens=max(window.opens, since.minute)) if window.day == since.day else window
        for window in host.windows
        if window.day > since.day or (window.day == since.day and window.closes >= since.minute)
    )
    return replace(host, windows=windows)


def _nights_kept(problem: Problem, day: Day, rows: Sequence[Row], since: Since) -> Day:
    """The day with the nights before it and on it that are past."""
    night_of = {row.day: row.night for row in rows}
    before, own = day.index - 1, problem.days[day.index]
    if day.index > 0 and before < since.day and problem.days[before] in night_of:
        kept = [day.mornings.index(night_of[problem.days[before]])]
        day = replace(day, mornings=tuple(day.mornings[k] for k in kept), out=day.out[kept], across=day.across[kept])
    if day.index < since.day and own in night_of:
        kept = [day.nights.index(night_of[own])]
        day = replace(
            day, nights=tuple(day.nights[k] for k in kept), home=day.home[:, kept], across=day.across[:, kept]
        )
    return day


def _chained(problem: Problem, day: Day, chains: Sequence[Sequence[str]]) -> Day:
    """The day with what has begun in its order: into a stop of a chain leads only the one before it."""
    number = {problem.appointments[int(stop)].id: place for place, stop in enumerate(day.stops)}
    legs, out = day.legs.copy(), day.out.copy()
    held = [[number[one] for one in chain if one in number] for chain in chains]
    frozen = [place for chain in held for place in chain]
    if not frozen:
        return day
    own_legs, own_out = legs.copy(), out.copy()
    legs[:, frozen] = APART
    out[:, frozen] = APART
    for chain in held:
        if chain:
            out[:, chain[0]] = own_out[:, chain[0]]
        for one, other in pairwise(chain):
            legs[one, :] = APART
            legs[one, other] = own_legs[one, other]
    started = sum(1 for chain in held if chain)
    if started == len(held) and started == problem.parties:
        rest = np.setdiff1d(np.arange(day.size), frozen)
        out[:, rest] = APART
    return replace(day, legs=legs, out=out)
