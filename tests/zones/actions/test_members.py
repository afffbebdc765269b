"""Roles, circles and access change through actions, and a zone never loses its last director."""

from __future__ import annotations

from datetime import datetime

import pytest

from qiao.zones.actions import NotAllowed
from qiao.zones.actions.members import (
    LastDirector,
    change_role,
    deactivate_member,
    reactivate_member,
    set_circles,
)
from qiao.zones.models import Action, Circle, Membership, Role
from tests import factories


def done(member: Membership) -> list[tuple[str, list[str]]]:
    """What the audit says was done in the member's zone, oldest first."""
    rows = Action.objects.visible_to(member).order_by("at", "id")
    return [(row.verb, row.touched) for row in rows]


def test_role_changes_and_is_audited(lin: Membership, mei: Membership, now: datetime) -> None:
    change_role(member=lin, subject=mei, role=Role.OFFICER, now=now)

    mei.refresh_from_db()
    assert mei.role == Role.OFFICER
    assert done(lin) == [("change_role", [str(mei.pk)])]


def test_last_director_keeps_role(lin: Membership, mei: Membership, now: datetime) -> None:
    with pytest.raises(LastDirector):
        change_role(member=lin, subject=lin, role=Role.ANALYST, now=now)

    lin.refresh_from_db()
    assert lin.role == Role.DIRECTOR
    assert done(lin) == []


def test_last_director_keeps_access(lin: Membership, now: datetime) -> None:
    with pytest.raises(LastDirector):
        deactivate_member(member=lin, subject=lin, now=now)

    assert Membership.objects.get(pk=lin.pk).active


def test_closed_director_does_not_count_as_one(lin: Membership, mei: Membership, now: datetime) -> None:
    change_role(member=lin, subject=mei, role=Role.DIRECTOR, now=now)
    deactivate_member(member=lin, subject=mei, now=now)

    with pytest.raises(LastDirector):
        deactivate_member(member=lin, subject=lin, now=now)


def test_one_of_two_directors_may_go(lin: Membership, mei: Membership, now: datetime) -> None:
    change_role(member=lin, subject=mei, role=Role.DIRECTOR, now=now)
    deactivate_member(member=mei, subject=lin, now=now)

    assert not Membership.objects.get(pk=lin.pk).active


def test_reactivation_opens_the_zone_again(lin: Membership, mei: Membership, now: datetime) -> None:
    deactivate_member(member=lin, subject=mei, now=now)
    reactivate_member(member=lin, subject=mei, now=now)

    assert Membership.objects.get(pk=mei.pk).active
    assert [verb for verb, _touched in done(lin)] == ["deactivate_member", "reactivate_member"]


def test_circles_are_set_all_at_once(lin: Membership, mei: Membership, now: datetime) -> None:
    lyon = Circle.objects.create(zone=lin.zone, name="Lyon")
    munich = Circle.objects.create(zone=lin.zone, name="Munich")
    set_circles(member=lin, subject=mei, circles=[lyon], now=now)
    set_circles(member=lin, subject=mei, circles=[munich], now=now)

    assert list(mei.circles.all()) == [munich]


@pytest.mark.parametrize("role", [Role.OFFICER, Role.KEEPER, Role.ANALYST, Role.GUEST])
def test_only_directors_manage_members(lin: Membership, now: datetime, role: Role) -> None:
    kim = factories.make_member(lin.zone, "kim", role)

    for deed in (
        lambda: change_role(member=kim, subject=kim, role=Role.DIRECTOR, now=now),
        lambda: deactivate_member(member=kim, subject=lin, now=now),
        lambda: reactivate_member(member=kim, subject=lin, now=now),
        lambda: set_circles(member=kim, subject=kim, circles=[], now=now),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_director_of_another_zone_changes_nobody(
    lin: Membership, mei: Membership, otto: Membership, now: datetime
) -> None:
    with pytest.raises(NotAllowed):
        change_role(member=otto, subject=mei, role=Role.GUEST, now=now)
    with pytest.raises(NotAllowed):
        deactivate_member(member=otto, subject=mei, now=now)

    mei.refresh_from_db()
    assert (mei.role, mei.active) == (Role.ANALYST, True)


def test_circle_of_another_zone_is_refused(lin: Membership, mei: Membership, otto: Membership, now: datetime) -> None:
    foreign = Circle.objects.create(zone=otto.zone, name="Auental")

    with pytest.raises(NotAllowed):
        set_circles(member=lin, subject=mei, circles=[foreign], now=now)
