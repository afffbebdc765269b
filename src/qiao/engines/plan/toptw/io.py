"""The public text format of orienteering instances."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from qiao.engines.plan.toptw.problem import Ints, Problem

MOST = 5_000  # customers


class Malformed(ValueError):
    """The text is no instance: one plain sentence says which line."""


def problem_from_text(text: str, *, tours: int, decimals: int) -> Problem:
    """Read an instance; distances are cut to so many decimals, and all times scaled to whole numbers.

    Raises   Malformed.
    """
    lines = [(number, line.split()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) < 3:
        raise Malformed(f"Expected two lines of heading and one for each point, found {len(lines)} lines.")
    points = [_point(number, words) for number, words in lines[2:]]
    if len(points) - 1 > MOST:
        raise Malformed(f"Expected at most {MOST} customers, found {len(points) - 1}.")
    scale = 10**decimals
    table = np.array(points, float)
    where = table[:, :2]
    apart = np.sqrt(((where[:, None, :] - where[None, :, :]) ** 2).sum(axis=2))
    travel = np.floor(apart * scale + 1e-9).astype(np.int64)
    service, prize, opens, latest = (table[:, column] for column in (2, 3, 4, 5))
    whole = np.rint(prize).astype(np.int64)
    if not np.allclose(whole, prize):
        raise Malformed("Expected whole prizes.")
    whole[0] = 0
    return Problem(
        travel=travel,
        service=_scaled(service, scale),
        prize=whole,
        opens=_scaled(opens, scale),
        latest=_scaled(latest, scale),
        tours=tours,
    )


def _point(number: int, words: list[str]) -> list[float]:
    """x, y, service, prize, opens and latest of one line: its columns 1 to 4 and its last two."""
    try:
        values = [float(word) for word in words]
    except ValueError as error:
        raise Malformed(f"Line {number}: expected numbers only.") from error
    if len(values) < 7 or not np.isfinite(values).all():
        raise Malformed(f"Line {number}: expected at least seven numbers, found {len(values)}.")
    return [*values[1:5], *values[-2:]]


def _scaled(column: NDArray[np.float64], scale: int) -> Ints:
    return np.rint(column * scale).astype(np.int64)
