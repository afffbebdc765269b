"""Found a zone: the one deed that no member can do, since there is none yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from qiao.zones.actions.act import acting_as_system
from qiao.zones.models import Membership, Role, User, Zone


class ZoneExists(ValueError):
    """A zone of that short name is there already."""


@transaction.atomic
def found_zone(
    *,
    slug: str,
    names: dict[str, str],
    home_names: Sequence[str],
    director: User,
    time_zone: str = "Asia/Shanghai",
    industry_system: str = "",
    language: str = "zh-hans",
    now: datetime,
) -> Membership:
    """Make a zone and its first director.

    Returns   the director's membership.
    Raises    ZoneExists; ValidationError for a time zone or short name that cannot be.
    """
    if Zone.objects.filter(slug=slug).exists():
        raise ZoneExists(f"Expected a new short name; {slug} is taken.")
    zone = Zone(
        slug=slug,
        names=names,
        home_names=list(home_names),
        time_zone=time_zone,
        industry_system=industry_system,
        language=language,
    )
    zone.full_clean()
    zone.save(force_insert=True)
    with acting_as_system(zone=zone, verb="found_zone", now=now) as act:
        member = Membership(zone=zone, user=director, role=Role.DIRECTOR)
        member.save(force_insert=True)
        act.touch(member)
    return member
