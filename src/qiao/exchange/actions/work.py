"""What the worker does with an import, whatever state it finds it in."""

from __future__ import annotations

import logging
from uuid import UUID

from django.db import InterfaceError, OperationalError

from qiao.exchange.actions.job import Clock, LostRun, let_go, release, take
from qiao.exchange.actions.preview import preview
from qiao.exchange.actions.read import read_columns
from qiao.exchange.actions.run import run_rows
from qiao.exchange.actions.undo import take_back
from qiao.exchange.enums import RunState
from qiao.exchange.models import ImportRun
from qiao.zones.actions import NotAllowed

log = logging.getLogger(__name__)
STEPS = {
    RunState.READING: read_columns,
    RunState.PREVIEWING: preview,
    RunState.RUNNING: run_rows,
    RunState.UNDOING: take_back,
}


def work(run_id: UUID, *, now: Clock) -> None:
    """Bring one import as far as it goes without a member.

    Safe to call twice: an import that another worker holds, or that waits for a member, is left alone. Killed at
    any point and called again, the result equals one clean run.
    """
    while (run := take(run_id, now())) is not None:
        if not _step(run, now):
            return


def _step(run: ImportRun, now: Clock) -> bool:
    """One state brought to its end; False when the worker should turn to other things."""
    try:
        STEPS[RunState(run.state)](run, now=now)
    except LostRun as lost:
        log.warning("import %s was taken over: %s", run.pk, lost)
        return False
    except NotAllowed:
        _fail(run, "not_allowed", now)
        return False
    except (OperationalError, InterfaceError):  # the database is busy or away: whoever comes next goes on
        release(run)
        raise
    except Exception:  # a fault of ours must not bring the file back to every worker for ever
        log.exception("import %s stopped while %s", run.pk, run.state)
        _fail(run, "not_understood", now)
        return False
    return True


def _fail(run: ImportRun, code: str, now: Clock) -> None:
    """Stop with a sentence; what was written stands, and can be undone."""
    problem = {"code": code, "params": {"state": run.state, "done": run.cursor, "rows": run.row_count}}
    try:
        let_go(run, RunState.FAILED, problem=problem, finished_at=now())
    except LostRun:
        log.warning("import %s was taken over while it failed", run.pk)
