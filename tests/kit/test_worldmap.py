"""The small map: everything inside its frame, no label upon another."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qiao.kit.outlines import clipped
from qiao.kit.worldmap import Dot, Spot, draw

WIDTH, HEIGHT = 264, 220
degrees = st.tuples(st.floats(-60, 70), st.floats(-180, 180))


def spot(name: str, latitude: float, longitude: float) -> Spot:
    return Spot(name, name, latitude, longitude)


LYON, MUNICH, PARIS = spot("Lyon", 45.76, 4.84), spot("München", 48.14, 11.58), spot("Paris", 48.86, 2.35)
LA_DEFENSE = spot("La Défense", 48.89, 2.24)
AUCKLAND, HONOLULU = spot("Auckland", -36.85, 174.76), spot("Honolulu", 21.31, -157.86)


def test_no_spot_no_map() -> None:
    assert draw([]) is None


def test_countries_are_marked_and_stay_in_the_frame() -> None:
    drawing = draw([LYON, MUNICH], countries=["FR", "DE"])

    assert drawing is not None
    assert sorted(one.country for one in drawing.outlines if one.is_marked) == ["DE", "FR"]
    numbers = [float(n) for one in drawing.outlines for n in re.findall(r"-?[\d.]+", one.path)]
    assert min(numbers) >= -1
    assert max(numbers) <= max(WIDTH, HEIGHT) + 1


def test_north_is_up_and_east_is_right() -> None:
    drawing = draw([LYON, MUNICH])

    assert drawing is not None
    at = {dot.spot.key: dot for dot in drawing.dots}
    assert at["München"].x > at["Lyon"].x
    assert at["München"].y < at["Lyon"].y


def test_labels_do_not_cover_each_other() -> None:
    drawing = draw([LYON, MUNICH, PARIS, LA_DEFENSE])

    assert drawing is not None
    boxes = [box(dot) for dot in drawing.dots]
    assert not any(
        one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
        for one, other in combinations(boxes, 2)
    )


def box(dot: Dot) -> tuple[float, float, float, float]:
    size = 6.6 * len(dot.spot.label)
    left = {"start": dot.label_x, "end": dot.label_x - size, "middle": dot.label_x - size / 2}[dot.anchor]
    return left, dot.label_y - 8, left + size, dot.label_y


def test_neighbours_across_the_date_line_are_neighbours() -> None:
    drawing = draw([AUCKLAND, HONOLULU])

    assert drawing is not None
    at = {dot.spot.key: dot for dot in drawing.dots}
    assert at["Auckland"].x < at["Honolulu"].x
    assert "DE" not in {one.country for one in drawing.outlines}


@settings(deadline=None, max_examples=25)
@given(st.lists(degrees, min_size=1, max_size=6))
def test_every_dot_lies_within_the_frame(places: list[tuple[float, float]]) -> None:
    drawing = draw([spot(str(number), *place) for number, place in enumerate(places)])

    assert drawing is not None
    assert len(drawing.dots) == len(places)
    assert all(0 <= dot.x <= WIDTH and 0 <= dot.y <= HEIGHT for dot in drawing.dots)


@pytest.mark.parametrize(
    ("polygon", "corners"),
    [
        ([(2.0, 2.0), (4.0, 2.0), (4.0, 4.0)], {(2, 2), (4, 2), (4, 4)}),
        ([(-50.0, -50.0), (-40.0, -50.0), (-40.0, -40.0)], set()),
        ([(-50.0, -50.0), (50.0, -50.0), (50.0, 50.0), (-50.0, 50.0)], {(-1, -1), (11, -1), (11, 11), (-1, 11)}),
        ([], set()),
    ],
)
def test_polygons_are_cut_to_the_frame(polygon: list[tuple[float, float]], corners: set[tuple[int, int]]) -> None:
    assert {(round(x), round(y)) for x, y in clipped(polygon, 10, 10)} == corners
