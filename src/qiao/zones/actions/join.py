"""Join a zone with an invitation: with a new account, or with the one a person has."""

from __future__ import annotations

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from qiao.zones.actions.act import acting
from qiao.zones.actions.invite import AlreadyMember, InvitationClosed
from qiao.zones.models import Invitation, Membership, User
from qiao.zones.queries.invitations import is_open
from qiao.zones.rules import may_read


class InvitedAnother(Exception):
    """The letter went to another address than that of the account."""


class AccountExists(Exception):
    """The address has an account already: its owner signs in and confirms."""


def join_as_new(*, invitation: Invitation, name: str, password: str, language: str, now: datetime) -> Membership:
    """Open an account for the invited address and join with it.

    password  checked by the form against the validators of the settings.
    Raises    AccountExists, InvitationClosed.
    """
    with transaction.atomic():
        if User.objects.filter(email=invitation.email).exists():
            raise AccountExists(f"Expected an address without an account; {invitation.email} has one.")
        user = User.objects.create_user(invitation.email, password, name=name, language=language)
        # The letter reached the address, which is all that verification would prove.
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        return _join(invitation, user, now)


def join_as_user(*, invitation: Invitation, user: User, now: datetime) -> Membership:
    """Join with an account that exists.

    Raises    InvitedAnother, AlreadyMember, InvitationClosed.
    """
    if user.email != invitation.email:
        raise InvitedAnother(f"Expected the account of {invitation.email}; found that of {user.email}.")
    with transaction.atomic():
        return _join(invitation, user, now)


def _join(invitation: Invitation, user: User, now: datetime) -> Membership:
    held = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if not is_open(held, now):
        raise InvitationClosed(f"Expected an open invitation; {held.pk} is closed.")
    if Membership.objects.filter(zone=held.zone, user=user).exists():
        raise AlreadyMember(f"Expected an account from outside the zone; {user.pk} is a member's.")
    member = Membership(zone=held.zone, user=user, role=held.role)
    member.save(force_insert=True)
    member.circles.set(held.circles.all())
    with acting(member=member, verb="join_zone", now=now, allowed=may_read) as act:
        held.accepted_by = user
        held.save(update_fields=["accepted_by"])
        act.touch(member, held)
    return member
