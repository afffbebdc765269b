"""Clauses of propositional logic, and how to count with them.

Source: the totaliser of O. Bailleux and Y. Boufkhad (2003), CP 2003, LNCS 2833, 108-122.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

_FEW = 6


class Clauses:
    """A growing formula; a literal is a number, negative for its contrary."""

    def __init__(self) -> None:
        self.all: list[list[int]] = []
        self.variables = 0

    def fresh(self) -> int:
        self.variables += 1
        return self.variables

    def add(self, *literals: int) -> None:
        self.all.append(list(literals))

    def at_most_one(self, literals: Sequence[int]) -> None:
        """Pairs when few, else groups joined by a helping literal."""
        if len(literals) <= _FEW:
            for one, other in combinations(literals, 2):
                self.add(-one, -other)
            return
        joint = self.fresh()
        self.at_most_one([*literals[: _FEW - 1], joint])
        self.at_most_one([*literals[_FEW - 1 :], -joint])

    def any_of(self, literals: Sequence[int]) -> int:
        """A literal that is true when one of these is."""
        joint = self.fresh()
        for one in literals:
            self.add(-one, joint)
        self.add(-joint, *literals)
        return joint

    def counted(self, literals: Sequence[int], most: int) -> list[int]:
        """Literals that say "at least 1", "at least 2", … of these, up to most + 1; exact both ways."""
        if len(literals) <= 1:
            return list(literals)
        half = len(literals) // 2
        left, right = self.counted(literals[:half], most), self.counted(literals[half:], most)
        out = [self.fresh() for _ in range(min(most + 1, len(left) + len(right)))]
        for one in range(len(left) + 1):
            for other in range(len(right) + 1):
                self._join(left, one, right, other, out, most)
        return out

    def _join(self, left: list[int], one: int, right: list[int], other: int, out: list[int], most: int) -> None:
        total = one + other
        if total:
            reached = [-left[one - 1]] if one else []
            reached += [-right[other - 1]] if other else []
            self.add(*reached, out[min(total, len(out)) - 1])
        # A count cut off at most + 1 says nothing of what lies above it.
        if total < len(out) and all(at < len(side) or at <= most for at, side in ((one, left), (other, right))):
            missed = [side[at] for at, side in ((one, left), (other, right)) if at < len(side)]
            self.add(*missed, -out[total])
