"""Fold the names of all zones again, where they were folded by the rules of an earlier version."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from qiao.register.actions.refold import is_stale, refold
from qiao.zones.models import Zone


class Command(BaseCommand):
    help = "Fold names again after an update; quick when nothing is to be done, and goes on where it was stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="look at every record, also when nothing seems stale")

    def handle(self, *args: Any, **options: Any) -> None:
        for zone in Zone.objects.order_by("slug"):
            done = refold(zone) if options["all"] or is_stale(zone) else 0
            if done and options["verbosity"]:
                self.stdout.write(f"{zone.slug}: {done} records folded again")
