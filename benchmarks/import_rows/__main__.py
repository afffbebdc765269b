"""How fast and how surely lists are imported. All names are invented.

python -m benchmarks.import_rows                            100,000 rows against a register of 100,000
python -m benchmarks.import_rows --register 5000 --rows 5000
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from pathlib import Path

LAST = Path(__file__).parent / "last.json"
CHECKED = 5000  # rows of the known list and of each renaming


def main() -> None:
    asked = _parser().parse_args()
    with tempfile.TemporaryDirectory(prefix="qiao-import-") as folder:
        os.environ.setdefault("QIAO_VAR", folder)
        os.environ["QIAO_LOG"] = "ERROR"
        told = measured(asked.register, asked.rows, asked.seed, Path(folder))
    text = json.dumps(told, indent=2, ensure_ascii=False)
    print(text)
    if asked.keep:
        LAST.write_text(text + "\n")


def measured(register: int, rows: int, seed: int, folder: Path) -> dict[str, object]:
    """The register is itself imported first; then a new list, the known list again, and each renaming of it."""
    from qiao.commands._django import set_up

    set_up()
    from django.core.management import call_command

    from benchmarks.import_rows.lists import WAYS, organisations, rows_of, written
    from benchmarks.import_rows.measure import timed
    from benchmarks.import_rows.zone import a_member

    call_command("migrate", verbosity=0)
    member = a_member()
    known = list(rows_of(organisations(register, skip=0, seed=seed), seed))
    new = rows_of(organisations(rows, skip=register, seed=seed), seed + 1)
    told: dict[str, object] = {"register": register}
    told["filling"] = timed(member, written(folder / "register.csv", known)).told()
    told["new list"] = timed(member, written(folder / "new.csv", new)).told()
    told["known list"] = timed(member, written(folder / "known.csv", known[:CHECKED])).told()
    told["renamed"] = {way: _renamed(member, folder, known, way, seed) for way in WAYS}
    return told


def _renamed(member: object, folder: Path, known: list[tuple[str, ...]], way: str, seed: int) -> dict[str, object]:
    from benchmarks.import_rows.lists import renamed, written
    from benchmarks.import_rows.measure import timed

    path = written(folder / f"{way}.csv", renamed(known[:CHECKED], way, seed))
    found = timed(member, path, write=False)  # type: ignore[arg-type]  # a Membership, known once Django is
    return {"rows": found.rows, "unmarked": found.unmarked, "share": round(found.unmarked / found.rows, 4)} | {
        "fates": found.fates
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--register", type=int, default=100_000)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", action="store_true", help="freeze the result in last.json")
    return parser


if __name__ == "__main__":
    main()
