"""An import as a background job: taken by one worker at a time, taken up again when that one falls silent."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import Error
from django.db.models import Q

from qiao.exchange.enums import WORKING, RunState
from qiao.exchange.models import ImportRun
from qiao.kit.ids import new_id

STALE = timedelta(minutes=12)  # parsing one file may take ten; every batch after it beats
Clock = Callable[[], datetime]


class LostRun(Exception):
    """Another worker has taken the import over, or a member has given it up: nothing more may be written."""


def take(run_id: UUID, at: datetime) -> ImportRun | None:
    """The import, held by the caller from now on; None when there is nothing to do or a living worker has it."""
    free = Q(heartbeat_at__isnull=True) | Q(heartbeat_at__lt=at - STALE)
    holder = new_id()
    taken = ImportRun.objects.filter(free, pk=run_id, state__in=WORKING).update(heartbeat_at=at, holder=holder)
    if not taken:
        return None
    rows = ImportRun.objects.select_related("zone", "source", "audience", "uploaded", "begun", "undone")
    return rows.filter(pk=run_id, holder=holder).first()


def keep(run: ImportRun, at: datetime, **columns: Any) -> None:
    """Write how far the import has come, inside the transaction of the batch it describes. Raises LostRun."""
    held = ImportRun.objects.filter(pk=run.pk, holder=run.holder, state=run.state)
    if not held.update(heartbeat_at=at, **columns):
        raise LostRun(f"Expected to hold {run.pk} in state {run.state}.")
    for column, value in columns.items():
        setattr(run, column, value)


def let_go(run: ImportRun, state: RunState, **columns: Any) -> None:
    """Put the import into its next state, free for whoever comes. Raises LostRun."""
    held = ImportRun.objects.filter(pk=run.pk, holder=run.holder, state=run.state)
    if not held.update(state=state, heartbeat_at=None, holder=None, **columns):
        raise LostRun(f"Expected to hold {run.pk} in state {run.state}.")
    run.state = state
    for column, value in columns.items():
        setattr(run, column, value)


def release(run: ImportRun) -> None:
    """Give the import back as it is, for another try."""
    with suppress(Error):
        ImportRun.objects.filter(pk=run.pk, holder=run.holder).update(heartbeat_at=None, holder=None)


def abandoned(at: datetime) -> list[UUID]:
    """Imports waiting or abandoned, in the order they came; the worker takes them up again."""
    open_runs = ImportRun.objects.filter(state__in=WORKING)
    silent = open_runs.filter(Q(heartbeat_at__isnull=True) | Q(heartbeat_at__lt=at - STALE))
    return list(silent.order_by("id").values_list("id", flat=True))
