"""Measure persons on invented namesakes.

python -m benchmarks.resolve.persons                   the table
python -m benchmarks.resolve.persons --freeze          keep this run as the one to compare with
python -m benchmarks.resolve.persons --mistakes 10     pairs wrongly taken for one, of another seed
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.resolve.persons.measure import measure
from benchmarks.resolve.persons.namesakes import groups

LAST = Path(__file__).with_name("last.json")
GROUPS, SEED, OTHER_SEED = 600, 20261125, 1


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    counts, rate, wrong = measure(groups(GROUPS, seed=OTHER_SEED if options.mistakes else SEED))
    rows = {kind: decided.row() for kind, decided in counts.items()}
    for kind, row in rows.items():
        print(kind, *(f"  {name:30} {value}" for name, value in row.items()), sep="\n")
    print(f"pairs compared per CPU second: {rate}")
    for left, right in wrong[: options.mistakes]:
        print(left, right, sep="\n", end="\n\n")
    if options.freeze:
        LAST.write_text(json.dumps({"seed": SEED, "rate": rate, "kinds": rows}, indent=1) + "\n", encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.resolve.persons", description="Measure persons.")
    parser.add_argument("--freeze", action="store_true", help="keep this run as the one to compare with")
    parser.add_argument("--mistakes", type=int, default=0, metavar="N", help="print N pairs wrongly taken for one")
    return parser


if __name__ == "__main__":
    sys.exit(main())
