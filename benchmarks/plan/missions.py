"""Missions of any size, after the pattern of the founding one: made from a seed, apart from every solver.

Seven days, six towns in two countries with 120 to 330 minutes between them and 10 to 50 within; hosts with a prize
of 1 to 100 and 45 to 120 minutes, open on about half the working days in one or two windows, rarely at weekends; two
events whose hours stand; four hosts who must be met; lunch; at most five appointments a day.
"""

from __future__ import annotations

from typing import Any

import numpy as np

DAYS = ["2023-06-02", "2023-06-03", "2023-06-04", "2023-06-05", "2023-06-06", "2023-06-07", "2023-06-08"]
WEEKEND = (1, 2)
TOWNS = [
    ("lyon", "Lyon", "FR"),
    ("paris", "Paris", "FR"),
    ("strasbourg", "Strasbourg", "FR"),
    ("munich", "Munich", "DE"),
    ("darmstadt", "Darmstadt", "DE"),
    ("frankfurt", "Frankfurt", "DE"),
]


def mission(hosts: int, seed: int, *, own_legs: bool = False, parties: int = 1) -> dict[str, Any]:
    """A problem in the form of the contract. own_legs gives each pair of hosts in one town a leg of its own."""
    rng = np.random.default_rng(seed)
    ids = [town for town, _name, _country in TOWNS]
    travel = _travel(rng, ids)
    made = [_host(rng, number, ids) for number in range(hosts)]
    for number in rng.choice(hosts, size=min(4, hosts), replace=False):
        made[number]["must"] = True
        made[number]["windows"] = [[day, 540, 1080] for day in DAYS]
    problem = {
        "days": DAYS,
        "day_window": [480, 1350],
        "places": [{"id": town, "name": name, "country": country} for town, name, country in TOWNS],
        "travel_minutes": travel,
        "start": {"place": "lyon", "day": DAYS[0], "earliest": 600},
        "end": {"place": "frankfurt", "day": DAYS[-1], "latest": 1200},
        "hotel_places": ids,
        "hosts": made,
        "events": [
            {"id": "lyon-evening", "place": "lyon", "day": DAYS[1], "start": 840, "minutes": 180},
            {"id": "munich-forum", "place": "munich", "day": DAYS[5], "start": 840, "minutes": 180},
        ],
        "lunch": {"minutes": 60, "earliest": 690, "latest": 810},
        "max_appointments_per_day": 5,
    }
    if own_legs:
        problem["legs"] = _legs(rng, made)
    if parties > 1:
        problem["parties"] = parties
    return problem


def _travel(rng: np.random.Generator, ids: list[str]) -> dict[str, dict[str, int]]:
    between = rng.integers(120, 331, (len(ids), len(ids)))
    between = np.minimum(between, between.T)
    within = rng.integers(10, 51, len(ids))
    return {
        one: {other: int(within[i] if i == j else between[i, j]) for j, other in enumerate(ids)}
        for i, one in enumerate(ids)
    }


def _host(rng: np.random.Generator, number: int, ids: list[str]) -> dict[str, Any]:
    windows = []
    for index, day in enumerate(DAYS):
        if rng.random() >= (0.08 if index in WEEKEND else 0.5):
            continue
        if rng.random() < 0.5:
            windows.append([day, 540, int(rng.integers(960, 1081))])
        else:
            windows += [[day, 540, int(rng.integers(690, 751))], [day, int(rng.integers(810, 871)), 1050]]
    return {
        "id": f"host{number}",
        "place": ids[int(rng.integers(len(ids)))],
        "prize": int(rng.integers(1, 101)),
        "minutes": int(rng.choice([45, 60, 75, 90, 120])),
        "windows": windows,
    }


def _legs(rng: np.random.Generator, hosts: list[dict[str, Any]]) -> dict[str, dict[str, int]]:
    return {
        one["id"]: {
            other["id"]: int(rng.integers(10, 51))
            for other in hosts
            if other is not one and other["place"] == one["place"]
        }
        for one in hosts
    }
