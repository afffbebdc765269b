"""`qiao resolve`: who is whom, asked of plain files."""

from __future__ import annotations

import argparse

from qiao.commands.resolve import dedupe, link

SUMMARY = "Find which records are one organisation"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    steps = parser.add_subparsers(required=True, metavar="STEP")
    for name, step in (("link", link), ("dedupe", dedupe)):
        chosen = steps.add_parser(name, help=step.SUMMARY, description=step.SUMMARY)
        step.add_arguments(chosen)
        chosen.set_defaults(step=step.run)


def run(arguments: argparse.Namespace) -> int:
    return int(arguments.step(arguments))
