"""What confined members enter must lie where they can see it."""

from __future__ import annotations

from qiao.zones.actions.act import NotAllowed
from qiao.zones.models import Circle, Membership


def check_reach(member: Membership, audience: Circle | None) -> None:
    """Insist that a confined member names one of their circles: what they enter would otherwise be hidden from them.

    Raises    NotAllowed.
    """
    if member.is_confined and (audience is None or audience.pk not in member.circle_ids):
        raise NotAllowed("Expected a circle of the member's own for what they enter.")
