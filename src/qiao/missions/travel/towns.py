"""Towns that a mission goes to: where they lie, in which region, by which clock.

Names and coordinates are the gazetteer's (`engines/text/places`). Region and time zone are those of the nearest town
of the country in `data/towns.csv`, which is cut down from Natural Earth (public domain), its first-order divisions
turned into the codes of the `holidays` package ("BY+" is our own: those communities of Bavaria where the Assumption is
a holiday). Near a border within a country that can be the neighbour's region: an officer can change it.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

from qiao.engines.text.places import find_place
from qiao.missions.travel.distance import kilometres

NEARBY = 15  # kilometres within which the size of a listed town is taken for a town's own
CITY_STATES = {"SG": ("Singapore", 1.29, 103.85), "MC": ("Monaco", 43.74, 7.43)}  # countries that are one town


@dataclass(frozen=True, slots=True)
class Town:
    """One town. `key` tells it apart in plans and tables of travel times, such as "de:munchen".

    country   ISO 3166 alpha-2.    region   code of its division where holidays differ by one, else empty.
    """

    key: str
    name: str
    country: str
    region: str
    time_zone: str
    latitude: float
    longitude: float


def find_town(name: str) -> Town | None:
    """The town of a name in Chinese, English, French or German; None for a country or a name nobody knows."""
    place = find_place(name)
    if place is not None and place.kind == "country" and place.country in CITY_STATES:
        return _town(place.country, *CITY_STATES[place.country])
    if place is None or place.kind == "country" or place.latitude is None or place.longitude is None:
        return None
    return _town(place.country, place.norm, place.latitude, place.longitude)


def _town(country: str, name: str, latitude: float, longitude: float) -> Town:
    region, time_zone = _surroundings(country, latitude, longitude)
    return Town(town_key(name, country), name, country, region, time_zone, latitude, longitude)


def town_key(name: str, country: str) -> str:
    """A town's key: the country and the name in plain letters, at most 60 characters."""
    letters = "".join(c for c in anyascii(name).casefold() if c.isalnum())
    return f"{country.casefold()}:{letters}"[:60]


def inhabitants_near(country: str, latitude: float, longitude: float) -> int | None:
    """Inhabitants of the listed town at or near a place, its suburbs among them; None where none is listed."""
    near = _nearest(country, latitude, longitude)
    if near is None or kilometres(latitude, longitude, near.latitude, near.longitude) > NEARBY:
        return None
    return near.population


def _surroundings(country: str, latitude: float, longitude: float) -> tuple[str, str]:
    """Region and time zone of the nearest known town of the country; UTC where none is known."""
    near = _nearest(country, latitude, longitude)
    return (near.region, near.time_zone) if near else ("", "UTC")


@dataclass(frozen=True, slots=True)
class _Listed:
    """One line of `data/towns.csv`."""

    latitude: float
    longitude: float
    region: str
    time_zone: str
    population: int


@lru_cache(maxsize=4096)
def _nearest(country: str, latitude: float, longitude: float) -> _Listed | None:
    known = by_country().get(country, ())
    return min(known, key=lambda town: kilometres(latitude, longitude, town.latitude, town.longitude), default=None)


@cache
def by_country() -> dict[str, list[_Listed]]:
    text = (files("qiao.missions.travel") / "data" / "towns.csv").read_text(encoding="utf-8")
    found: dict[str, list[_Listed]] = defaultdict(list)
    for row in csv.DictReader(text.splitlines()):
        place = (float(row["latitude"]), float(row["longitude"]))
        found[row["country"]].append(_Listed(*place, row["region"], row["time_zone"], int(row["population"])))
    return dict(found)
