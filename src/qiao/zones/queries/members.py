"""Who works in a zone, as a member may see it."""

from __future__ import annotations

from django.db.models import Prefetch, Q

from qiao.zones.models import Circle, Membership, ZoneQuerySet
from qiao.zones.queries.circles import circles_seen_by


def members_seen_by(member: Membership) -> ZoneQuerySet[Membership]:
    """Members of the zone, active ones first, with user and circles loaded.

    A confined member sees themselves and those who share one of their circles, and of these no other circle.
    """
    circles = Circle.objects.visible_to(member).order_by("name")
    if member.is_confined:
        circles = circles.filter(pk__in=member.circle_ids)
    rows = Membership.objects.visible_to(member).select_related("user", "zone")
    rows = rows.prefetch_related(Prefetch("circles", queryset=circles))
    if member.is_confined:
        near = Membership.objects.filter(circles__in=circles_seen_by(member)).values("pk")
        rows = rows.filter(Q(pk=member.pk) | Q(pk__in=near))
    return rows.order_by("-active", "user__name", "user__email")
