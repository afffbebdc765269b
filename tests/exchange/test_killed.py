"""An import that is killed at any point and taken up again equals one clean run."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from qiao.exchange.actions import preview as comparing
from qiao.exchange.actions import run as writing
from qiao.exchange.actions.job import STALE
from qiao.exchange.actions.steps import map_columns, start_import
from qiao.exchange.actions.undo import undo_import
from qiao.exchange.actions.work import work
from qiao.exchange.enums import RunState
from qiao.exchange.models import ImportRow, ImportRun
from qiao.exchange.reading import Field
from qiao.zones.models import Membership
from tests.exchange.cast import bring, clock, finish, preview, state_of
from tests.factories import NOW, make_member, make_organisation, make_zone

HEAD = ("Name", "Company", "Country", "City", "E-mail")
TOWNS = (("Germany", "Leipzig"), ("France", "Lyon"), ("中国", "深圳"), ("Austria", "Graz"))


class Killed(BaseException):
    """As if the machine had lost its power."""


def people() -> list[tuple[str, ...]]:
    """Sixty rows: people of nine houses, some of them twice, some houses spelt otherwise, two rows without a name."""
    rows: list[tuple[str, ...]] = [HEAD]
    for at in range(56):
        country, town = TOWNS[at % 4]
        house = f"Steinfeld Mobility {'ABCDEFGHI'[at % 9]}{'' if at % 5 else ' GmbH'}"
        rows.append((f"Karin Lobmayr{chr(97 + at % 23)}", house, country, town, f"k{at % 31}@steinfeld.example"))
    rows += [rows[3], rows[7], ("", "", "France", "", ""), ("", "", "", "", "x@y.example")]
    return rows


@contextmanager
def power_fails_after(statements: int) -> Iterator[None]:
    """Let so many statements through to the database, and no more."""
    left = [statements]

    def counted(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if left[0] <= 0 and not sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
            raise Killed
        left[0] -= 1
        return execute(sql, params, many, context)

    with connection.execute_wrapper(counted):
        yield


def worked_with_failures(run: ImportRun, until: RunState, chance: random.Random) -> int:
    """Work on an import while the power fails again and again; how often it did."""
    failures, at = 0, NOW
    while True:
        try:
            with power_fails_after(chance.randrange(1, 70) if failures < 12 else 10**9):
                work(run.pk, now=lambda at=at: at)  # type: ignore[misc]
        except Killed:
            failures += 1
        at += STALE * 2
        run.refresh_from_db()
        if run.state == until:
            return failures


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "BATCH", 13)
    monkeypatch.setattr(writing, "BATCH", 11)


def known_house(member: Membership) -> None:
    make_organisation(member, "Steinfeld Mobility C")


def rows_of(run: ImportRun) -> list[tuple[Any, ...]]:
    rows = ImportRow.objects.filter(run=run).order_by("ordinal")
    return list(rows.values_list("ordinal", "number", "cells", "digest", "fate", "why", "how", "score"))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.usefixtures("small_batches")
def test_killed_at_random_points_equals_one_clean_run(lin: Membership, seed: int) -> None:
    other = make_member(make_zone(f"clean{seed}", name="Clean"), "clean")
    for member in (lin, other):
        known_house(member)
    clean = finish(other, preview(other, people()))

    chance = random.Random(seed)
    run = bring(lin, people())
    map_columns(member=lin, run=run, fields=[Field(field) for field in run.mapping], now=NOW)
    failures = worked_with_failures(run, RunState.READY, chance)
    start_import(member=lin, run=run, now=NOW)
    failures += worked_with_failures(run, RunState.DONE, chance)

    assert failures > 1
    assert run.row_count == ImportRow.objects.filter(run=run).count() == len(people()) - 1
    assert rows_of(run) == rows_of(clean)
    assert run.counts == clean.counts
    assert state_of(lin.zone) == state_of(other.zone)


@pytest.mark.usefixtures("small_batches")
def test_an_undoing_that_is_killed_ends_as_it_began(lin: Membership) -> None:
    known_house(lin)
    before = state_of(lin.zone)
    run = finish(lin, preview(lin, people()))
    undo_import(member=lin, run=run, now=NOW)
    assert worked_with_failures(run, RunState.UNDONE, random.Random(5)) > 0
    assert state_of(lin.zone) == before


def test_an_import_under_a_living_worker_is_left_alone(lin: Membership) -> None:
    run = bring(lin, people())
    map_columns(member=lin, run=run, fields=[Field(field) for field in run.mapping], now=NOW)
    ImportRun.objects.filter(pk=run.pk).update(heartbeat_at=NOW)
    work(run.pk, now=lambda: NOW + timedelta(seconds=30))
    assert not ImportRow.objects.filter(run=run).exists()
    work(run.pk, now=lambda: NOW + STALE * 2)
    assert ImportRow.objects.filter(run=run).count() == len(people()) - 1


def test_a_worker_back_from_the_dead_writes_nothing_more(lin: Membership, monkeypatch: pytest.MonkeyPatch) -> None:
    run = bring(lin, people())
    map_columns(member=lin, run=run, fields=[Field(field) for field in run.mapping], now=NOW)
    compared = comparing._compared

    def overtaken(held: ImportRun, *args: Any) -> Any:
        made = compared(held, *args)
        ImportRun.objects.filter(pk=held.pk).update(holder=lin.pk)
        return made

    monkeypatch.setattr(comparing, "_compared", overtaken)
    work(run.pk, now=clock)
    assert not ImportRow.objects.filter(run=run).exists()
