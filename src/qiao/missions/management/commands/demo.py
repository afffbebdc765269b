"""Make the demo zone: the founding mission, read from reports of our own making."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from qiao.missions.demo import make_demo


class Command(BaseCommand):
    help = "Make the demo zone and do the main job on its reports; does nothing when it is there"

    def handle(self, *args: Any, **options: Any) -> None:
        made = make_demo(say=lambda line: self.stdout.write(line))
        if not made:
            self.stdout.write("The demo zone is there already.")
