"""What the worker does when the queue wakes it."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from django_tasks import task

from qiao.missions.actions.compute import compute_plan, compute_round


@task()
def compute(what: str, row: str) -> None:
    """Make one plan or one round, unless another worker has it."""
    {"plan": compute_plan, "round": compute_round}[what](UUID(row), now=timezone.now)
