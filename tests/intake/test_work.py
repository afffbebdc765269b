"""The worker takes up what others left, and stops when told."""

from __future__ import annotations

import signal
from datetime import datetime
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import OperationalError
from django_tasks_db.management.commands import db_worker

from qiao.intake.actions.read import STALE
from qiao.intake.actions.upload import upload_document
from qiao.intake.enums import DocumentState
from qiao.intake.management.commands import work
from qiao.zones.models import Membership


def test_a_document_that_nobody_reads_is_taken_up(
    lin: Membership, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)  # the test lives in one transaction
    lost = upload_document(member=lin, file=ContentFile(b"We met."), filename="a.txt", now=now - STALE * 2)
    call_command("work", "--once")
    lost.refresh_from_db()
    assert lost.state == DocumentState.READY


def test_the_loop_outlives_an_error_of_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    loop = work.Loop()
    rounds: list[int] = []

    def round_(now: datetime) -> None:
        rounds.append(len(rounds))
        if len(rounds) == 1:
            raise OperationalError("gone away")
        loop.stop(signal.SIGTERM, None)

    def no_pause(seconds: float) -> None:
        return None

    monkeypatch.setattr(work.time, "sleep", no_pause)
    monkeypatch.setattr(work, "close_old_connections", lambda: None)
    monkeypatch.setattr(loop, "_round", round_)
    loop.run()
    assert rounds == [0, 1]


def test_the_abandoned_are_looked_for_once_a_minute(db: None, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    loop = work.Loop()
    searched: list[Any] = []
    monkeypatch.setattr(loop, "work", lambda: None)
    monkeypatch.setattr(loop, "take_up", searched.append)
    for seconds in (0, 20, 59, 60, 61, 125):
        loop._round(now + work.ROUND * seconds / 60)
    assert [(at - now).total_seconds() for at in searched] == [0, 60, 125]
