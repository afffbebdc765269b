"""Imports that nobody works on are put in line again."""

from __future__ import annotations

from datetime import datetime

from qiao.zones.jobs import register_job


def register() -> None:
    register_job(_take_up)


def _take_up(now: datetime) -> None:
    from qiao.exchange.actions.job import abandoned
    from qiao.exchange.tasks import move_on

    for run in abandoned(now):
        move_on.enqueue(str(run))
