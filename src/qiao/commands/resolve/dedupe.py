"""`qiao resolve dedupe`: rows in, the cluster of each out."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from qiao.commands import Refused
from qiao.commands._files import STANDARD, write_whole
from qiao.commands._progress import Progress
from qiao.commands.resolve._lines import read_objects

if TYPE_CHECKING:
    from qiao.engines.resolve.dedupe import Deduped
    from qiao.engines.resolve.result import Judged
    from qiao.engines.resolve.tables.columns import Row

SUMMARY = "Group the rows of one table that are one organisation"
_Read = TypeVar("_Read")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rows", metavar="ROWS.jsonl", help="rows, or - for standard input")
    parser.add_argument("--judgements", metavar="J.jsonl", help="pairs of rows that people judged same or different")
    parser.add_argument("--pairs", metavar="FILE", help="write the pairs to look at here, with reasons")
    parser.add_argument("--out", default=STANDARD, metavar="FILE", help="write here instead of standard output")
    parser.add_argument("--progress", action="store_true", help="show a bar on standard error")


def run(arguments: argparse.Namespace) -> int:
    """Read everything, group, then write: an error leaves nothing half-written."""
    from qiao.engines.resolve.dedupe import MOST_IN_MEMORY, STEPS, JudgedUnknown, dedupe
    from qiao.engines.resolve.tables.stored import has_duckdb

    rows = _rows(arguments.rows)
    judged = _judgements(arguments.judgements) if arguments.judgements else []
    if len(rows) > MOST_IN_MEMORY and not has_duckdb():
        print(
            f"{len(rows)} rows are compared in memory, about {len(rows) * 3 // 1_000_000 + 1} GB; with DuckDB "
            "installed (the resolve extra) it would be less.",
            file=sys.stderr,
        )
    progress = Progress(STEPS, wanted=arguments.progress)
    progress.show()
    try:
        deduped = dedupe(rows, judged, step=progress.step)
    except JudgedUnknown as error:
        raise Refused(f"{arguments.judgements}: {error}; nothing was written.") from error
    finally:
        progress.clear()
    _write(arguments, deduped)
    return 0


def _write(arguments: argparse.Namespace, deduped: Deduped) -> None:
    for left, right in deduped.contradicted:
        print(f"Rows {left} and {right} are judged the same, and judged different by way of others: left apart.",
              file=sys.stderr)  # fmt: skip
    if arguments.pairs:
        write_whole(Path(arguments.pairs), "".join(_pair_lines(deduped)))
    lines = "".join(
        f'{{"rid": {placed.id}, "cluster": {placed.cluster}, "score": {round(placed.score, 6)}}}\n'
        for placed in deduped.placed
    )
    if arguments.out == STANDARD:
        sys.stdout.write(lines)
        sys.stdout.flush()
    else:
        write_whole(Path(arguments.out), lines)


def _pair_lines(deduped: Deduped) -> Iterator[str]:
    for pair in deduped.pairs():
        reasons = json.dumps([str(reason) for reason in pair.reasons], ensure_ascii=False)
        yield f'{{"left": {pair.left}, "right": {pair.right}, "score": {round(pair.score, 6)}, "reasons": {reasons}}}\n'


def _rows(file: str) -> list[Row]:
    from qiao.engines.resolve.tables.io import row_from

    rows: list[Row] = []
    seen: dict[str, int] = {}
    for number, row in _each(file, row_from):
        if row.id in seen:
            raise Refused(
                f"{_shown(file)}, line {number}: expected each rid once, found {row.id[:40]} on line {seen[row.id]} "
                "too; nothing was written."
            )
        seen[row.id] = number
        rows.append(row)
    return rows


def _judgements(file: str) -> list[Judged]:
    from qiao.engines.resolve.tables.io import judged_from

    return [judged for _, judged in _each(file, judged_from)]


def _each(file: str, read: Callable[[dict[str, Any]], _Read]) -> Iterator[tuple[int, _Read]]:
    from qiao.engines.resolve.io import Malformed

    for number, line in read_objects(file):
        try:
            yield number, read(line)
        except Malformed as error:
            raise Refused(f"{_shown(file)}, line {number}: {error}; nothing was written.") from error


def _shown(file: str) -> str:
    return "standard input" if file == STANDARD else file
