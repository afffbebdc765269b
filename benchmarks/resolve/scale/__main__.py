"""Group tables of growing size; print quality, CPU seconds and memory; freeze the result when asked.

python -m benchmarks.resolve.scale --rows 10000 100000 1000000
python -m benchmarks.resolve.scale --ror data/organisations/ror_dev.jsonl.gz     real names of the held part too
python -m benchmarks.resolve.scale … --freeze                                    keep this run to compare with
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np

from benchmarks.resolve.scale.organisations import invented
from benchmarks.resolve.scale.score import pair_score
from benchmarks.resolve.scale.table import Filled, Table, from_names, invented_table, load_ror
from benchmarks.resolve.train.split import part_of
from qiao.engines.resolve.dedupe import dedupe

LAST = Path(__file__).with_name("last.json")
SEED = 2_026
_SHOWN = ("rows", "precision", "recall", "f1", "recall_at_98", "largest", "threshold", "cpu_seconds", "rss_mb")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.resolve.scale")
    parser.add_argument("--rows", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--ror", type=Path, help="development organisations, of which the held part is measured")
    parser.add_argument("--freeze", action="store_true", help="keep this run as the one to compare with")
    options = parser.parse_args(arguments)
    print(f"{'table':28}", *(f"{name:>12}" for name in _SHOWN))
    measured = {}
    for name, make in _tables(options.rows, options.ror):
        measured[name] = _alone(make)
        print(f"{name:28}", *(f"{measured[name][key]:>12}" for key in _SHOWN), flush=True)
    for family in ("invented", "real, among invented"):
        found = [each["precision"] for name, each in measured.items() if name.startswith(family + " ")]
        if len(found) > 1:
            print(f"precision of {family} tables drifts by {max(found) - min(found):.4f}")
    if options.freeze:
        LAST.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    return 0


def _tables(sizes: Sequence[int], ror: Path | None) -> Iterator[tuple[str, Callable[[], Table]]]:
    for rows in sizes:
        yield f"invented {rows}", partial(invented_table, rows, seed=SEED + rows)
    if ror is None:
        return
    for link in (0.0, 0.3, 0.5):
        yield f"real, links {link}", partial(_real, ror, Filled(1.0, 0.5, link))
    yield "real, third, links 0.3", partial(_real, ror, Filled(1.0, 0.5, 0.3), share=3)
    for rows in sizes:
        yield f"real, among invented {rows}", partial(_among, ror, rows)


def _real(ror: Path, filled: Filled, *, share: int = 1) -> Table:
    """Names of the organisations kept for measuring: one row each, no two rows of one share a name."""
    held = [each for identity, each in load_ror(ror) if part_of(identity) == "held"]
    return from_names(held[::share], seed=SEED, filled=filled)


def _among(ror: Path, rows: int) -> Table:
    """Real names filled up to so many rows with invented organisations; only pairs with a real row are counted."""
    filled = Filled(1.0, 0.5, 0.3)
    held = [each for identity, each in load_ror(ror) if part_of(identity) == "held"]
    some = held[: max(rows // 10, 1)]
    table = from_names(
        [*some, *invented(max(int((rows - 3 * len(some)) / 3.5), 1), seed=SEED)], seed=SEED, filled=filled
    )
    # The rows of invented organisations count only where they meet a real one: there each is alone.
    return replace(table, counted=table.truth < len(some))


def _alone(make: Callable[[], Table]) -> dict[str, Any]:
    """Measure in a process of its own, so that memory is that of one table."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_measured, args=(make, theirs))
    process.start()
    theirs.close()
    found: dict[str, Any] = ours.recv()
    process.join()
    return found


def _measured(make: Callable[[], Table], answer: Any) -> None:
    table = make()
    started = process_time()
    found = dedupe(table.rows)
    spent = process_time() - started
    cluster = np.array([placed.cluster for placed in found.placed])
    score = np.array([placed.score for placed in found.placed])
    scored = pair_score(cluster, score, table.truth, table.counted).as_dict()
    scale = 1 if sys.platform == "darwin" else 1024
    answer.send(
        {"rows": len(table.rows)}
        | scored
        | {
            "threshold": round(found.threshold, 4),
            "cpu_seconds": round(spent, 1),
            "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale // 1_000_000,
        }
    )


if __name__ == "__main__":
    raise SystemExit(main())
