"""A long text in pieces of bounded length, cut where a reader would pause."""

from __future__ import annotations

from collections.abc import Iterator

_PAUSES = ("\n\n", "\n", "。", "；", "，")


def blocks(text: str, longest: int) -> Iterator[tuple[int, int]]:
    """Spans that cover a text in order, none longer than `longest` (> 0): at ends of paragraphs when there are any."""
    start = 0
    while len(text) - start > longest:
        end = start + longest
        for pause in _PAUSES:
            at = text.rfind(pause, start + longest // 2, end)
            if at >= 0:
                end = at + len(pause)
                break
        yield start, end
        start = end
    yield start, len(text)
