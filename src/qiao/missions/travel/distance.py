"""How far apart two places are on the globe."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

RADIUS = 6371.0088  # kilometres, mean


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great-circle distance in kilometres between two places in degrees."""
    north, south = radians(latitude), radians(other_latitude)
    across = sin((south - north) / 2) ** 2
    along = cos(north) * cos(south) * sin(radians(other_longitude - longitude) / 2) ** 2
    return 2 * RADIUS * asin(min(1.0, sqrt(across + along)))
