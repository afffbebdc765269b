"""The register's own background work: searches that were abandoned, and a look around what was recorded lately."""

from __future__ import annotations

from datetime import datetime

from qiao.zones.jobs import register_job


def register() -> None:
    """Enter the jobs of this file."""
    register_job(take_up)


def take_up(now: datetime) -> None:
    """Put in line the searches that nobody works on, and new ones where records came since the last."""
    from qiao.register.actions.find_duplicates import stale_searches
    from qiao.register.actions.look_around import look_around
    from qiao.register.tasks import find_duplicates

    for search in stale_searches(now):
        find_duplicates.enqueue(str(search))
    look_around(now=now)
