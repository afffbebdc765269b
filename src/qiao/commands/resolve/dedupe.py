"""`qiao resolve dedupe`: rows in, the cluster of each out."""

from __future__ import annotations

import argparse

from qiao.commands import Refused

SUMMARY = "Group the rows of one table that are one organisation"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rows", metavar="ROWS.jsonl", help="rows, or - for standard input")


def run(arguments: argparse.Namespace) -> int:
    raise Refused("Deduplication is not built yet.")
