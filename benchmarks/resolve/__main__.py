"""Measure resolve beside its peers in one run, print the table, and freeze the result when asked.

python -m benchmarks.resolve                                     companies and persons
python -m benchmarks.resolve --ror data/ror_dev.jsonl.gz         research organisations too
python -m benchmarks.resolve --systems ours                      ours alone
python -m benchmarks.resolve --ror … --freeze                    keep this run as the one to compare with
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks.resolve.peers import deduping, linking
from benchmarks.resolve.peers.ours import SYSTEM
from benchmarks.resolve.peers.sets import dedupe_sets, link_sets
from benchmarks.resolve.persons.__main__ import GROUPS
from benchmarks.resolve.persons.__main__ import SEED as PERSONS_SEED
from benchmarks.resolve.persons.measure import measure as measure_persons
from benchmarks.resolve.persons.namesakes import groups
from benchmarks.resolve.table import lines
from qiao.engines.resolve import MODEL_VERSION

LAST = Path(__file__).with_name("last.json")
ALL = (*linking.SYSTEMS, SYSTEM)
PARTS = ("link", "dedupe", "persons")
DEDUPERS = ("rapidfuzz token_sort", "Splink, plain names", "Splink, our folding", SYSTEM)


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    systems = [name for name in ALL if not options.systems or name in options.systems]
    if options.freeze and (set(options.parts) != set(PARTS) or len(systems) < len(ALL) or not options.ror):
        print("Expected all parts, all systems and --ror when freezing; found a choice.", file=sys.stderr)
        return 2
    started = process_time()
    measured: dict[str, Any] = {}
    if "link" in options.parts:
        for name, sets in link_sets(options.ror).items():
            measured[name] = _printed(name, dict(linking.measure(sets, systems)))
    if "dedupe" in options.parts:
        for name, (rows, owners) in dedupe_sets(options.ror).items():
            wanted = [system for system in DEDUPERS if system in systems]
            measured[name] = _printed(name, dict(deduping.measure(rows, owners, wanted)))
    if "persons" in options.parts and SYSTEM in systems:
        measured["persons"] = _persons()
    print(f"CPU seconds in all: {process_time() - started:.0f}")
    if options.freeze:
        _freeze(measured, options.day)
    return 0


def _printed(name: str, rows: dict[str, Any]) -> dict[str, Any]:
    print("\n".join(lines(name, rows)), end="\n\n", flush=True)
    return rows


def _persons() -> dict[str, Any]:
    counts, rate, _ = measure_persons(groups(GROUPS, seed=PERSONS_SEED))
    row = counts["all"].row() | {"rate": rate}
    print("persons", *(f"  {name:30} {value}" for name, value in row.items()), sep="\n")
    return {SYSTEM: row}


def _freeze(measured: dict[str, Any], day: date) -> None:
    used = {package: version(package) for package in ("rapidfuzz", "splink", "duckdb", "numpy")}
    frozen = {"date": day.isoformat(), "model": MODEL_VERSION, "versions": used, "sets": measured}
    LAST.write_text(json.dumps(frozen, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.resolve", description="Measure resolve beside peers.")
    parser.add_argument(
        "--ror", type=Path, default=None, metavar="FILE", help="organisations of ROR, gzipped JSON lines"
    )
    parser.add_argument("--systems", nargs="*", choices=ALL, default=[], metavar="SYSTEM")
    parser.add_argument("--parts", nargs="*", choices=PARTS, default=PARTS)
    parser.add_argument("--freeze", action="store_true", help="keep this run as the one to compare with")
    parser.add_argument("--day", type=date.fromisoformat, default=date.today(), help="the day the result is kept under")
    return parser


if __name__ == "__main__":
    sys.exit(main())
