"""Say what becomes of rows about which the comparison was not sure."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from qiao.exchange.actions.steps import NotItsTurn
from qiao.exchange.enums import DECIDABLE, Decision, Fate, RunState
from qiao.exchange.models import ImportRow, ImportRun
from qiao.zones.actions import acting
from qiao.zones.models import Membership
from qiao.zones.rules import may_record


def decide_row(*, member: Membership, run: ImportRun, row: UUID, decision: Decision, now: datetime) -> None:
    """Decide on one row; an empty decision leaves it to the default again.

    Raises    NotItsTurn when the import is not ready, or the row does not wait for anybody; NotAllowed.
    """
    _decide(member, run, decision, now, pk=row)


def decide_all(*, member: Membership, run: ImportRun, fate: Fate, decision: Decision, now: datetime) -> int:
    """Decide on all rows of one fate on which nobody has decided. Returns how many they were. Raises as above."""
    return _decide(member, run, decision, now, fate=fate, decision=Decision.NONE)


def _decide(member: Membership, run: ImportRun, said: Decision, now: datetime, **which: object) -> int:
    with acting(member=member, verb="decide_rows", now=now, allowed=may_record) as act:
        held = ImportRun.objects.select_for_update(no_key=True, of=("self",)).get(pk=run.pk, zone=act.zone)
        if held.state != RunState.READY:
            raise NotItsTurn(held.state, RunState.READY)
        rows = ImportRow.objects.filter(zone=act.zone, run=held, fate__in=DECIDABLE).filter(**which)
        decided = rows.update(decision=said, decided=act.action if said else None)
        if "pk" in which and not decided:
            raise NotItsTurn("a row that is settled", "a row that waits")
        act.touch(held)
    return decided
