"""Towns that a mission goes to: where they lie, in which region, by which clock.

Names and coordinates are the gazetteer's (`engines/text/places`). Region and time zone are those of the nearest town
of the country in `data/towns.csv`, which is cut down from Natural Earth (public domain), its first-order divisions
turned into the codes of the `holidays` package. Near a border within a country that can be the neighbour's region: an
officer can change it.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from anyascii import anyascii

from qiao.engines.text.places import find_place
from qiao.missions.travel.distance import kilometres


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
    if place is None or place.kind == "country" or place.latitude is None or place.longitude is None:
        return None
    region, time_zone = _surroundings(place.country, place.latitude, place.longitude)
    key = town_key(place.norm, place.country)
    return Town(key, place.norm, place.country, region, time_zone, place.latitude, place.longitude)


def town_key(name: str, country: str) -> str:
    """A town's key: the country and the name in plain letters, at most 60 characters."""
    letters = "".join(c for c in anyascii(name).casefold() if c.isalnum())
    return f"{country.casefold()}:{letters}"[:60]


def _surroundings(country: str, latitude: float, longitude: float) -> tuple[str, str]:
    """Region and time zone of the nearest known town of the country; UTC where none is known."""
    known = _by_country().get(country)
    if not known:
        return "", "UTC"
    near = min(known, key=lambda town: kilometres(latitude, longitude, town[0], town[1]))
    return near[2], near[3]


@cache
def _by_country() -> dict[str, list[tuple[float, float, str, str]]]:
    text = (files("qiao.missions.travel") / "data" / "towns.csv").read_text(encoding="utf-8")
    found: dict[str, list[tuple[float, float, str, str]]] = defaultdict(list)
    for row in csv.DictReader(text.splitlines()):
        found[row["country"]].append((float(row["latitude"]), float(row["longitude"]), row["region"], row["time_zone"]))
    return dict(found)
