"""What the worker does when the queue wakes it."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from django_tasks import task

from qiao.intake.actions.read import read


@task()
def read_document(document_id: str) -> None:
    """Read one document, unless another worker has it."""
    read(UUID(document_id), now=timezone.now)
