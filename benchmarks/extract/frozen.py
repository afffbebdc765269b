"""The last frozen result: what a new run is compared with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.extract.score import Score
from benchmarks.extract.tally import Tally

LAST = Path(__file__).with_name("last.json")
Frozen = dict[str, Any]


def to_frozen(groups: Mapping[str, Score], rates: Mapping[str, int]) -> Frozen:
    """Plain numbers, three decimals, by group ("tune zh", "held all", ...); rates in characters per CPU second."""
    return {
        "characters_per_second": dict(rates),
        "groups": {name: _group(score) for name, score in groups.items()},
    }


def load_frozen(path: Path = LAST) -> Frozen:
    """The frozen result, or one without groups when none was frozen yet."""
    if not path.exists():
        return {"groups": {}}
    frozen: Frozen = json.loads(path.read_text(encoding="utf-8"))
    return frozen


def save_frozen(frozen: Frozen, path: Path = LAST) -> None:
    path.write_text(json.dumps(frozen, indent=1) + "\n", encoding="utf-8")


def _group(score: Score) -> Frozen:
    return {
        "exact": {name: _numbers(tally) for name, tally in score.exact.items()},
        "overlap": {name: _numbers(tally) for name, tally in score.overlap.items()},
        "relations": {name: _numbers(tally) for name, tally in score.relations.items()},
        "shares": {name: round(share.value, 3) for name, share in score.shares.items()},
    }


def _numbers(tally: Tally) -> dict[str, float]:
    return {
        "precision": round(tally.precision, 3),
        "recall": round(tally.recall, 3),
        "f1": round(tally.f1, 3),
        "wanted": tally.wanted,
    }
