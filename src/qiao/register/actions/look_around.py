"""Begin a search for duplicates of its own accord, around what was recorded since the last one."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef

from qiao.register.actions.duplicates import open_search, queue_search
from qiao.register.actions.regroup import hold_identities
from qiao.register.models import DuplicateSearch, Name
from qiao.zones.actions.act import acting_as_system
from qiao.zones.models import Action, Zone

QUIET = timedelta(minutes=2)  # an import or a review under way is waited for
PATIENCE = timedelta(minutes=30)  # but not for ever


def look_around(*, now: datetime) -> list[DuplicateSearch]:
    """A search for each zone in which names were recorded since its last, once that has been quiet for a while.

    Two queries a zone when there is nothing to do.
    """
    return [search for zone in Zone.objects.order_by("id") if (search := _in_zone(zone, now)) is not None]


def _in_zone(zone: Zone, now: datetime) -> DuplicateSearch | None:
    last = DuplicateSearch.objects.filter(zone=zone).select_related("started").order_by("-id").first()
    if last is not None and last.is_open:
        return None
    since = last.started.at if last is not None else None
    newest = _latest_naming(zone, since)
    if newest is None or (newest > now - QUIET and (since or newest) > now - PATIENCE):
        return None
    with acting_as_system(zone=zone, verb="look_for_duplicates", now=now) as act:
        hold_identities(act)
        return None if open_search(zone) else queue_search(act, since=since)


def _latest_naming(zone: Zone, since: datetime | None) -> datetime | None:
    """When a name was last recorded, read along the index of actions."""
    deeds = Action.objects.filter(zone=zone).filter(Exists(Name.objects.filter(zone=zone, recorded=OuterRef("pk"))))
    if since is not None:
        deeds = deeds.filter(at__gt=since)
    return deeds.order_by("-at").values_list("at", flat=True).first()
