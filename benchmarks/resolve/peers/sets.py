"""What the systems are asked."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.resolve.cases.everyday import ask_everyday
from benchmarks.resolve.cases.questions import Questions, ask, ask_in_han
from benchmarks.resolve.cases.rows import rows_of
from benchmarks.resolve.cases.split import organisations
from benchmarks.resolve.train.split import part_of

SEED = 2026
ROR_QUERIES, HAN_QUERIES, DEDUPE_ORGANISATIONS, COMPANY_TURNS = 4_000, 1_000, 3_000, 3


def ror(path: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The organisations kept for measuring, and all others."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    held = [one for one in records if part_of(one["id"]) == "held"]
    return held, [one for one in records if part_of(one["id"]) != "held"]


def link_sets(path: Path | None) -> dict[str, list[Questions]]:
    """Sets of questions by name; those of research organisations only when their file is given."""
    held, dev = organisations("held"), organisations("dev")
    sets = {"companies": [ask(held, seed=SEED + turn, others=dev) for turn in range(COMPANY_TURNS)]}
    sets["companies, Han asked of Latin"] = [ask_in_han(held, seed=SEED, others=dev)]
    sets["companies, as spreadsheets differ"] = [ask_everyday(held, seed=SEED, others=dev)]
    if path:
        kept, others = ror(path)
        sets["research organisations"] = [ask(kept, seed=SEED, others=others, most=ROR_QUERIES)]
        sets["research organisations, Han asked of Latin"] = [
            ask_in_han(kept, seed=SEED, others=others, most=HAN_QUERIES)
        ]
    return sets


def dedupe_sets(path: Path | None) -> dict[str, tuple[list[dict[str, Any]], list[str]]]:
    """Tables of rows by name, each with the organisation of every row."""
    sets = {"companies, rows": rows_of(organisations("held"), seed=SEED)}
    if path:
        kept = ror(path)[0]
        chosen = Random(SEED).sample(kept, min(DEDUPE_ORGANISATIONS, len(kept)))
        sets["research organisations, rows"] = rows_of(chosen, seed=SEED)
    return sets
