"""Where an action can be undone. Rooms answer for their own verbs; the audit page shows the button."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from django.urls import reverse

from qiao.zones.models import Action, Membership
from qiao.zones.rules import may_manage_members

Undoer: TypeAlias = Callable[[Membership, Action], str]
_undoers: list[Undoer] = []


def register_undoer(undoer: Undoer) -> None:
    """Let a room say where its actions are undone: an address to post to, or nothing."""
    _undoers.append(undoer)


def undo_address(member: Membership, action: Action) -> str:
    """The address that undoes the action, for a member who may; empty where there is none."""
    for undoer in (_access, *_undoers):
        if address := undoer(member, action):
            return address
    return ""


def _access(member: Membership, action: Action) -> str:
    """A zone that was closed to a member is opened again."""
    if action.verb != "deactivate_member" or not may_manage_members(member) or not action.touched:
        return ""
    return reverse("zones:reactivate", args=[member.zone.slug, action.touched[0]])
