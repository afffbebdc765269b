"""A source's text as numbered paragraphs, cut where the places cited begin and end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

PARAGRAPHS = 120  # on one page
LONGEST = 4_000  # characters of one paragraph; a longer line is cut


@dataclass(frozen=True, slots=True)
class Place:
    """Some characters [start, end) of a text that claims rest on."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters under the same places. `anchor` names the place that begins here."""

    text: str
    marked: bool = False
    target: bool = False
    anchor: str = ""
    first: bool = False  # where the target begins


@dataclass(frozen=True)
class Paragraph:
    """One line of the text with its number, counted from 1."""

    number: int
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class TextPage:
    """Some paragraphs, the page's number and how many pages there are, both counted from 1."""

    paragraphs: tuple[Paragraph, ...]
    page: int
    pages: int
    total: int

    @property
    def before(self) -> int:
        return self.page - 1

    @property
    def after(self) -> int:
        return self.page + 1


def text_page(text: str, places: Iterable[Place], *, target: Place | None = None, page: int | None = None) -> TextPage:
    """One page of a text with its cited places marked.

    page    counted from 1; when None, the page that holds `target`, else the first.
    """
    lines = _lines(text)
    pages = max(1, -(-len(lines) // PARAGRAPHS))
    if page is None:
        page = 1 if target is None else _line_of(lines, target.start) // PARAGRAPHS + 1
    page = min(max(page, 1), pages)
    first = (page - 1) * PARAGRAPHS
    known = sorted(set(places), key=lambda place: (place.start, place.end))
    shown = lines[first : first + PARAGRAPHS]
    return TextPage(
        tuple(
            Paragraph(first + at + 1, _cut(text, start, end, known, target)) for at, (start, end) in enumerate(shown)
        ),
        page,
        pages,
        len(lines),
    )


def paragraph_of(text: str, start: int) -> int:
    """The number of the paragraph that holds a character, counted from 1."""
    return _line_of(_lines(text), start) + 1


def _lines(text: str) -> list[tuple[int, int]]:
    """Where the lines that hold something begin and end; very long ones are cut."""
    found: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            for cut in range(0, len(line), LONGEST):
                found.append((at + cut, at + min(cut + LONGEST, len(line))))
        at += len(line) + 1
    return found


def _line_of(lines: Sequence[tuple[int, int]], start: int) -> int:
    return max(0, bisect_right([line[0] for line in lines], start) - 1)


def _cut(text: str, start: int, end: int, places: Sequence[Place], target: Place | None) -> tuple[Stretch, ...]:
    here = [place for place in places if place.start < end and place.end > start]
    marks = [*here, target] if target is not None and target.start < end and target.end > start else here
    edges = {start, end}
    for place in marks:
        edges |= {max(start, place.start), min(end, place.end)}
    cuts = sorted(edges)
    return tuple(_stretch(text, left, right, here, target) for left, right in pairwise(cuts))


def _stretch(text: str, left: int, right: int, here: Sequence[Place], target: Place | None) -> Stretch:
    return Stretch(
        text[left:right],
        marked=any(place.start < right and place.end > left for place in here),
        target=target is not None and target.start < right and target.end > left,
        first=target is not None and target.start == left,
        anchor=next((f"at-{place.start}" for place in here if place.start == left), ""),
    )
