"""The steps of an import that a member takes: columns confirmed, import begun, taken up again, given up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from qiao.exchange.actions.wake import wake
from qiao.exchange.enums import RunState
from qiao.exchange.models import ImportRun, MappingMemory
from qiao.exchange.queries.memory import signature_of
from qiao.exchange.reading import NAMES, SINGLE, Field
from qiao.register.models import Source
from qiao.zones.actions import Act, acting
from qiao.zones.models import Membership
from qiao.zones.rules import may_record

LONGEST_TITLE = 300
BEFORE_WRITING = (RunState.MAPPING, RunState.PREVIEWING, RunState.READY, RunState.READING)


class NotItsTurn(ValueError):
    """The import is in another state than this step begins from."""

    def __init__(self, found: str, *expected: str) -> None:
        super().__init__(f"Expected an import that is {' or '.join(expected)}; found {found}.")
        self.found = found


class BadMapping(ValueError):
    """The columns as they were said make no rows: `code` says why, `field` which field it is about."""

    def __init__(self, code: str, field: Field | None = None) -> None:
        super().__init__(f"Expected other columns: {code} {field or ''}".strip())
        self.code, self.field = code, field


def map_columns(*, member: Membership, run: ImportRun, fields: Sequence[Field], now: datetime) -> None:
    """Say what each column holds, and have the rows compared with the register. The zone remembers it.

    Raises    BadMapping when no column holds a name, or two hold what a row has once; NotItsTurn; NotAllowed.
    """
    _check(fields, len(run.columns))
    with acting(member=member, verb="map_columns", now=now, allowed=may_record) as act:
        held = _held(act, run, RunState.MAPPING)
        held.mapping = [field.value for field in fields]
        _put(act, held, RunState.PREVIEWING, "mapping")
        MappingMemory.objects.update_or_create(
            zone=act.zone, signature=signature_of(held.columns), defaults={"fields": held.mapping}
        )


def start_import(*, member: Membership, run: ImportRun, now: datetime) -> None:
    """Let the rows into the register as the preview shows them. Raises NotItsTurn, NotAllowed."""
    with acting(member=member, verb="start_import", now=now, allowed=may_record) as act:
        held = _held(act, run, RunState.READY)
        held.begun = act.action
        held.source = _source(held)
        _put(act, held, RunState.RUNNING, "begun", "source")


def go_on(*, member: Membership, run: ImportRun, now: datetime) -> None:
    """Take up an import that stopped half way. Raises NotItsTurn, NotAllowed."""
    with acting(member=member, verb="start_import", now=now, allowed=may_record) as act:
        held = _held(act, run, RunState.FAILED)
        stopped = held.problem.get("params", {}).get("state")
        if stopped not in (RunState.PREVIEWING, RunState.RUNNING, RunState.UNDOING):
            raise NotItsTurn(held.state, "stopped half way")
        if stopped == RunState.RUNNING:
            held.begun = act.action
        held.problem, held.finished_at = {}, None
        _put(act, held, RunState(stopped), "begun", "problem", "finished_at", cursor=held.cursor)


def drop_import(*, member: Membership, run: ImportRun, now: datetime) -> None:
    """Give an import up before anything of it was written. Its file is kept. Raises NotItsTurn, NotAllowed."""
    with acting(member=member, verb="drop_import", now=now, allowed=may_record) as act:
        held = _held(act, run, *BEFORE_WRITING)
        held.state, held.holder, held.heartbeat_at = RunState.DROPPED, None, None
        held.save(update_fields=["state", "holder", "heartbeat_at"])
        act.touch(held)


def _check(fields: Sequence[Field], columns: int) -> None:
    if len(fields) != columns:
        raise BadMapping("other_columns")
    if not NAMES.intersection(fields):
        raise BadMapping("no_name")
    for field in SINGLE:
        if list(fields).count(field) > 1:
            raise BadMapping("twice", field)


def _held(act: Act, run: ImportRun, *expected: RunState) -> ImportRun:
    """The import, locked, when it is in one of these states."""
    held = ImportRun.objects.select_for_update(no_key=True, of=("self",)).get(pk=run.pk, zone=act.zone)
    if held.state not in expected:
        raise NotItsTurn(held.state, *expected)
    return held


def _put(act: Act, run: ImportRun, state: RunState, *columns: str, cursor: int = 0) -> None:
    """Hand the import to the worker in a new state."""
    run.state, run.cursor, run.heartbeat_at, run.holder = state, cursor, None, None
    run.save(update_fields=["state", "cursor", "heartbeat_at", "holder", *columns])
    act.touch(run)
    transaction.on_commit(lambda: wake(run))


def _source(run: ImportRun) -> Source:
    """The file as a source: the one of an earlier import of the very file for the same circle, if there is one."""
    earlier = ImportRun.objects.filter(zone=run.zone, digest=run.digest, source__isnull=False)
    for other in earlier.select_related("source").defer("source__text").order_by("id"):
        if other.source and other.audience_id == run.audience_id and other.source_kind == run.source_kind:
            return other.source
    source = Source(
        zone=run.zone,
        kind=run.source_kind,
        title=run.filename[:LONGEST_TITLE],
        digest=run.digest,
        audience=run.audience,
    )
    source.save(force_insert=True)
    return source
