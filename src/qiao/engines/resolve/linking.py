"""Queries answered from a shelf: candidates, their probabilities among rivals, reasons for those shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qiao.engines.resolve.attribution import Ground, attributed
from qiao.engines.resolve.columns import Ints
from qiao.engines.resolve.context import with_rivals
from qiao.engines.resolve.days import days_add
from qiao.engines.resolve.decisions import RIVALS, rivals_told
from qiao.engines.resolve.looking import Look
from qiao.engines.resolve.model import Model
from qiao.engines.resolve.reasons import reasons_for
from qiao.engines.resolve.record import Kind, Record
from qiao.engines.resolve.result import Linked, Match, Reason
from qiao.engines.resolve.shelf import Shelf

PROMISING = RIVALS + 1
"""After the first trees, so many candidates of each query go on to the others."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many matches, how likely at least, whether with reasons."""

    top: int
    least: float
    reasons: bool


def linked(shelf: Shelf, seen: Look, model: Model, wanted: Wanted) -> list[Linked]:
    """What is made of a first look: for each query its matches."""
    queries, asked, rows, values = seen.queries, seen.asked, seen.rows, seen.values
    nothing = [Linked(query.id, (), None) for query in queries]
    if not len(rows):
        return nothing
    held = shelf.columns.records
    days = np.array([days_add(queries[at], held[row]) for at, row in zip(asked.tolist(), rows.tolist(), strict=True)])
    chances = scored(model, seen, days)
    order = np.lexsort((-chances, asked))
    groups = np.split(order, np.flatnonzero(np.diff(asked[order])) + 1)
    shown = [group[: wanted.top][chances[group[: wanted.top]] >= wanted.least] for group in groups]
    explained = np.concatenate(shown) if wanted.reasons else np.zeros(0, np.int64)
    reasons = _reasons(queries, shelf, model, asked, rows, values, explained)
    for group, best in zip(groups, shown, strict=True):
        query = queries[int(asked[group[0]])]
        rivals = _rivals(chances, group)
        matches = tuple(
            Match(shelf.columns.records[int(rows[k])].id, float(chances[k]), reasons.get(int(k), ()) + rivals(int(k)))
            for k in best
        )
        sure = matches[0].id if matches and matches[0].score >= model.same and _may_be_taken(query) else None
        nothing[int(asked[group[0]])] = Linked(query.id, matches, sure)
    return nothing


def _reasons(
    queries: Sequence[Record],
    shelf: Shelf,
    model: Model,
    asked: Ints,
    rows: Ints,
    values: NDArray[np.float32],
    shown: Ints,
) -> dict[int, tuple[Reason, ...]]:
    added = attributed(model.alone, values[shown]) if len(shown) else np.zeros((0, len(Ground)))
    return {
        int(k): reasons_for(
            queries[int(asked[k])],
            shelf.columns.records[int(rows[k])],
            dict(zip(Ground, row.tolist(), strict=True)),
            shelf.columns.forms_of_row(int(rows[k])),
        )
        for k, row in zip(shown, added, strict=True)
    }


def _rivals(chances: NDArray[np.float64], group: Ints) -> Callable[[int], tuple[Reason, ...]]:
    """What the others of a group say against one of it: how many fit about as well."""

    def against(k: int) -> tuple[Reason, ...]:
        near = int((chances[group] >= 0.5 * chances[k]).sum()) - 1
        return rivals_told(near)

    return against


def _may_be_taken(query: Record) -> bool:
    """Events and stations share their names with their sisters: a person looks at each."""
    return query.kind == Kind.ORGANISATION


def scored(model: Model, seen: Look, days: NDArray[np.float64]) -> NDArray[np.float64]:
    """The probability of each candidate among its rivals."""
    kept = _promising(seen.first, seen.asked)
    close = seen.values[kept]
    starts = np.flatnonzero(np.diff(seen.asked[kept], prepend=-1))
    raw = model.among(with_rivals(model.alone(close) + days[kept], close, starts))
    chances = np.zeros(len(seen.rows))
    chances[kept] = model.among_curve(raw)
    return chances


def _promising(scores: NDArray[np.float64], asked: Ints) -> Ints:
    """The candidates of each query that a first look leaves in, in their order."""
    order = np.lexsort((-scores, asked))
    starts = np.flatnonzero(np.diff(asked, prepend=-1))
    place = np.arange(len(order)) - np.repeat(starts, np.diff(np.append(starts, len(order))))
    return np.sort(order[place < PROMISING])
