"""For whom the worker works."""

from __future__ import annotations

from qiao.zones.models import Action, Membership


def member_of(action: Action) -> Membership:
    """The membership of the one who acted; what they may do now is asked anew at each step."""
    return Membership.objects.select_related("zone", "user").get(zone=action.zone_id, user=action.actor_id)
