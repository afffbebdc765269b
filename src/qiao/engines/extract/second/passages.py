"""A text cut into passages that a second reader is shown one by one, and the sentence around a place."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 1800
_STOP = re.compile(
    r"[。！？；]+[」』”’）)]*|(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\bDr)[.!?]+[\"”’)»]*(?=\s+[A-ZÀ-Þ\"“„«(])|;(?=\s)|\n"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text, [start, end); `shown_from` also holds the sentence before it, for its context."""

    shown_from: int
    start: int
    end: int


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Sentences in order, without gaps: every character belongs to one."""
    spans, start = [], 0
    for stop in _STOP.finditer(text):
        spans.append((start, stop.end()))
        start = stop.end()
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def passages(text: str, longest: int = LONGEST) -> list[Passage]:
    """Passages of whole sentences, each at most `longest` characters unless one sentence is longer.

    A passage repeats the last sentence of the one before, so that "he" and "it" can be understood.
    """
    found: list[Passage] = []
    shown_from = start = end = before = 0
    for left, right in sentence_spans(text):
        if right - shown_from > longest and end > start:
            found.append(Passage(shown_from, start, end))
            shown_from, start = before, end
        before, end = left, right
    if end > start:
        found.append(Passage(shown_from, start, end))
    return [passage for passage in found if text[passage.start : passage.end].strip()]
