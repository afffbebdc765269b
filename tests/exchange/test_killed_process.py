"""The same with a worker process that is killed outright: nothing in it is unwound, no transaction is rolled back."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from qiao.exchange.actions import bring as bringing
from qiao.exchange.actions import steps
from qiao.exchange.actions import undo as undoing
from qiao.exchange.actions.job import STALE
from qiao.exchange.actions.steps import map_columns, start_import
from qiao.exchange.actions.undo import undo_import
from qiao.exchange.actions.work import work
from qiao.exchange.enums import RunState
from qiao.exchange.models import ImportRow, ImportRun
from qiao.exchange.reading import Field
from qiao.zones.models import Membership, Role
from tests.exchange.cast import bring, finish, preview, state_of
from tests.exchange.test_killed import known_house, people, rows_of, small_batches
from tests.factories import NOW, make_member, make_zone

__all__ = ["small_batches"]
MOST_KILLS = 8  # in one state; then a worker is let live


@pytest.fixture
def on_disk(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """A database that two processes share: SQLite's is in memory in tests, and is laid out in a file."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    in_memory, name = connection.connection, connection.settings_dict["NAME"]
    file = tmp_path / "shared.sqlite3"
    with closing(sqlite3.connect(file)) as laid_out:
        in_memory.backup(laid_out)
    connection.connection, connection.settings_dict["NAME"] = None, str(file)
    yield
    connection.close()
    connection.connection, connection.settings_dict["NAME"] = in_memory, name


@pytest.fixture
def nobody_wakes(monkeypatch: pytest.MonkeyPatch) -> None:
    """No worker but those of the test takes an import up."""
    for module in (bringing, steps, undoing):
        monkeypatch.setattr(module, "wake", lambda run: None)


def worked_in_another_process(run: ImportRun, at: datetime, statements: int | None) -> bool:
    """Let a process of its own work on the import, and die before a statement; whether it was killed."""
    connection.close()  # else the two would share one
    pid = os.fork()
    if pid == 0:  # the worker: it never returns into the tests
        try:
            with connection.execute_wrapper(_dying_after(statements)):
                work(run.pk, now=lambda: at)
        finally:
            os._exit(0)
    _pid, status = os.waitpid(pid, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def _dying_after(statements: int | None) -> Callable[..., Any]:
    left = [statements]

    def counted(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if left[0] is not None:
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)

    return counted


def killed_until(run: ImportRun, until: RunState, chance: random.Random) -> int:
    """Work on an import while its workers are killed one after another; how many were."""
    kills, at = 0, NOW
    while run.state != until:
        spared = kills >= MOST_KILLS
        kills += worked_in_another_process(run, at, None if spared else chance.randrange(1, 90))
        at += STALE * 2
        run.refresh_from_db()
        assert run.state != RunState.FAILED, run.problem
    return kills


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that fork")
@pytest.mark.usefixtures("on_disk", "small_batches", "nobody_wakes")
@pytest.mark.parametrize("seed", [3, 11])
def test_workers_killed_at_random_points_equal_one_clean_run(seed: int) -> None:
    chance = random.Random(seed)
    lin, other = (_director(name) for name in ("killed", "clean"))
    clean = finish(other, preview(other, people()))
    before = state_of(lin.zone)

    run = bring(lin, people())
    map_columns(member=lin, run=run, fields=[Field(field) for field in run.mapping], now=NOW)
    kills = killed_until(run, RunState.READY, chance)
    start_import(member=lin, run=run, now=NOW)
    kills += killed_until(run, RunState.DONE, chance)

    assert kills > 2
    assert run.row_count == ImportRow.objects.filter(run=run).count() == len(people()) - 1
    assert rows_of(run) == rows_of(clean)
    assert run.counts == clean.counts
    assert state_of(lin.zone) == state_of(other.zone)

    undo_import(member=lin, run=run, now=NOW)
    assert killed_until(run, RunState.UNDONE, chance) > 0
    assert state_of(lin.zone) == before


def _director(name: str) -> Membership:
    member = make_member(make_zone(name, name=name.title()), name, Role.DIRECTOR)
    known_house(member)
    return member
