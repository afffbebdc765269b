"""Take a whole import back: each of its batches is undone by an action of its own, in steps that can be killed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from qiao.exchange.actions.job import Clock, keep, let_go
from qiao.exchange.actions.run import batch_actions
from qiao.exchange.actions.wake import wake
from qiao.exchange.enums import RunState
from qiao.exchange.models import ImportRun
from qiao.exchange.queries.rested import Rested, rested_on
from qiao.exchange.queries.starter import member_of
from qiao.register.actions.bulk import withdraw_recorded
from qiao.zones.actions import acting
from qiao.zones.models import Action, Membership
from qiao.zones.rules import may_record


class NotUndoable(ValueError):
    """The import is not one that stands, or later statements rest on its records.

    rested    on how many; on none when the import does not stand.
    """

    def __init__(self, rested: Rested) -> None:
        super().__init__(f"Expected an import on which nothing rests; found {rested.records} records that others use.")
        self.rested = rested


def undo_import(*, member: Membership, run: ImportRun, now: datetime) -> None:
    """Begin to take an import back. The claims it recorded are withdrawn; what was there before is as it was.

    Raises    NotUndoable, NotAllowed.
    """
    with acting(member=member, verb="undo_import", now=now, allowed=may_record) as act:
        held = ImportRun.objects.select_for_update(no_key=True, of=("self",)).get(pk=run.pk)
        stands = held.state in (RunState.DONE, RunState.FAILED) and held.begun_id is not None
        rested = rested_on(held) if stands else Rested(0)
        if not stands or rested.records:
            raise NotUndoable(rested)
        held.state, held.undone, held.cursor, held.heartbeat_at = RunState.UNDOING, act.action, 0, None
        held.save(update_fields=["state", "undone", "cursor", "heartbeat_at"])
        act.touch(held)
        transaction.on_commit(lambda: wake(held))


def take_back(run: ImportRun, *, now: Clock) -> None:
    """Withdraw what the batches recorded, one after another, each in an action that undoes it.

    So a batch does not stand any more, and nothing that is undone later brings a claim of it back.
    """
    assert run.undone is not None
    member = member_of(run.undone)
    actions = batch_actions(run)
    while run.cursor < len(actions):
        batch = Action.objects.get(zone=run.zone, pk=actions[run.cursor])
        if Action.objects.filter(zone=run.zone, undoes=batch).exists():  # by an undoing that stopped half way
            keep(run, now(), cursor=run.cursor + 1)
            continue
        with acting(member=member, verb="undo_import", now=now(), allowed=may_record, undoes=batch) as act:
            keep(run, act.now, cursor=run.cursor + 1)
            withdraw_recorded(act, batch)
            act.touch(run)
    let_go(run, RunState.UNDONE, finished_at=now())
