"""Write the questions of one half as files for `qiao resolve link` and `dedupe`.

python -m benchmarks.resolve.cases --half dev --seed 1 --to DIRECTORY
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.resolve.cases.questions import Questions, ask, ask_in_han
from benchmarks.resolve.cases.rows import rows_of
from benchmarks.resolve.cases.split import organisations


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    options.to.mkdir(parents=True, exist_ok=True)
    chosen = organisations(options.half)
    _write_questions(options.to, "link", ask(chosen, seed=options.seed))
    _write_questions(options.to, "han", ask_in_han(chosen, seed=options.seed))
    rows, owners = rows_of(chosen, seed=options.seed)
    _write(options.to / "rows.jsonl", rows)
    _write(options.to / "rows_truth.jsonl", ({"rid": rid, "id": one} for rid, one in enumerate(owners)))
    return 0


def _write_questions(directory: Path, stem: str, questions: Questions) -> None:
    _write(directory / f"{stem}_registry.jsonl", questions.registry)
    _write(directory / f"{stem}_queries.jsonl", questions.queries)
    _write(directory / f"{stem}_truth.jsonl", ({"qid": qid, "id": one} for qid, one in questions.truth.items()))


def _write(path: Path, lines: Iterable[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.resolve.cases", description="Write questions.")
    parser.add_argument("--half", choices=("dev", "held"), default="dev")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--to", type=Path, required=True, metavar="DIRECTORY")
    return parser


if __name__ == "__main__":
    sys.exit(main())
