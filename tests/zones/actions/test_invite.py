"""A letter goes to one address, works once, and lapses after fourteen days."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from qiao.zones.actions import NotAllowed
from qiao.zones.actions.invite import (
    INVITATION_DAYS,
    AlreadyInvited,
    AlreadyMember,
    InvitationClosed,
    call_back,
    invite,
)
from qiao.zones.actions.join import AccountExists, InvitedAnother, join_as_new, join_as_user
from qiao.zones.actions.members import deactivate_member
from qiao.zones.models import Action, Circle, Invitation, Membership, Role, User

NAME = {"name": "Ada Lindqvist", "password": "cedar-bridge-41", "language": "de"}


def letter_to(lin: Membership, now: datetime, email: str = "ada@example.org") -> Invitation:
    return invite(member=lin, email=email, role=Role.KEEPER, circles=[], now=now)


def test_invitation_lapses_after_fourteen_days(lin: Membership, now: datetime) -> None:
    letter = letter_to(lin, now, "  Ada@Example.org ")

    assert (letter.email, letter.expires_at) == ("ada@example.org", now + timedelta(days=INVITATION_DAYS))
    with pytest.raises(InvitationClosed):
        join_as_new(invitation=letter, **NAME, now=letter.expires_at)
    assert not User.objects.filter(email="ada@example.org").exists()


def test_new_account_joins_with_role_and_circles(lin: Membership, now: datetime) -> None:
    lyon = Circle.objects.create(zone=lin.zone, name="Lyon")
    letter = invite(member=lin, email="ada@example.org", role=Role.KEEPER, circles=[lyon], now=now)

    member = join_as_new(invitation=letter, **NAME, now=now)

    assert (member.zone, member.role, list(member.circles.all())) == (lin.zone, Role.KEEPER, [lyon])
    assert (member.user.name, member.user.language) == ("Ada Lindqvist", "de")
    assert member.user.check_password("cedar-bridge-41")
    joined = Action.objects.get(verb="join_zone")
    assert (joined.actor, joined.touched) == (member.user, sorted([str(member.pk), str(letter.pk)]))


def test_letter_works_once(lin: Membership, now: datetime) -> None:
    letter = letter_to(lin, now)
    join_as_new(invitation=letter, **NAME, now=now)
    letter.email = "second@example.org"  # as if a stale copy were at hand

    with pytest.raises(InvitationClosed):
        join_as_new(invitation=letter, **NAME, now=now)
    assert not User.objects.filter(email="second@example.org").exists()


def test_called_back_letter_opens_nothing(lin: Membership, now: datetime) -> None:
    letter = letter_to(lin, now)
    call_back(member=lin, invitation=letter, now=now)

    with pytest.raises(InvitationClosed):
        join_as_new(invitation=letter, **NAME, now=now)
    with pytest.raises(InvitationClosed):
        call_back(member=lin, invitation=letter, now=now)


def test_account_of_another_zone_joins(lin: Membership, otto: Membership, now: datetime) -> None:
    letter = letter_to(lin, now, otto.user.email)

    member = join_as_user(invitation=letter, user=otto.user, now=now)

    assert set(otto.user.memberships.all()) == {otto, member}


def test_letter_is_of_no_use_to_another_account(lin: Membership, otto: Membership, now: datetime) -> None:
    with pytest.raises(InvitedAnother):
        join_as_user(invitation=letter_to(lin, now), user=otto.user, now=now)


def test_existing_account_is_not_opened_twice(lin: Membership, otto: Membership, now: datetime) -> None:
    with pytest.raises(AccountExists):
        join_as_new(invitation=letter_to(lin, now, otto.user.email), **NAME, now=now)


def test_members_are_not_invited(lin: Membership, mei: Membership, now: datetime) -> None:
    deactivate_member(member=lin, subject=mei, now=now)

    with pytest.raises(AlreadyMember):
        letter_to(lin, now, mei.user.email)


def test_second_letter_waits_for_the_first(lin: Membership, now: datetime) -> None:
    first = letter_to(lin, now)
    with pytest.raises(AlreadyInvited):
        letter_to(lin, now)
    call_back(member=lin, invitation=first, now=now)

    assert letter_to(lin, now).pk != first.pk


def test_analyst_and_stranger_write_no_letters(
    lin: Membership, mei: Membership, otto: Membership, now: datetime
) -> None:
    letter = letter_to(lin, now)

    with pytest.raises(NotAllowed):
        letter_to(mei, now, "eve@example.org")
    with pytest.raises(NotAllowed):
        call_back(member=otto, invitation=letter, now=now)
    with pytest.raises(NotAllowed):
        invite(
            member=otto,
            email="eve@example.org",
            role=Role.GUEST,
            circles=[Circle.objects.create(zone=lin.zone, name="Lyon")],
            now=now,
        )
