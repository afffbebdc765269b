"""How likely pairs are one, each looked at among the records that may be meant instead: many pairs at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qiao.engines.resolve.attribution import Ground, attributed
from qiao.engines.resolve.columns import Columns, Ints
from qiao.engines.resolve.comparisons import features
from qiao.engines.resolve.context import with_rivals
from qiao.engines.resolve.days import days_add
from qiao.engines.resolve.looking import Look, look
from qiao.engines.resolve.model import Model
from qiao.engines.resolve.reasons import reasons_for
from qiao.engines.resolve.record import Kind, Record
from qiao.engines.resolve.result import Decision, Likeness, Reason
from qiao.engines.resolve.shelf import Shelf
from qiao.engines.resolve.side import Side

RIVALS = 11
"""Records that may be meant instead, looked at closely for each pair."""

_NEAR = 4.0
"""A rival further behind, in log odds, tells nothing: whether it is the right record under another id is not asked."""

Floats = NDArray[np.float64]
Pairs = Sequence[tuple[Record, Record]]


def decided(shelf: Shelf, model: Model, pairs: Pairs, seen: Look | None = None) -> list[Likeness]:
    """For each pair, how likely the right record is the left, among what the shelf holds that is like the left.

    pairs     records of the shelf's kind, held or not. What is held under the id of either is no rival, and neither
              is another record of the right thing: of three that are one, none speaks against another.
    seen      a look at this shelf as it stands, taken before: it is used when all left records were its queries.
    """
    if not pairs:
        return []
    asked = _Asked(shelf, model, pairs, seen)
    apart = ~asked.resembling()
    values = np.vstack([asked.values, asked.rival_values[apart]])
    raw = np.concatenate([asked.raw, asked.rival_raw[apart]])
    pair = np.concatenate([np.arange(len(pairs)), asked.rival_of[apart]])
    order = np.argsort(pair, kind="stable")  # each pair, then its rivals
    starts = np.flatnonzero(np.diff(pair[order], prepend=-1))
    among = model.among_curve(model.among(with_rivals(raw[order], values[order], starts)))
    scores = among[starts]
    near = np.bincount(pair[order], weights=among >= 0.5 * scores[pair[order]], minlength=len(pairs)) - 1
    reasons = _reasons(model, pairs, asked.values, near.astype(int).tolist())
    alone = model.alone_curve(asked.raw)
    return [
        Likeness(score, _decision(score, by_itself, left.kind, model), told)
        for score, by_itself, (left, _), told in zip(scores.tolist(), alone.tolist(), pairs, reasons, strict=True)
    ]


@dataclass(slots=True)
class _Lefts:
    """A look at the left records, each once, and for each pair the place of its left."""

    seen: Look
    place: Ints

    @classmethod
    def of(cls, shelf: Shelf, model: Model, pairs: Pairs, seen: Look | None) -> _Lefts:
        if seen is not None and seen.is_free:
            before = seen.places([left for left, _right in pairs])
            if before is not None:
                return cls(seen, np.array(before, np.int64))
        places: dict[int, int] = {}
        records: list[Record] = []
        for left, _right in pairs:
            if places.setdefault(id(left), len(records)) == len(records):
                records.append(left)
        seen = look(shelf, model, records, but_itself=True)
        return cls(seen, np.array([places[id(left)] for left, _right in pairs], np.int64))


class _Asked:
    """Pairs and their rivals, compared: `values` and `raw` scores of both; `rival_of` the pair of each rival."""

    def __init__(self, shelf: Shelf, model: Model, pairs: Pairs, seen: Look | None) -> None:
        self._shelf, self._model, self._pairs = shelf, model, pairs
        lefts = _Lefts.of(shelf, model, pairs, seen)
        self._rights = Side(Columns(right for _left, right in pairs), shelf.side.weighing)
        each = np.arange(len(pairs))
        self.values = features(lefts.seen.side, self._rights, lefts.place, each)
        self.raw = model.alone(self.values) + np.array([days_add(left, right) for left, right in pairs])
        self._row = lefts.seen.rows
        self.rival_of, at = self._chosen(lefts)
        self._row, self.rival_values = self._row[at], lefts.seen.values[at]
        self.rival_raw = model.alone(self.rival_values) + self._days()

    def _chosen(self, lefts: _Lefts) -> tuple[Ints, Ints]:
        """For each pair the most promising candidates of its left but for its right: pairs, and places in the look."""
        query = lefts.seen.asked
        order = np.lexsort((-lefts.seen.first, query))
        bounds = np.searchsorted(query[order], np.arange(len(lefts.seen.queries) + 1))
        held = [self._shelf.row_of(right.id) for _left, right in self._pairs]
        found = []
        for place, row in zip(lefts.place.tolist(), held, strict=True):
            own = order[bounds[place] : bounds[place + 1]]
            found.append(own[self._row[own] != row][:RIVALS])
        pair = np.repeat(np.arange(len(found)), [len(own) for own in found])
        return pair, np.concatenate(found).astype(np.int64)

    def _days(self) -> Floats:
        held = self._shelf.columns.records
        lefts = [self._pairs[pair][0] for pair in self.rival_of.tolist()]
        return np.array([days_add(left, held[row]) for left, row in zip(lefts, self._row.tolist(), strict=True)])

    def resembling(self) -> NDArray[np.bool_]:
        """Which rivals are as good as surely the right record of their pair, recorded once more."""
        found = np.zeros(len(self.rival_of), np.bool_)
        near = np.flatnonzero(self.rival_raw >= self.raw[self.rival_of] - _NEAR)
        if len(near):
            rights = self.rival_of[near]
            values = features(self._shelf.side, self._rights, self._row[near], rights)
            held = self._shelf.columns.records
            sides = zip(self._row[near].tolist(), rights.tolist(), strict=True)
            days = np.array([days_add(held[row], self._pairs[pair][1]) for row, pair in sides])
            found[near] = self._model.alone_curve(self._model.alone(values) + days) >= self._model.same_alone
        return found


def _reasons(model: Model, pairs: Pairs, values: NDArray[np.float32], near: Sequence[int]) -> list[tuple[Reason, ...]]:
    added = attributed(model.alone, values)
    return [
        reasons_for(left, right, dict(zip(Ground, row, strict=True))) + rivals_told(many)
        for (left, right), row, many in zip(pairs, added.tolist(), near, strict=True)
    ]


def rivals_told(near: int) -> tuple[Reason, ...]:
    """What so many others that fit about as well say against one."""
    return (Reason("rivals", -round(float(np.log(near + 1)), 3), (str(near),)),) if near > 0 else ()


def _decision(score: float, alone: float, kind: Kind, model: Model) -> Decision:
    """Taken unasked is only what is sure by itself too: that no rival is known says little in a small registry."""
    # Events and stations share their names with their sisters: a person looks at each.
    if score >= model.same and alone >= model.same_alone and kind == Kind.ORGANISATION:
        return Decision.SAME
    return Decision.ASK if score >= model.ask else Decision.DISTINCT
