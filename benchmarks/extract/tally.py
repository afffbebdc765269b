"""Precision, recall and F1 from counts that can be added up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """right, wrong count what was given; found, wanted count what was expected."""

    right: int = 0
    wrong: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right + other.right, self.wrong + other.wrong, self.found + other.found, self.wanted + other.wanted
        )

    @property
    def precision(self) -> float:
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return _share(self.found, self.wanted)

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of those that could be judged were right."""

    right: int = 0
    judged: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.judged + other.judged)

    @property
    def value(self) -> float:
        return _share(self.right, self.judged)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
