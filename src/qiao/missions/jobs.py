"""Plans and rounds that nobody works on are put in line again."""

from __future__ import annotations

from datetime import datetime

from qiao.zones.jobs import register_job


def register() -> None:
    register_job(_take_up)


def _take_up(now: datetime) -> None:
    from qiao.missions.actions.compute import abandoned
    from qiao.missions.tasks import compute

    for what, row in abandoned(now):
        compute.enqueue(what, str(row))
