"""Measure the pages over a large register, each against a bare view that sends the one right SQL.

python -m benchmarks.web --var FOLDER             an invented register made before by benchmarks.web.register_of
python -m benchmarks.web --var FOLDER --freeze    keep this run as the one to compare with
DATABASE_URL names a PostgreSQL server; without it, the SQLite file of the folder is measured.
"""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

LAST = Path(__file__).parent / "last.json"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--var", type=Path, required=True)
    parser.add_argument("--port", type=int, default=8016)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=2.0, help="of each case in each round")
    parser.add_argument("--only", default="", help="cases whose name begins so")
    parser.add_argument("--freeze", action="store_true")
    asked = parser.parse_args()
    os.environ["QIAO_VAR"] = str(asked.var)
    from qiao.commands._django import set_up

    set_up()
    from benchmarks.web.run import run

    found = run(asked.var, asked.port, rounds=asked.rounds, seconds=asked.seconds, only=asked.only)
    if asked.freeze:
        held = json.loads(LAST.read_text()) if LAST.exists() else {}
        LAST.write_text(json.dumps(held | {found["database"]: found}, indent=1) + "\n")


if __name__ == "__main__":
    main()
