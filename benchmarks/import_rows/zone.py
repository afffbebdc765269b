"""A zone and a member to import for."""

from __future__ import annotations

from qiao.zones.models import Membership, Role, User, Zone


def a_member() -> Membership:
    """The director of an invented zone."""
    zone = Zone.objects.create(slug="bench", names={"en": "Bench"}, home_names=["Bench"], language="en")
    user = User.objects.create_user("lin@bench.example", "not-a-password-anyone-uses")
    return Membership.objects.create(zone=zone, user=user, role=Role.DIRECTOR)
