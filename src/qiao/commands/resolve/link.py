"""`qiao resolve link`: for each query, the records of a registry that are most likely the same."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from qiao.commands import Refused
from qiao.commands._files import STANDARD, write_whole
from qiao.commands._progress import Progress
from qiao.commands.resolve._lines import read_objects

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from qiao.engines.resolve import Linked, Record, Registry

SUMMARY = "Find each query in a registry, with reasons, or say that it is not there"
_BATCH = 256


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--registry", required=True, metavar="R.jsonl", help="the records to choose from")
    parser.add_argument("--queries", required=True, metavar="Q.jsonl", help="what to find, or - for standard input")
    parser.add_argument("--model", metavar="FILE", help="a model other than the one shipped")
    parser.add_argument("--top", type=_count, default=5, metavar="N", help="matches shown for each query (5)")
    parser.add_argument("--out", default=STANDARD, metavar="FILE", help="write here instead of standard output")
    parser.add_argument("--progress", action="store_true", help="show a bar on standard error")


def run(arguments: argparse.Namespace) -> int:
    """Read both files, link, then write: an error leaves nothing half-written."""
    from qiao.engines.resolve import Registry
    from qiao.engines.resolve.io import query_from, record_from, to_json
    from qiao.engines.resolve.model import MalformedModel, load_model

    try:
        model = load_model(Path(arguments.model)) if arguments.model else load_model()
    except MalformedModel as error:
        raise Refused(str(error)) from error
    records = _all(arguments.registry, record_from, unique="id")
    queries = _all(arguments.queries, query_from, unique="qid")
    registry = Registry(records, model=model)
    progress = Progress(len(queries), wanted=arguments.progress)
    lines: list[str] = []
    for linked in _batches(registry, queries, arguments.top, progress):
        lines.append(json.dumps(to_json(linked), ensure_ascii=False) + "\n")
    progress.clear()
    if arguments.out == STANDARD:
        sys.stdout.write("".join(lines))
        sys.stdout.flush()
    else:
        write_whole(Path(arguments.out), "".join(lines))
    return 0


def _batches(registry: Registry, queries: list[Record], top: int, progress: Progress) -> Iterable[Linked]:
    for start in range(0, len(queries), _BATCH):
        batch = queries[start : start + _BATCH]
        yield from registry.nearest(batch, top=top)
        progress.done += len(batch)
        progress.show()


def _all(file: str, read: Callable[[Mapping[str, Any]], Record], *, unique: str) -> list[Record]:
    from qiao.engines.resolve.io import Malformed

    records: list[Record] = []
    seen: dict[str, int] = {}
    for number, line in read_objects(file):
        try:
            record = read(line)
        except Malformed as error:
            raise Refused(f"{file}, line {number}: {error}; nothing was written.") from error
        if record.id in seen:
            raise Refused(
                f"{file}, line {number}: expected each {unique} once, found {record.id!r} "
                f"on line {seen[record.id]} too; nothing was written."
            )
        seen[record.id] = number
        records.append(record)
    return records


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 100:
        raise argparse.ArgumentTypeError(f"expected a number from 1 to 100, found {text[:20]}")
    return int(text)
