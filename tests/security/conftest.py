"""A circle, who is in it, and who is not."""

from __future__ import annotations

import pytest

from qiao.zones.models import Circle, Membership, Role, Zone
from tests import factories


@pytest.fixture
def circle(zone: Zone) -> Circle:
    return Circle.objects.create(zone=zone, name="Station Munich")


@pytest.fixture
def ben(zone: Zone) -> Membership:
    """Ben is an officer outside the circle."""
    return factories.make_member(zone, "ben", Role.OFFICER)


@pytest.fixture
def kai(zone: Zone, circle: Circle) -> Membership:
    """Kai keeps the station: he sees its circle and nothing else."""
    keeper = factories.make_member(zone, "kai", Role.KEEPER)
    keeper.circles.add(circle)
    return keeper


@pytest.fixture
def gast(zone: Zone, circle: Circle) -> Membership:
    """Gast is a guest of the circle."""
    guest = factories.make_member(zone, "gast", Role.GUEST)
    guest.circles.add(circle)
    return guest
