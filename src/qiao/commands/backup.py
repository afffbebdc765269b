"""`qiao backup`: the whole installation in one file."""

from __future__ import annotations

import argparse
from pathlib import Path

from qiao.commands import Refused
from qiao.commands._django import set_up

SUMMARY = "Back up database and files into one file"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="where to write the backup, such as qiao.tar.gz")


def run(arguments: argparse.Namespace) -> int:
    set_up()
    from django.utils import timezone

    from qiao.config.backups import BackupFailed, back_up

    target: Path = arguments.file.absolute()
    if not target.parent.is_dir():
        raise Refused(f"Expected an existing folder; {target.parent} is none.")
    try:
        contents = back_up(target, now=timezone.now())
    except BackupFailed as failure:
        raise Refused(str(failure)) from failure
    print(f"{target}: {len(contents.checksums)} files, {target.stat().st_size:,} bytes")
    return 0
