"""One side of a comparison: columns with the weight of each of their words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from qiao.engines.resolve.columns import Columns, Sets
from qiao.engines.resolve.rarity import Floats, Rarity, background, rarity_in


@dataclass(frozen=True, slots=True)
class Weighing:
    """How rare words, stems and domain labels are, learned from a table and a shipped background."""

    words: Rarity
    stems: Rarity
    labels: Rarity

    @classmethod
    def of(cls, columns: Columns) -> Weighing:
        """The rarities in a table, a table of no rows included."""
        return cls(
            rarity_in(_by_record(columns.words, columns), background=background("words")),
            rarity_in(_by_record(columns.stems, columns), background=background("stems")),
            rarity_in(columns.callable),
        )


def _by_record(sets: Sets, columns: Columns) -> Sets:
    """The union of the sets of each record's names."""
    if not len(columns):
        return sets
    owner = np.repeat(columns.owner, np.diff(sets.starts))
    both = np.unique((owner << 32) | sets.values.astype(np.int64))
    counts = np.bincount(both >> 32, minlength=len(columns))
    return Sets.of(np.concatenate([[0], np.cumsum(counts)]), (both & 0xFFFFFFFF).astype(np.uint32))


class Side:
    """Columns with their weights; those of rows appended since are filled in when next asked for."""

    def __init__(self, columns: Columns, weighing: Weighing) -> None:
        self.columns, self.weighing = columns, weighing
        self._held: dict[str, Floats] = {}

    def weights(self, kind: str) -> Floats:
        """The weights beside the values of a column of sets: "words", "stems", "whole", "labels" or "callable"."""
        values = getattr(self.columns, kind).values
        held = self._held.get(kind, np.zeros(0, np.float32))
        if len(held) < len(values):
            held = np.concatenate([held, self._rarity(kind).of(values[len(held) :])])
            self._held[kind] = held
        return held

    def _rarity(self, kind: str) -> Rarity:
        if kind in ("labels", "callable"):
            return self.weighing.labels
        return self.weighing.stems if kind == "stems" else self.weighing.words
