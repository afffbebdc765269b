"""Take a whole import back: one action, in as many steps as it had batches."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from qiao.exchange.actions.job import Clock, keep, let_go
from qiao.exchange.actions.run import batch_actions
from qiao.exchange.actions.wake import wake
from qiao.exchange.enums import RunState
from qiao.exchange.models import ImportRun
from qiao.exchange.queries.rested import rested_on
from qiao.exchange.queries.starter import member_of
from qiao.register.actions.bulk import withdraw_recorded
from qiao.zones.actions import acting
from qiao.zones.actions.act import acting_on
from qiao.zones.models import Membership
from qiao.zones.rules import may_record

STEP = 4  # batches in one transaction


class NotUndoable(ValueError):
    """The import is not one that stands, or later statements rest on its records.

    records   those records, at most some; empty when the import does not stand.
    """

    def __init__(self, records: list[UUID]) -> None:
        super().__init__(f"Expected an import on which nothing rests; found {len(records)} records that others use.")
        self.records = records


def undo_import(*, member: Membership, run: ImportRun, now: datetime) -> None:
    """Begin to take an import back. The claims it recorded are withdrawn; what was there before is as it was.

    Raises    NotUndoable, NotAllowed.
    """
    with acting(member=member, verb="undo_import", now=now, allowed=may_record) as act:
        held = ImportRun.objects.select_for_update(no_key=True, of=("self",)).get(pk=run.pk)
        stands = held.state in (RunState.DONE, RunState.FAILED) and held.begun_id is not None
        rested = rested_on(held) if stands else []
        if not stands or rested:
            raise NotUndoable(rested)
        held.state, held.undone, held.cursor, held.heartbeat_at = RunState.UNDOING, act.action, 0, None
        held.save(update_fields=["state", "undone", "cursor", "heartbeat_at"])
        act.touch(held)
        transaction.on_commit(lambda: wake(held))


def take_back(run: ImportRun, *, now: Clock) -> None:
    """Withdraw what the batches recorded, some at a time, all in the name of the action that began it."""
    assert run.undone is not None
    member = member_of(run.undone)
    actions = batch_actions(run)
    while run.cursor < len(actions):
        part = actions[run.cursor : run.cursor + STEP]
        with acting_on(action=run.undone, member=member, allowed=may_record) as act:
            keep(run, now(), cursor=run.cursor + len(part))
            withdraw_recorded(act, part)
    let_go(run, RunState.UNDONE, finished_at=now())
