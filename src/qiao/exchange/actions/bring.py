"""Keep a file of rows that someone brings, and put it in line to be read."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction

from qiao.exchange.actions.wake import wake
from qiao.exchange.models import ImportRun
from qiao.register.enums import SourceKind
from qiao.zones.actions import acting, check_reach
from qiao.zones.models import Circle, Membership
from qiao.zones.rules import may_record


def bring_table(
    *,
    member: Membership,
    file: File[Any],
    filename: str,
    source_kind: SourceKind = SourceKind.OWN_RECORD,
    audience: Circle | None = None,
    now: datetime,
) -> ImportRun:
    """Keep a file and queue its reading. Nothing enters the register before a member says so.

    A file that cannot be read is kept all the same, with the sentence that says why.
    Raises    NotAllowed, also when a confined member names no circle of their own.
    """
    check_reach(member, audience)
    with acting(member=member, verb="bring_table", now=now, allowed=may_record) as act:
        run = ImportRun(
            zone=act.zone,
            filename=filename[:255] or "table",
            size_bytes=file.size or 0,
            digest=_digest(file),
            source_kind=source_kind,
            audience=audience,
            uploaded=act.action,
        )
        run.file.save("table", file, save=False)
        run.save(force_insert=True)
        act.touch(run)
        transaction.on_commit(lambda: wake(run))
    return run


def bring_again(*, member: Membership, run: ImportRun, now: datetime) -> ImportRun:
    """Begin anew with the file of an import, to read its columns otherwise or to compare it with what is known now."""
    with acting(member=member, verb="bring_table", now=now, allowed=may_record) as act:
        again = ImportRun(
            zone=act.zone,
            filename=run.filename,
            size_bytes=run.size_bytes,
            digest=run.digest,
            source_kind=run.source_kind,
            audience=run.audience,
            uploaded=act.action,
        )
        again.file.name = run.file.name  # one file, two ways of reading it
        again.save(force_insert=True)
        act.touch(again)
        transaction.on_commit(lambda: wake(again))
    return again


def _digest(file: File[Any]) -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
