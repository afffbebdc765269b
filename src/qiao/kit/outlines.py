"""Outlines of countries as rings of degrees, and what of a polygon shows in a frame."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Point = tuple[float, float]

SPECK = 1.2  # the least distance drawn


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed line in degrees of longitude and latitude, without a jump at 180 degrees."""

    points: tuple[Point, ...]
    west: float
    east: float
    south: float
    north: float

    def shift_to(self, middle: float) -> float:
        """The full turns that bring the ring to the side of the globe on which `middle` lies."""
        return 360.0 * round((middle - (self.west + self.east) / 2) / 360)


@cache
def outlines() -> dict[str, tuple[Ring, ...]]:
    """ISO code of a country -> its rings; see the licence note in the file itself."""
    text = (files("qiao.kit") / "data" / "outlines.json").read_text(encoding="utf-8")
    kept: dict[str, list[list[float]]] = json.loads(text)["outlines"]
    return {code: tuple(_ring(numbers) for numbers in rings) for code, rings in kept.items()}


def _ring(numbers: list[float]) -> Ring:
    points: list[Point] = []
    turn = 0.0
    for i in range(0, len(numbers), 2):
        longitude = numbers[i] + turn
        if points and abs(longitude - points[-1][0]) > 180:
            turn += 360 if longitude < points[-1][0] else -360
            longitude = numbers[i] + turn
        points.append((longitude, numbers[i + 1]))
    longitudes, latitudes = [point[0] for point in points], [point[1] for point in points]
    return Ring(tuple(points), min(longitudes), max(longitudes), min(latitudes), max(latitudes))


def thinned(points: list[Point]) -> list[Point]:
    """The points that an eye can tell apart; fewer than three for an island that is a speck."""
    kept: list[Point] = []
    for x, y in points:
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= SPECK:
            kept.append((x, y))
    return kept


def clipped(points: list[Point], width: float, height: float) -> list[Point]:
    """A polygon cut to the rectangle from (-1, -1) to (width + 1, height + 1); empty when they do not meet.

    Source    reentrant polygon clipping: Sutherland & Hodgman (1974), CACM 17(1), 32-42.
    """
    for axis, limit, sign in ((0, -1.0, 1), (0, width + 1, -1), (1, -1.0, 1), (1, height + 1, -1)):
        points = _cut(points, axis, limit, sign)
    return points


def _cut(points: list[Point], axis: int, limit: float, sign: int) -> list[Point]:
    """The part of a polygon on one side of a line parallel to an axis."""
    kept: list[Point] = []
    for before, here in zip(points[-1:] + points[:-1], points, strict=True):
        was_in, is_in = (before[axis] - limit) * sign >= 0, (here[axis] - limit) * sign >= 0
        if was_in != is_in:
            share = (limit - before[axis]) / (here[axis] - before[axis])
            kept.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
        if is_in:
            kept.append(here)
    return kept
