"""Ask somebody into a zone by letter, and take the letter back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from qiao.zones.actions.act import NotAllowed, acting
from qiao.zones.models import Circle, Invitation, Membership, Role
from qiao.zones.queries.invitations import is_open, open_invitations
from qiao.zones.rules import may_manage_members

INVITATION_DAYS = 14


class AlreadyMember(Exception):
    """The address belongs to a member of the zone, active or not."""


class AlreadyInvited(Exception):
    """An open letter to this address exists."""


class InvitationClosed(Exception):
    """The letter was used, called back, or has expired."""


def invite(*, member: Membership, email: str, role: Role, circles: Iterable[Circle], now: datetime) -> Invitation:
    """Write a letter that lets one address join once, within fourteen days.

    Returns   the invitation; its token belongs into the letter and nowhere else.
    Raises    AlreadyMember, AlreadyInvited, NotAllowed.
    """
    chosen = list(circles)
    if any(circle.zone_id != member.zone_id for circle in chosen):
        raise NotAllowed(f"Expected circles of zone {member.zone_id}; found one of another.")
    with acting(member=member, verb="invite", now=now, allowed=may_manage_members) as act:
        address = email.strip().lower()
        _refuse_the_known(member, address, now)
        invitation = Invitation(
            zone=act.zone, email=address, role=role, expires_at=now + timedelta(days=INVITATION_DAYS)
        )
        invitation.save(force_insert=True)
        invitation.circles.set(chosen)
        act.touch(invitation)
    return invitation


def call_back(*, member: Membership, invitation: Invitation, now: datetime) -> Invitation:
    """Make an open letter worthless. Raises InvitationClosed, NotAllowed."""
    if invitation.zone_id != member.zone_id:
        raise NotAllowed(f"Expected an invitation of zone {member.zone_id}; found one of another.")
    with acting(member=member, verb="call_back", now=now, allowed=may_manage_members) as act:
        held = Invitation.objects.select_for_update().get(pk=invitation.pk)
        if not is_open(held, now):
            raise InvitationClosed(f"Expected an open invitation; {held.pk} is closed.")
        held.called_back = True
        held.save(update_fields=["called_back"])
        act.touch(held)
    return held


def _refuse_the_known(member: Membership, address: str, now: datetime) -> None:
    if Membership.objects.filter(zone=member.zone, user__email=address).exists():
        raise AlreadyMember(f"Expected an address from outside the zone; {address} is a member's.")
    if open_invitations(member.zone, now).filter(email=address).exists():
        raise AlreadyInvited(f"Expected an address without an open letter; {address} has one.")
