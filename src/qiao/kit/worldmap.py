"""A small map as numbers for an SVG: outlines of countries, dots, and labels that do not cover each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import cos, radians

from qiao.kit.outlines import Ring, clipped, outlines, thinned

LABEL_HEIGHT = 14.0
HAN_WIDTH, LATIN_WIDTH = 12.0, 7.4  # of one character at 11 px, the widest of the usual fonts, bold
EDGE = 2.0
GAP = 7.0  # between a dot and its label


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to mark. `strong` places are drawn solid: something is dated there."""

    key: str
    label: str
    latitude: float
    longitude: float
    strong: bool = True


@dataclass(frozen=True, slots=True)
class Outline:
    """A country as the `d` of an SVG path; `is_marked` when a spot lies in a marked country."""

    country: str
    path: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Dot:
    """A spot on the drawing, with where its label begins or ends (`anchor` of SVG: start, end, middle)."""

    spot: Spot
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map of `width` by `height` units."""

    width: int
    height: int
    outlines: tuple[Outline, ...]
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    west: float
    north: float
    scale: float
    squeeze: float  # degrees of longitude are shorter by the cosine of the middle latitude
    middle: float  # longitude

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        return (longitude - self.west) * self.squeeze * self.scale, (self.north - latitude) * self.scale


def draw(
    spots: Sequence[Spot], *, countries: Iterable[str] = (), width: int = 264, height: int = 220
) -> Drawing | None:
    """Draw the spots on the outlines around them. None when there is no spot.

    countries   ISO codes to mark; they do not widen the frame.
    """
    if not spots:
        return None
    spots = _one_turn(spots)
    frame = _frame(spots, width, height)
    marked = set(countries)
    drawn = tuple(
        Outline(code, path, code in marked)
        for code, rings in outlines().items()
        if (path := _path(rings, frame, width, height))
    )
    return Drawing(width, height, drawn, _dots(spots, frame, width, height))


def _one_turn(spots: Sequence[Spot]) -> list[Spot]:
    """The spots on the turn of the globe on which they lie closest: Auckland and Honolulu meet over the Pacific."""
    longitudes = sorted({spot.longitude for spot in spots})
    gaps = [(later - here, later) for here, later in pairwise(longitudes)]
    widest, after = max(gaps, default=(0.0, 0.0))
    if widest <= 360 - (longitudes[-1] - longitudes[0]):
        return list(spots)
    return [replace(spot, longitude=spot.longitude + 360) if spot.longitude < after else spot for spot in spots]


def _frame(spots: Sequence[Spot], width: int, height: int) -> _Frame:
    """The widest view that keeps all spots a fifth away from the edge, and never closer than 6 degrees."""
    north, south = max(s.latitude for s in spots), min(s.latitude for s in spots)
    east, west = max(s.longitude for s in spots), min(s.longitude for s in spots)
    middle = (north + south) / 2
    squeeze = max(0.2, cos(radians(middle)))
    tall = max(6.0, (north - south) * 1.7)
    broad = max(6.0 / squeeze, (east - west) * 1.7)
    scale = min(height / tall, width / (broad * squeeze))
    return _Frame(
        west=(east + west) / 2 - width / (2 * scale * squeeze),
        north=middle + height / (2 * scale),
        scale=scale,
        squeeze=squeeze,
        middle=(east + west) / 2,
    )


def _path(rings: tuple[Ring, ...], frame: _Frame, width: int, height: int) -> str:
    """What the rings show inside the drawing, as one path; empty when nothing does."""
    parts = []
    for ring in rings:
        shift = ring.shift_to(frame.middle)
        left, top = frame.place(ring.west + shift, ring.north)
        right, bottom = frame.place(ring.east + shift, ring.south)
        if right < 0 or left > width or bottom < 0 or top > height:
            continue
        points = thinned([frame.place(longitude + shift, latitude) for longitude, latitude in ring.points])
        points = clipped(points, width, height)
        if len(points) > 2:
            parts.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z")
    return "".join(parts)


def _dots(spots: Sequence[Spot], frame: _Frame, width: int, height: int) -> tuple[Dot, ...]:
    taken: list[tuple[float, float, float, float]] = []
    placed = [(spot, *frame.place(spot.longitude, spot.latitude)) for spot in spots]
    taken += [(x - 6, y - 6, x + 6, y + 6) for _, x, y in placed]
    dots = []
    for spot, x, y in sorted(placed, key=lambda one: (not one[0].strong, one[2])):
        dot, box = _labelled(spot, x, y, taken, width, height)
        taken.append(box)
        dots.append(dot)
    return tuple(dots)


def _labelled(
    spot: Spot,
    x: float,
    y: float,
    taken: list[tuple[float, float, float, float]],
    width: int,
    height: int,
) -> tuple[Dot, tuple[float, float, float, float]]:
    """The label on the first free side: right, left, below, above, past a neighbour; to the right when none is."""
    size = sum(HAN_WIDTH if ord(char) > 0x2E80 else LATIN_WIDTH for char in spot.label)
    choices = [
        (x + GAP, y + 4, "start", x + GAP),
        (x - GAP, y + 4, "end", x - GAP - size),
        (x, y + 18, "middle", x - size / 2),
        (x, y - 9, "middle", x - size / 2),
        (x + 2 * GAP, y + 4, "start", x + 2 * GAP),
        (x - 2 * GAP, y + 4, "end", x - 2 * GAP - size),
    ]
    for label_x, label_y, anchor, left in choices:
        box = (left, label_y - LABEL_HEIGHT + 3, left + size, label_y + 3)
        inside = box[0] >= EDGE and box[2] <= width - EDGE and box[1] >= 0 and box[3] <= height
        if inside and not any(_overlap(box, other) for other in taken):
            return Dot(spot, x, y, label_x, label_y, anchor), box
    label_x, label_y, anchor, left = choices[0]
    return Dot(spot, x, y, label_x, label_y, anchor), (left, label_y - 11, left + size, label_y + 3)


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
