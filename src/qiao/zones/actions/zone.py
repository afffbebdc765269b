"""Say what a zone is called, where it lies and how it divides its industries."""

from __future__ import annotations

from datetime import datetime

from qiao.zones.actions.act import acting
from qiao.zones.models import Membership, Zone
from qiao.zones.models.zone import known_time_zone
from qiao.zones.rules import is_director


def describe_zone(
    *,
    member: Membership,
    names: dict[str, str],
    home_names: list[str],
    time_zone: str,
    industry_system: str,
    language: str,
    now: datetime,
) -> Zone:
    """Write down what a director says of the zone.

    names        language code to name; languages without a name are left out.
    home_names   the home territory as reports write it; the first one is the sender.
    Returns      the zone as it now stands.
    Raises       ValidationError for a time zone that the tz database does not know; NotAllowed.
    """
    known_time_zone(time_zone)
    zone = member.zone
    with acting(member=member, verb="describe_zone", now=now, allowed=is_director) as act:
        zone.names = {code: name for code, name in names.items() if name}
        zone.home_names = [name for name in home_names if name]
        zone.time_zone, zone.industry_system, zone.language = time_zone, industry_system, language
        zone.save(update_fields=["names", "home_names", "time_zone", "industry_system", "language"])
        act.touch(zone)
    return zone
