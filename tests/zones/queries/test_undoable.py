"""The audit offers Undo where an action can be undone, to whoever may undo it."""

from __future__ import annotations

from datetime import datetime

from qiao.zones.actions.members import change_role, deactivate_member
from qiao.zones.models import Action, Membership, Role
from qiao.zones.queries.undoable import undo_address


def test_closed_access_is_opened_by_a_director(lin: Membership, mei: Membership, now: datetime) -> None:
    deactivate_member(member=lin, subject=mei, now=now)
    action = Action.objects.get()

    assert undo_address(lin, action) == f"/z/linhu/zone/members/{mei.pk}/reactivate"
    assert undo_address(mei, action) == ""


def test_other_verbs_offer_nothing_here(lin: Membership, mei: Membership, now: datetime) -> None:
    change_role(member=lin, subject=mei, role=Role.GUEST, now=now)

    assert undo_address(lin, Action.objects.get()) == ""
