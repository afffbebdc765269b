"""How late things run: the model of delays, and draws from it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

TRIPS = 2_000
SEED = 20_230_602


@dataclass(frozen=True, slots=True)
class Delays:
    """Minutes on top of what is planned, each drawn by itself; means of exponential distributions.

    intercity   of a leg between two places, which is late with the probability `late`.
    city        of every leg within a place.      overrun   of every visit to a host; events end when they end.
    """

    late: float = 1 / 3
    intercity: float = 25.0
    city: float = 5.0
    overrun: float = 8.0


@dataclass(frozen=True)
class Draws:
    """Delays of one party's day, trip by trip: city and intercity (t, k + 1), overrun (t, k), for k stops at most."""

    city: Floats
    intercity: Floats
    overrun: Floats


def draws_of(delays: Delays, *, stops: int, trips: int, generator: np.random.Generator) -> Draws:
    """Delays for `trips` days of at most `stops` stops; the same generator state draws the same."""
    legs = (trips, stops + 1)
    between = np.where(generator.random(legs) < delays.late, generator.exponential(1.0, legs) * delays.intercity, 0.0)
    return Draws(
        city=generator.exponential(1.0, legs) * delays.city,
        intercity=between,
        overrun=generator.exponential(1.0, (trips, stops)) * delays.overrun,
    )
