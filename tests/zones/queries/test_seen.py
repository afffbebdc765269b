"""Station keepers and guests see their own circles and whoever shares one; all others see the zone."""

from __future__ import annotations

import pytest

from qiao.zones.models import Circle, Membership, Role
from qiao.zones.queries.circles import circles_seen_by
from qiao.zones.queries.members import members_seen_by
from qiao.zones.queries.named import names_of_rows
from tests import factories


@pytest.fixture
def lyon(lin: Membership) -> Circle:
    return Circle.objects.create(zone=lin.zone, name="Lyon")


@pytest.mark.parametrize("role", [Role.KEEPER, Role.GUEST])
def test_confined_member_sees_own_circles_only(lin: Membership, mei: Membership, lyon: Circle, role: Role) -> None:
    Circle.objects.create(zone=lin.zone, name="Munich")
    kim, ada = (factories.make_member(lin.zone, name, role) for name in ("kim", "ada"))
    kim.circles.add(lyon)
    ada.circles.add(lyon)

    assert list(circles_seen_by(kim)) == [lyon]
    assert list(members_seen_by(kim)) == [ada, kim]


def test_confined_member_without_circle_sees_themselves(lin: Membership, lyon: Circle) -> None:
    kim = factories.make_member(lin.zone, "kim", Role.KEEPER)

    assert list(circles_seen_by(kim)) == []
    assert list(members_seen_by(kim)) == [kim]


def test_analyst_sees_all_members_closed_ones_last(lin: Membership, mei: Membership, otto: Membership) -> None:
    ada = factories.make_member(lin.zone, "ada")
    ada.active = False
    ada.save()

    assert list(members_seen_by(mei)) == [lin, mei, ada]


def test_size_counts_active_members(lin: Membership, mei: Membership, lyon: Circle) -> None:
    ada = factories.make_member(lin.zone, "ada")
    ada.active = False
    ada.save()
    lyon.members.set([lin, mei, ada])

    assert [(circle.name, circle.size) for circle in circles_seen_by(lin)] == [("Lyon", 2)]


def test_names_of_another_zone_are_not_told(lin: Membership, otto: Membership, lyon: Circle) -> None:
    ids = [lin.pk, otto.pk, lyon.pk]

    assert names_of_rows(lin, ids) == {lin.pk: "Lin", lyon.pk: "Lyon"}
