"""Pieces of text found in a picture, put in the order in which they are read."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class OcrBox:
    """One piece: its four corners in pixels, clockwise from the top left, its text and a score of 0 to 1."""

    corners: tuple[tuple[float, float], ...]
    text: str
    score: float

    @property
    def left(self) -> float:
        return min(x for x, _ in self.corners)

    @property
    def width(self) -> float:
        return max(x for x, _ in self.corners) - self.left

    @property
    def top(self) -> float:
        return min(y for _, y in self.corners)

    @property
    def height(self) -> float:
        return max(y for _, y in self.corners) - self.top

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def in_reading_order(boxes: list[OcrBox], is_upside_down: bool = False) -> list[str]:
    """Lines from top to bottom; pieces at one height are one line, from left to right.

    is_upside_down   the pieces, laid level, stand on their heads: the order is turned round.
    """
    if is_turned(boxes):
        boxes = [_quarter_turned(box) for box in boxes]
    if is_upside_down:
        boxes = [_quarter_turned(_quarter_turned(box)) for box in boxes]
    lines: list[list[OcrBox]] = []
    for box in sorted(boxes, key=lambda box: box.middle):
        if lines and abs(box.middle - median(each.middle for each in lines[-1])) < 0.5 * box.height:
            lines[-1].append(box)
        else:
            lines.append([box])
    return [" ".join(box.text for box in sorted(line, key=lambda box: box.left)) for line in lines]


def is_turned(boxes: list[OcrBox]) -> bool:
    """Whether the picture lies on its side: most pieces of several characters stand upright."""
    long = [box for box in boxes if len(box.text) > 2]
    return sum(box.height > 1.5 * box.width for box in long) * 2 > len(long)


def _quarter_turned(box: OcrBox) -> OcrBox:
    """The box after a quarter turn to the left."""
    return OcrBox(tuple((y, -x) for x, y in box.corners), box.text, box.score)
