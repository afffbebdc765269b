"""Background jobs that a dead worker left behind. Rooms say how theirs are put in line again; the worker asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

TakeUp = Callable[[datetime], None]
_takers: list[TakeUp] = []


def register_job(take_up: TakeUp) -> None:
    """Let a room put its abandoned jobs in line again: called now and then, when the queue is empty."""
    _takers.append(take_up)


def take_up_jobs(now: datetime) -> None:
    """Put in line what nobody works on, in every room."""
    for take_up in _takers:
        take_up(now)
