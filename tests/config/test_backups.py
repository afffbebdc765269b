"""A backup brings everything back, and nothing is restored from a damaged one."""

from __future__ import annotations

import tarfile
from datetime import datetime
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from pytest_django import Settings

from qiao.config.backups import BackupFailed, back_up, restore
from qiao.register.models import Name
from qiao.zones.models import Zone
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def backup(tmp_path: Path, settings: Settings, now: datetime) -> Path:
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.VAR = tmp_path
    zone = factories.make_zone("linhu", name="Linhu")
    lin = factories.make_member(zone, "lin", factories.Role.DIRECTOR)
    factories.make_organisation(lin, "Steinfeld Mobility")
    document = factories.make_document(lin, "Some words.", [])
    document.file.save("document", ContentFile(b"Some words."))
    target = tmp_path / "qiao.tar.gz"
    back_up(target, now=now)
    return target


def test_restore_brings_back_rows_and_files(backup: Path, tmp_path: Path) -> None:
    factories.make_zone("later", name="Made after the backup")
    kept = next(path for path in (tmp_path / "files").rglob("*") if path.is_file())
    kept.write_bytes(b"changed since")

    restore(backup, replace=True)

    assert [zone.slug for zone in Zone.objects.all()] == ["linhu"]
    assert Name.objects.get().text == "Steinfeld Mobility"
    assert kept.read_bytes() == b"Some words."


def test_restore_refuses_an_installation_with_data(backup: Path) -> None:
    with pytest.raises(BackupFailed, match="--replace"):
        restore(backup)


def test_restore_refuses_a_damaged_backup(backup: Path, tmp_path: Path) -> None:
    with tarfile.open(backup) as archive:
        archive.extractall(tmp_path / "open", filter="data")
    (tmp_path / "open" / "database").write_bytes(b"not a database")
    with tarfile.open(backup, "w:gz") as archive:
        for path in sorted((tmp_path / "open").rglob("*")):
            archive.add(path, arcname=path.relative_to(tmp_path / "open").as_posix(), recursive=False)

    with pytest.raises(BackupFailed, match="database differs"):
        restore(backup, replace=True)
    assert Zone.objects.filter(slug="linhu").exists()


def test_restore_refuses_what_is_no_backup(tmp_path: Path, db: None, settings: Settings) -> None:
    settings.VAR = tmp_path
    stranger = tmp_path / "notes.txt"
    stranger.write_text("not a backup")
    with pytest.raises(BackupFailed, match="written by qiao"):
        restore(stranger)
