"""How long it takes from door to door. Never a timetable: each answer says what it rests on.

The zone's own word goes first, then the table that comes with Qiao, then an estimate from the distance with the
speeds of `data/speeds.toml`.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from math import ceil
from typing import Any

from qiao.missions.travel.distance import kilometres
from qiao.missions.travel.towns import inhabitants_near

UNKNOWN = 240  # minutes between towns when one has no coordinates
MOST = 3 * 24 * 60  # minutes that an own travel time may take
STEP = 5  # an estimate is rounded up to this many minutes


class BadTravelTime(ValueError):
    """An own travel time cannot be; the sentence names the way, what was found and what was expected."""


class Said(StrEnum):
    """What a travel time rests on."""

    OWN = "own"
    TABLE = "table"
    ESTIMATE = "estimate"
    GUESS = "guess"  # a place without coordinates


@dataclass(frozen=True, slots=True)
class Spot:
    """A town as far as travelling is concerned."""

    key: str
    latitude: float | None
    longitude: float | None
    country: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """Minutes from door to door, what they rest on, and the kilometres as the crow flies (0 within a town)."""

    minutes: int
    said: Said
    kilometres: int = 0


def way_between(start: Spot, end: Spot, own: Mapping[tuple[str, str], int]) -> Way:
    """The way from one town to another, or between two doors of one town.

    own      (start, end) -> minutes, 1 to 4320; a way given in one direction alone holds in the other too.
    Raises   BadTravelTime for an own time outside these.
    """
    told = own.get((start.key, end.key), own.get((end.key, start.key)))
    distance = _distance(start, end)
    if told is not None:
        if not 1 <= told <= MOST:
            raise BadTravelTime(f"Expected 1 to {MOST} minutes from {start.key} to {end.key}; found {told}.")
        return Way(told, Said.OWN, distance or 0)
    listed = _table().get(frozenset((start.key, end.key)))
    if listed is not None:
        return Way(listed, Said.TABLE, distance or 0)
    if start.key == end.key:
        return Way(_within(start), Said.ESTIMATE)
    if distance is None:
        return Way(UNKNOWN, Said.GUESS)
    return Way(_estimated(distance, abroad=start.country != end.country), Said.ESTIMATE, distance)


def travel_minutes(spots: Sequence[Spot], own: Mapping[tuple[str, str], int]) -> dict[str, dict[str, int]]:
    """Minutes between all pairs, within a town too: a table without holes, every number above zero."""
    return {a.key: {b.key: way_between(a, b, own).minutes for b in spots} for a in spots}


def _within(spot: Spot) -> int:
    """Minutes between two doors of one town, by its size."""
    within = _speeds()["within"]
    if spot.latitude is None or spot.longitude is None:
        return int(within["minutes"])
    inhabitants = inhabitants_near(spot.country, spot.latitude, spot.longitude)
    if inhabitants is None:
        return int(within["minutes"])
    return int(next(minutes for least, minutes in within["from_inhabitants"] if inhabitants >= least))


def _distance(start: Spot, end: Spot) -> int | None:
    if start.latitude is None or start.longitude is None or end.latitude is None or end.longitude is None:
        return None
    return round(kilometres(start.latitude, start.longitude, end.latitude, end.longitude))


def _estimated(distance: int, *, abroad: bool) -> int:
    """The quickest of the means of travel that reach so far."""
    best = None
    for mean in _speeds()["mean"]:
        if not mean["from_km"] <= distance <= mean["until_km"]:
            continue
        minutes = mean["overhead_minutes"] + distance * mean["detour"] / mean["km_per_hour"] * 60
        minutes += mean.get("border_minutes", 0) if abroad else 0
        best = minutes if best is None else min(best, minutes)
    return STEP * ceil((best if best is not None else UNKNOWN) / STEP)


@cache
def _speeds() -> dict[str, Any]:
    return tomllib.loads((files("qiao.missions.travel") / "data" / "speeds.toml").read_text(encoding="utf-8"))


@cache
def _table() -> dict[frozenset[str], int]:
    text = (files("qiao.missions.travel") / "data" / "times.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {frozenset((row["start"], row["end"])): int(row["minutes"]) for row in csv.DictReader(lines)}
