"""The audience of a row, as a filter: which circle keeps it, and who is in that circle."""

from __future__ import annotations

from django.db.models import Q

from qiao.zones.models import Membership, Role


def audience_allows(member: Membership, path: str) -> Q:
    """Rows whose audience, found at `path`, admits the member.

    path   the lookup that leads to the nullable circle, such as "audience" or "subject__audience".

    A director sees the whole zone. Others see what has no audience and what belongs to their circles;
    station keepers and guests see only the latter.
    """
    if member.role == Role.DIRECTOR:
        return Q()
    within = Q(**{f"{path}__in": member.circle_ids})
    return within if member.is_confined else within | Q(**{f"{path}__isnull": True})
