"""Circles have one name each and belong to one zone."""

from __future__ import annotations

from datetime import datetime

import pytest

from qiao.zones.actions import NotAllowed
from qiao.zones.actions.circles import CircleNameTaken, create_circle, rename_circle, set_circle_members
from qiao.zones.models import Action, Circle, Membership


def test_circle_is_made_renamed_and_peopled(lin: Membership, mei: Membership, now: datetime) -> None:
    circle = create_circle(member=lin, name="Lyon", now=now)
    rename_circle(member=lin, circle=circle, name="Lyon station", now=now)
    set_circle_members(member=lin, circle=circle, members=[mei], now=now)

    assert Circle.objects.get().name == "Lyon station"
    assert list(circle.members.all()) == [mei]
    verbs = set(Action.objects.visible_to(lin).values_list("verb", flat=True))
    assert verbs == {"create_circle", "rename_circle", "set_circle_members"}


def test_taken_name_is_refused_and_leaves_no_trace(lin: Membership, now: datetime) -> None:
    create_circle(member=lin, name="Lyon", now=now)
    munich = create_circle(member=lin, name="Munich", now=now)

    with pytest.raises(CircleNameTaken):
        create_circle(member=lin, name="Lyon", now=now)
    with pytest.raises(CircleNameTaken):
        rename_circle(member=lin, circle=munich, name="Lyon", now=now)

    assert munich.name == "Munich"
    assert sorted(Circle.objects.values_list("name", flat=True)) == ["Lyon", "Munich"]
    assert Action.objects.visible_to(lin).count() == 2


def test_two_zones_may_use_one_name(lin: Membership, otto: Membership, now: datetime) -> None:
    create_circle(member=lin, name="Lyon", now=now)
    create_circle(member=otto, name="Lyon", now=now)

    assert Circle.objects.count() == 2


def test_analyst_makes_no_circle(mei: Membership, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        create_circle(member=mei, name="Lyon", now=now)


def test_stranger_touches_no_circle(lin: Membership, otto: Membership, now: datetime) -> None:
    circle = create_circle(member=lin, name="Lyon", now=now)

    with pytest.raises(NotAllowed):
        rename_circle(member=otto, circle=circle, name="Ours", now=now)
    with pytest.raises(NotAllowed):
        set_circle_members(member=otto, circle=circle, members=[otto], now=now)
    with pytest.raises(NotAllowed):
        set_circle_members(member=lin, circle=circle, members=[otto], now=now)
