"""Matchmaking events of any size, made from a seed, apart from every solver.

A third of the people are hosts whom the others ask to meet, some far more often than others; each person is away in a
tenth of the slots; one request in fifty has its slot; priorities are 1 to 8, low ones common.
"""

from __future__ import annotations

from typing import Any

import numpy as np

HOSTS = 0.35
AWAY = 0.1
FIXED = 0.02
PRIORITIES = np.arange(1, 9)


def event(people: int, requests: int, slots: int, tables: int, seed: int) -> dict[str, Any]:
    """A problem in the form of `qiao plan timetable`."""
    rng = np.random.default_rng(seed)
    ids = [f"p{number}" for number in range(people)]
    away = rng.random((people, slots)) < AWAY
    wishes = _wishes(rng, people, requests)
    chances = 1 / PRIORITIES
    priorities = rng.choice(PRIORITIES, size=len(wishes), p=chances / chances.sum())
    return {
        "slots": slots,
        "tables": tables,
        "people": [{"id": ids[number], "forbidden": np.flatnonzero(away[number]).tolist()} for number in range(people)],
        "requests": [
            {
                "id": f"r{number}",
                "a": ids[one],
                "b": ids[other],
                "priority": int(priorities[number]),
                "fixed_slot": _fixed(rng, away, one, other),
                "forbidden": [],
            }
            for number, (one, other) in enumerate(wishes)
        ],
    }


def _wishes(rng: np.random.Generator, people: int, requests: int) -> list[tuple[int, int]]:
    """Pairs of a guest and a host, no pair twice, hosts drawn by a popularity of long tail."""
    hosts = max(1, round(people * HOSTS))
    popularity = 1 / np.arange(1, hosts + 1) ** 0.5
    popularity /= popularity.sum()
    found: dict[tuple[int, int], None] = {}
    while len(found) < requests:
        guests = rng.integers(hosts, people, requests)
        asked = rng.choice(hosts, size=requests, p=popularity)
        for pair in zip(guests.tolist(), asked.tolist(), strict=True):
            if len(found) < requests:
                found.setdefault(pair, None)
    return list(found)


def _fixed(rng: np.random.Generator, away: Any, one: int, other: int) -> int | None:
    if rng.random() >= FIXED:
        return None
    both = np.flatnonzero(~(away[one] | away[other]))
    return int(rng.choice(both)) if both.size else None
