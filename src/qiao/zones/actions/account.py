"""Change one's own account."""

from __future__ import annotations

from datetime import datetime

from qiao.zones.actions.act import acting
from qiao.zones.models import Membership, User
from qiao.zones.rules import may_read


def edit_account(*, member: Membership, name: str, language: str, now: datetime) -> User:
    """Write down a member's own name and language.

    language  a code of the interface's languages.
    Raises    NotAllowed.
    """
    with acting(member=member, verb="edit_account", now=now, allowed=may_read) as act:
        user = member.user
        user.name, user.language = name, language
        user.save(update_fields=["name", "language"])
        act.touch(member)
    return user
