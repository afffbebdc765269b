"""Make circles and say who is in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError

from qiao.zones.actions.act import NotAllowed, acting
from qiao.zones.models import Circle, Membership
from qiao.zones.rules import may_manage_members


class CircleNameTaken(Exception):
    """Another circle of the zone has this name."""


def create_circle(*, member: Membership, name: str, now: datetime) -> Circle:
    """Make an empty circle.

    name      1 to 80 characters, not yet a circle's name in this zone.
    Raises    CircleNameTaken; NotAllowed.
    """
    circle = Circle(zone=member.zone, name=name)
    try:
        with acting(member=member, verb="create_circle", now=now, allowed=may_manage_members) as act:
            circle.save(force_insert=True)
            act.touch(circle)
    except IntegrityError as clash:
        raise CircleNameTaken(f"Expected a new name; the zone has a circle {name!r}.") from clash
    return circle


def rename_circle(*, member: Membership, circle: Circle, name: str, now: datetime) -> Circle:
    """Give a circle another name. Raises CircleNameTaken; NotAllowed."""
    _own_circle(member, circle)
    before, circle.name = circle.name, name
    try:
        with acting(member=member, verb="rename_circle", now=now, allowed=may_manage_members) as act:
            circle.save(update_fields=["name"])
            act.touch(circle)
    except IntegrityError as clash:
        circle.name = before
        raise CircleNameTaken(f"Expected a new name; the zone has a circle {name!r}.") from clash
    return circle


def set_circle_members(*, member: Membership, circle: Circle, members: Iterable[Membership], now: datetime) -> Circle:
    """Say who is in a circle, all at once. Raises NotAllowed."""
    chosen = list(members)
    _own_circle(member, circle, *chosen)
    with acting(member=member, verb="set_circle_members", now=now, allowed=may_manage_members) as act:
        circle.members.set(chosen)
        act.touch(circle)
    return circle


def _own_circle(member: Membership, *rows: Circle | Membership) -> None:
    for row in rows:
        if row.zone_id != member.zone_id:
            raise NotAllowed(f"Expected a row of zone {member.zone_id}; {row.pk} is of {row.zone_id}.")
