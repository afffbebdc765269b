"""What the layers of the grammar hand to each other: places in the search view, with what was read there."""

from __future__ import annotations

from dataclasses import dataclass, field

from qiao.engines.extract.result import Attributes, FactType, Modality


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A fact in the coordinates of the view: [start, end), its type and what is known of it.

    name    the canonical name this mark stands for, in the words of the original; empty means its own text.
    """

    start: int
    end: int
    type: FactType
    norm: str = ""
    modality: Modality = Modality.FACT
    confidence: float = 0.5
    attrs: Attributes = field(default_factory=Attributes, compare=False)

    def overlaps(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end


def free_of(marks: list[Mark], start: int, end: int) -> bool:
    """Whether no mark lies over a span."""
    return not any(mark.overlaps(start, end) for mark in marks)
