"""What the worker does when the queue wakes it."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from django_tasks import task

from qiao.exchange.actions.work import work


@task()
def move_on(run_id: str) -> None:
    """Bring one import as far as it goes without a member, unless another worker has it."""
    work(UUID(run_id), now=timezone.now)
