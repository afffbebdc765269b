"""Tell the worker that an import waits."""

from __future__ import annotations

from qiao.exchange.models import ImportRun


def wake(run: ImportRun) -> None:
    """Put an import in line. Call it when the transaction that changed its state has ended."""
    from qiao.exchange.tasks import move_on

    move_on.enqueue(str(run.pk))
