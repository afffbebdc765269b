"""Change what a member may do in a zone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from qiao.zones.actions.act import Act, NotAllowed, acting
from qiao.zones.models import Circle, Membership, Role
from qiao.zones.rules import may_manage_members


class LastDirector(Exception):
    """The change would leave the zone without anyone who can manage it."""


def change_role(*, member: Membership, subject: Membership, role: Role, now: datetime) -> Membership:
    """Give a member another role.

    Raises    LastDirector when the only active director would lose that role; NotAllowed.
    """
    _same_zone(member, subject)
    with acting(member=member, verb="change_role", now=now, allowed=may_manage_members) as act:
        if role != Role.DIRECTOR:
            _keep_a_director(act, subject)
        subject.role = role
        subject.save(update_fields=["role"])
        act.touch(subject)
    return subject


def deactivate_member(*, member: Membership, subject: Membership, now: datetime) -> Membership:
    """Close the zone to a member. What they did stays; they can be let in again.

    Raises    LastDirector; NotAllowed.
    """
    _same_zone(member, subject)
    with acting(member=member, verb="deactivate_member", now=now, allowed=may_manage_members) as act:
        _keep_a_director(act, subject)
        _set_active(act, subject, False)
    return subject


def reactivate_member(*, member: Membership, subject: Membership, now: datetime) -> Membership:
    """Open the zone again to a member it was closed to. Raises NotAllowed."""
    _same_zone(member, subject)
    with acting(member=member, verb="reactivate_member", now=now, allowed=may_manage_members) as act:
        _set_active(act, subject, True)
    return subject


def set_circles(*, member: Membership, subject: Membership, circles: Iterable[Circle], now: datetime) -> Membership:
    """Say which circles a member is in, all at once. Raises NotAllowed."""
    chosen = list(circles)
    _same_zone(member, subject, *chosen)
    with acting(member=member, verb="set_circles", now=now, allowed=may_manage_members) as act:
        subject.circles.set(chosen)
        act.touch(subject)
    return subject


def _set_active(act: Act, subject: Membership, active: bool) -> None:
    subject.active = active
    subject.save(update_fields=["active"])
    act.touch(subject)


def _same_zone(member: Membership, *rows: Membership | Circle) -> None:
    for row in rows:
        if row.zone_id != member.zone_id:
            raise NotAllowed(f"Expected a row of zone {member.zone_id}; {row.pk} is of {row.zone_id}.")


def _keep_a_director(act: Act, subject: Membership) -> None:
    """Refuse to lose the last one; locked, so that two directors cannot remove each other at once."""
    directors = Membership.objects.select_for_update().filter(zone=act.zone, role=Role.DIRECTOR, active=True)
    left = {director.pk for director in directors}
    if left == {subject.pk}:
        raise LastDirector(f"Expected another active director beside {subject.pk}; found none.")
