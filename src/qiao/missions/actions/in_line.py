"""What plans and rounds have in common: put in line, bounded in time, one of them chosen."""

from __future__ import annotations

from typing import TypeVar

from django.db import models, transaction

from qiao.missions.enums import JobState
from qiao.missions.models import Plan, Round
from qiao.zones.actions import Act, change

SECONDS = 20  # of processor time, unless asked otherwise
MOST_SECONDS = 120
OPEN = (JobState.QUEUED, JobState.RUNNING)

C = TypeVar("C", Plan, Round)


def bounded(seconds: int) -> int:
    """Seconds as they are given to a solver."""
    return min(max(seconds, 1), MOST_SECONDS)


def put_in_line(act: Act, row: C, siblings: models.QuerySet[C]) -> C:
    """Keep a new row and wake the worker once it is committed.

    siblings   those of the same mission or event; one that is waiting or running is asked to stop.
    """
    for running in siblings.filter(state__in=OPEN):
        change(act, running, stop=True)
    row.save(force_insert=True)
    act.touch(row)
    transaction.on_commit(lambda: _wake(row))
    return row


def choose_among(act: Act, row: C, siblings: models.QuerySet[C]) -> None:
    """Make a row the chosen one of its siblings."""
    for held in siblings.filter(chosen=True).exclude(pk=row.pk):
        change(act, held, chosen=False)
    change(act, row, chosen=True)


def _wake(row: Plan | Round) -> None:
    from qiao.missions.tasks import compute

    compute.enqueue(row._meta.model_name or "", str(row.pk))
