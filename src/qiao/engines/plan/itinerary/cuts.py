"""Rows that the linear programme lacks and every plan keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from qiao.engines.plan.itinerary.column import Column

A_ROUND = 40
SLIP = 1e-4
Arc: TypeAlias = tuple[int, int, int]  # day, morning, night


@dataclass(frozen=True, slots=True)
class Triple:
    """Each stop is met at most once, so of the days that meet two of these three only one can be taken."""

    stops: frozenset[int]

    def hits(self, column: Column) -> bool:
        return len(self.stops.intersection(column.stops)) >= 2

    def pays(self, _arc: Arc) -> bool:
        return False

    most = 1.0


@dataclass(frozen=True, slots=True)
class Toll:
    """Days that meet this stop from one morning's place, or before one night's, are at most those spent so.

    It bites where several parties share their nights: half a night in each of two places would let the best day of
    both be taken.
    """

    stop: int
    day: int
    place: int
    in_the_morning: bool

    def hits(self, column: Column) -> bool:
        here = column.morning if self.in_the_morning else column.night
        return column.day == self.day and here == self.place and self.stop in column.stops

    def pays(self, arc: Arc) -> bool:
        """Whether a way through the nights allows for such days."""
        day, morning, night = arc
        return day == self.day and self.place == (morning if self.in_the_morning else night)

    most = 0.0


Cut: TypeAlias = Triple | Toll
Taken: TypeAlias = tuple[frozenset[int], Column, float]


def broken_cuts(
    columns: Sequence[Column],
    used: NDArray[np.float64],
    arcs: Mapping[Arc, float],
    known: set[Cut],
    *,
    hosts: int,
    parties: int,
) -> list[Cut]:
    """The cuts that a solution breaks most, at most 40 of each kind.

    used    how much of each column is taken.    arcs   how much of each way through the nights.
    hosts   the first so many stops are hosts, met at most once; an event is met by every party, and in no cut.
    """
    taken = [
        (frozenset(stop for stop in column.stops if stop < hosts), column, float(share))
        for column, share in zip(columns, used, strict=True)
        if share > 1e-5
    ]
    found = _worst(_triples(taken), known)
    return found if parties == 1 else [*found, *_worst(_tolls(taken, arcs), known)]


def _worst(broken: list[tuple[float, Cut]], known: set[Cut]) -> list[Cut]:
    fresh = [(by, cut) for by, cut in broken if cut not in known]
    return [cut for _by, cut in sorted(fresh, key=lambda one: -one[0])[:A_ROUND]]


def _triples(taken: Sequence[Taken]) -> list[tuple[float, Cut]]:
    split = [(stops, share) for stops, _column, share in taken if share < 1 - 1e-5]
    stops = sorted({stop for members, _share in split for stop in members})
    if len(stops) < 3:
        return []
    place = {stop: row for row, stop in enumerate(stops)}
    inside = np.zeros((len(split), len(stops)))
    for row, (members, _share) in enumerate(split):
        inside[row, [place[stop] for stop in members]] = 1.0
    shares = np.array([share for _members, share in split])
    pairs = (inside * shares[:, None]).T @ inside
    found: list[tuple[float, Cut]] = []
    for a, b, c in combinations(range(len(stops)), 3):
        if pairs[a, b] + pairs[a, c] + pairs[b, c] <= 1.0 + SLIP:
            continue
        weight = float(shares[(inside[:, a] + inside[:, b] + inside[:, c]) >= 2].sum())
        if weight > 1.0 + SLIP:
            found.append((weight - 1.0, Triple(frozenset({stops[a], stops[b], stops[c]}))))
    return found


def _tolls(taken: Sequence[Taken], arcs: Mapping[Arc, float]) -> list[tuple[float, Cut]]:
    spent: dict[tuple[int, int, bool], float] = defaultdict(float)
    for (day, morning, night), share in arcs.items():
        spent[day, morning, True] += share
        spent[day, night, False] += share
    met: dict[Toll, float] = defaultdict(float)
    for stops, column, share in taken:
        for stop in stops:
            met[Toll(stop, column.day, column.morning, True)] += share
            met[Toll(stop, column.day, column.night, False)] += share
    over = ((share - spent[toll.day, toll.place, toll.in_the_morning], toll) for toll, share in met.items())
    return [(by, toll) for by, toll in over if by > SLIP]
