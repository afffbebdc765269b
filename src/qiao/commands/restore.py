"""`qiao restore`: an installation as it was when it was backed up."""

from __future__ import annotations

import argparse
from pathlib import Path

from qiao.commands import Refused
from qiao.commands._django import set_up

SUMMARY = "Restore database and files from a backup"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a backup written by qiao backup")
    parser.add_argument("--replace", action="store_true", help="overwrite an installation that holds data")


def run(arguments: argparse.Namespace) -> int:
    set_up()
    from qiao.config.backups import BackupFailed, restore

    try:
        contents = restore(arguments.file, replace=arguments.replace)
    except BackupFailed as failure:
        raise Refused(str(failure)) from failure
    print(f"Restored {len(contents.checksums)} files as of {contents.made_at}.")
    return 0
