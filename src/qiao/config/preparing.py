"""Prepare an installation in a process of its own, whose memory goes with it: `python -m qiao.config.preparing`."""

from __future__ import annotations

import os
import sys

from qiao.config.loading import load
from qiao.config.serving import SETTINGS


def main(arguments: list[str]) -> int:
    """Migrate and collect; with `--demo`, make the demo zone and say how to log in."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    load()
    from django.core.management import call_command

    call_command("prepare")
    if "--demo" in arguments:
        call_command("demo")
        from qiao.missions.demo import log_ins

        print(log_ins(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
