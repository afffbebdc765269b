"""Files of tests lie in a folder of their own; uploads are read at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile

from qiao.intake.actions.upload import upload_document
from qiao.intake.models import Document
from qiao.zones.models import Membership

Upload = Callable[..., Document]


@pytest.fixture(autouse=True)
def kept_files(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def upload(lin: Membership, now: datetime, django_capture_on_commit_callbacks: Any) -> Upload:
    """Bring in a text as Lin would, and let the worker read it."""

    def bring(text: str | bytes, filename: str = "note.txt", **more: Any) -> Document:
        data = text.encode() if isinstance(text, str) else text
        with django_capture_on_commit_callbacks(execute=True):
            document = upload_document(
                member=more.pop("member", lin),
                file=ContentFile(data, name=filename),
                filename=filename,
                now=now,
                **more,
            )
        document.refresh_from_db()
        return document

    return bring
