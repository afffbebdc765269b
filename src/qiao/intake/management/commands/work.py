"""The worker: reads the documents that wait, one after another, until it is told to stop."""

from __future__ import annotations

import logging
import signal
import time
from argparse import ArgumentParser
from datetime import datetime, timedelta
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand
from django.db import Error, close_old_connections
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from qiao.intake.actions.read import stale_documents
from qiao.intake.tasks import read_document
from qiao.zones.jobs import take_up_jobs

log = logging.getLogger(__name__)
PAUSE = 1.0  # seconds between two looks at an empty queue
ROUND = timedelta(minutes=1)  # between two searches for documents that a dead worker left behind
AFTER_ERROR = 5.0


class Command(BaseCommand):
    help = "Read documents in the background; takes up what a stopped worker left."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what waits now, then stop")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        loop = Loop()
        if once:
            loop.take_up(timezone.now())
            loop.work()
            return
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, loop.stop)
        loop.run()


class Loop:
    """Queue, pause, look for the abandoned, and so on; an error of the database is waited out."""

    def __init__(self) -> None:
        self.stopping = False
        self._worker = queue_worker()
        self._searched: datetime | None = None

    def stop(self, signum: int, frame: FrameType | None) -> None:
        """End after the task at hand."""
        self.stopping = True
        self._worker.running = False

    def run(self) -> None:
        while not self.stopping:
            try:
                self._round(timezone.now())
                time.sleep(0 if self.stopping else PAUSE)
            except Error:
                log.exception("the database did not answer; trying again")
                close_old_connections()
                time.sleep(AFTER_ERROR)

    def _round(self, now: datetime) -> None:
        self.work()
        if self._searched is None or now - self._searched >= ROUND:
            self._searched = now
            self.take_up(now)

    def work(self) -> None:
        """Every task that is ready; one that fails is marked as failed and does not stop the others."""
        self._worker.run()

    def take_up(self, now: datetime) -> None:
        """Put in line what nobody reads: the queue is empty when this is called, so nothing is put there twice."""
        for document in stale_documents(now):
            read_document.enqueue(str(document))
        take_up_jobs(now)


def queue_worker() -> Worker:
    """The task queue's own worker, made to return when the queue is empty."""
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )
