"""What the worker does for the register when the queue wakes it."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from django_tasks import task

from qiao.register.actions.find_duplicates import search_on


@task()
def find_duplicates(search_id: str) -> None:
    """Search on for a while, unless another worker does; what is left is put in line again."""
    if not search_on(UUID(search_id), now=timezone.now):
        find_duplicates.enqueue(search_id)
