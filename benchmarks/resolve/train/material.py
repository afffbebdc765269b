"""What the model is trained on: questions put to registries, and what the comparisons say of their candidates."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.resolve.cases.questions import Questions, ask, ask_in_han
from benchmarks.resolve.train.split import part_of
from benchmarks.resolve.train.variants import vary
from qiao.engines.resolve.columns import Columns, Ints
from qiao.engines.resolve.comparisons import features
from qiao.engines.resolve.io import query_from, record_from
from qiao.engines.resolve.record import Record
from qiao.engines.resolve.shelf import CANDIDATES, Shelf
from qiao.engines.resolve.side import Side
from qiao.engines.text.names import fold

_BATCH = 500
_SHARE_WITHOUT_COUNTRY = 0.08
_SHARE_EASY = 0.12
_SMALL_REGISTRIES = 6
_SMALL = 150


@dataclass(frozen=True, slots=True)
class Material:
    """Candidates of questions, the questions in order.

    values  (N, F) comparisons.   right  (N,) whether it is the one asked for.   starts  where each question begins.
    reachable   (Q,) whether the right record is in the registry at all.         names  the questions' ids.
    """

    values: NDArray[np.float32]
    right: NDArray[np.bool_]
    starts: Ints
    reachable: NDArray[np.bool_]
    kinds: list[str]


def organisations(source: Path) -> list[dict[str, Any]]:
    """The development organisations of ROR."""
    with gzip.open(source / "organisations" / "ror_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def companies() -> list[dict[str, Any]]:
    """The development half of the company cases."""
    source = Path(__file__).parent.parent / "cases" / "companies_dev.jsonl"
    return [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]


def questions_of(part: str, ror: list[dict[str, Any]], firms: list[dict[str, Any]], seed: int) -> Iterator[Questions]:
    """Registries with their questions: all organisations fill them, only those of one part are asked for."""
    asked = [one for one in ror if part_of(one["id"]) == part]
    others = [one for one in ror if part_of(one["id"]) != part]
    asked_firms = [one for one in firms if part_of(one["id"]) == part]
    other_firms = [one for one in firms if part_of(one["id"]) != part]
    asked, others = _but_for(firms, asked), _but_for(firms, others)
    yield ask(asked, seed=seed, others=others)
    if part == "train":
        yield ask_in_han(asked + asked_firms, seed=seed + 100, others=others + other_firms)
    yield ask_in_han(asked + asked_firms, seed=seed, others=others + other_firms)
    for turn in range(_SMALL_REGISTRIES):
        draw = Random(seed + 50 + turn)
        few = draw.sample(asked, min(_SMALL, len(asked) // 2))
        yield ask(few, seed=seed + 50 + turn, others=draw.sample(others, 20 * turn))
    for turn in range(4):
        yield ask(asked_firms, seed=seed + turn, others=other_firms + Random(seed + turn).sample(others, 3_000 * turn))


def _but_for(firms: list[dict[str, Any]], organisations: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Organisations without those that the company cases name too: a second right answer would count as wrong."""
    known = {(fold(name[0]), one["country"]) for one in firms for name in one["names"]}
    return [one for one in organisations if not any((fold(name[0]), one["country"]) in known for name in one["names"])]


def material(questions: Questions, *, seed: int, plain: bool = False) -> Material:
    """Ask the questions.

    plain   leave them as they are; otherwise some lose their country, and some easy ones are added, whose name
            differs from one in the registry only as spreadsheets differ.
    """
    draw = Random(seed)
    shelf = Shelf([record_from(one) for one in questions.registry])
    asked = [(query_from(query), questions.truth[query["qid"]], query.get("kind", "")) for query in questions.queries]
    if not plain:
        asked = [
            (replace(query, country="") if draw.random() < _SHARE_WITHOUT_COUNTRY else query, right, kind)
            for query, right, kind in asked
        ]
        asked += list(_easy(questions.registry, draw, int(_SHARE_EASY * len(asked))))
    return _asked(shelf, asked)


def _easy(registry: list[dict[str, Any]], draw: Random, count: int) -> Iterator[tuple[Record, str, str]]:
    for one in draw.choices(registry, k=count):
        record = record_from(one)
        name = draw.choice(record.names)
        city = record.city if draw.random() < 0.5 else ""
        yield (
            replace(record, id=f"e-{one['id']}", names=(vary(name, draw),), city=city, domains=frozenset()),
            one["id"],
            "easy",
        )


def _asked(shelf: Shelf, asked: list[tuple[Record, str | None, str]]) -> Material:
    ids = np.array([record.id for record in shelf.columns.records])
    values, right, starts, reachable, kinds = [], [], [], [], []
    done = 0
    for begin in range(0, len(asked), _BATCH):
        batch = asked[begin : begin + _BATCH]
        queries = [query for query, _, _ in batch]
        query_row, row = shelf.candidates(queries, CANDIDATES)
        values.append(features(Side(Columns(queries), shelf.side.weighing), shelf.side, query_row, row))
        right.append(ids[row] == np.array([answer or "" for _, answer, _ in batch])[query_row])
        heads = np.flatnonzero(np.diff(query_row, prepend=-1))
        starts.append(heads + done)
        kept = query_row[heads]
        reachable.append(np.array([bool(batch[k][1]) for k in kept.tolist()]))
        kinds += [batch[k][2] for k in kept.tolist()]
        done += len(row)
    return Material(np.vstack(values), np.concatenate(right), np.concatenate(starts), np.concatenate(reachable), kinds)


def joined(parts: Iterable[Material]) -> Material:
    """Several as one."""
    held = list(parts)
    offsets = np.cumsum([0, *(len(part.values) for part in held)])
    return Material(
        np.vstack([part.values for part in held]),
        np.concatenate([part.right for part in held]),
        np.concatenate([part.starts + offset for part, offset in zip(held, offsets, strict=False)]),
        np.concatenate([part.reachable for part in held]),
        [kind for part in held for kind in part.kinds],
    )
