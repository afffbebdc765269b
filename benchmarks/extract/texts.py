"""The development texts: a source, what was said of it by hand, and the split it belongs to."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from qiao.engines.extract import Fact, Reading
from qiao.engines.extract.io import fact_from_json

FOLDER = Path(__file__).parents[2] / "tests" / "engines" / "extract" / "texts"
SPLITS = ("tune", "held")


@dataclass(frozen=True, slots=True)
class Expected:
    """An annotated fact, with the other spans and types that a careful reader would accept.

    optional    neither missed when absent nor a false alarm when given.
    """

    fact: Fact
    alts: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    optional: bool = False

    @property
    def spans(self) -> tuple[str, ...]:
        return (self.fact.text, *self.alts)


@dataclass(frozen=True, slots=True)
class DevelopmentText:
    name: str
    split: str
    reading: Reading
    expected: tuple[Expected, ...] = field(repr=False)

    @property
    def language(self) -> str:
        return self.name.split("-")[0]


def load_texts(folder: Path = FOLDER) -> list[DevelopmentText]:
    """All texts of both splits, by split and name. Raises FileNotFoundError when a text lacks a companion file."""
    return [_load(path, split) for split in SPLITS for path in sorted((folder / split).glob("*.gold.jsonl"))]


def _load(gold: Path, split: str) -> DevelopmentText:
    name = gold.name.removesuffix(".gold.jsonl")
    meta = json.loads(gold.with_name(f"{name}.meta.json").read_text(encoding="utf-8"))
    published = date.fromisoformat(meta["published"]) if meta["published"] else None
    text = gold.with_name(f"{name}.txt").read_text(encoding="utf-8")
    lines = gold.read_text(encoding="utf-8").splitlines()
    return DevelopmentText(
        name=name,
        split=split,
        reading=Reading(text=text, published=published, home=meta["home"]),
        expected=tuple(_expected(json.loads(line)) for line in lines),
    )


def _expected(row: dict[str, Any]) -> Expected:
    return Expected(
        fact=fact_from_json(row),
        alts=tuple(row.get("alts", ())),
        also=tuple(row.get("also", ())),
        optional=bool(row.get("optional")),
    )
