"""The circles of a zone, as a member may see them."""

from __future__ import annotations

from django.db.models import Count, Q

from qiao.zones.models import Circle, Membership, ZoneQuerySet


def circles_seen_by(member: Membership) -> ZoneQuerySet[Circle]:
    """Circles by name with `size`, the number of active members; a confined member sees only their own."""
    rows = Circle.objects.visible_to(member)
    if member.is_confined:
        rows = rows.filter(pk__in=member.circle_ids)
    return rows.annotate(size=Count("members", filter=Q(members__active=True))).order_by("name")
