"""Keep a file that someone dropped on Qiao, and put it in line to be read."""

from __future__ import annotations

from datetime import datetime

from django.core.files.base import File
from django.db import transaction

from qiao.intake.models import Document
from qiao.register.enums import SourceKind
from qiao.zones.actions import acting, check_reach
from qiao.zones.models import Circle, Membership
from qiao.zones.rules import may_record


def upload_document(
    *,
    member: Membership,
    file: File,  # type: ignore[type-arg]  # Django's File is generic over str and bytes
    filename: str,
    source_kind: SourceKind = SourceKind.PRESS,
    audience: Circle | None = None,
    now: datetime,
) -> Document:
    """Keep a file and queue its reading.

    A file that cannot be read is kept all the same, with the sentence that says why.
    Raises    NotAllowed, also when a confined member names no circle of their own.
    """
    from qiao.intake.tasks import read_document

    check_reach(member, audience)
    with acting(member=member, verb="upload_document", now=now, allowed=may_record) as act:
        document = Document(
            zone=act.zone,
            filename=filename[:255] or "document",
            size_bytes=file.size or 0,
            source_kind=source_kind,
            audience=audience,
            uploaded=act.action,
        )
        document.file.save("document", file, save=False)
        document.save(force_insert=True)
        act.touch(document)
        transaction.on_commit(lambda: read_document.enqueue(str(document.pk)))
    return document
