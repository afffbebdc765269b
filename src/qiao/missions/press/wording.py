"""Text made fit for paper: no control characters, no disguises, no end without end."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

NAME, TEXT = 400, 10_000  # characters kept of a name, and of anything longer
UNSHOWN = "〓"  # the printer's sign for a type that is not in the case
_PIECE = 4  # short enough to fill any column to its edge
_FONTS = Path(__file__).parent / "data" / "fonts"
# Marks that turn the direction of what follows, or hide: a name must not rewrite the line it stands in.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]"
)
_SOLID = re.compile("[!-\u24ff]{25,}")


def line(text: str, limit: int = NAME) -> str:
    """One line: white space folded, unwanted characters gone, at most `limit` characters and a count of the rest."""
    return _cut(" ".join(_plain(text).split()), limit)


def named(text: str, limit: int = NAME) -> str:
    """A line for a heading: a dash where nothing is left to print, for a heading must have a name."""
    return line(text, limit) or "–"


def lines(text: str, limit: int = TEXT) -> list[str]:
    """The paragraphs of a note, each one line, empty ones left out; `limit` holds for the whole."""
    kept = _cut(_plain(text).strip(), limit)
    return [told for part in kept.splitlines() if (told := " ".join(part.split()))]


def breakable(text: str, longest: int) -> str:
    """The same with places to break in runs without a space: of more than `longest` letters, or of 25 of any sort."""
    return _SOLID.sub(lambda run: _broken(run.group(), longest), text)


def _broken(run: str, longest: int) -> str:
    """Words of letters up to `longest` are left to hyphenation."""
    if run.isalpha() and len(run) <= longest:
        return run
    return "\u200b".join(run[at : at + _PIECE] for at in range(0, len(run), _PIECE))


def showable(text: str) -> tuple[str, set[str]]:
    """The text with what the shipped fonts cannot show replaced by 〓, and the characters so replaced."""
    unknown = set(text) - _shown()
    return text.translate({ord(one): UNSHOWN for one in unknown}) if unknown else text, unknown


def _plain(text: str) -> str:
    """Composed letters (NFC), so that an accent never needs a mark of its own."""
    return _UNWANTED.sub("", unicodedata.normalize("NFC", text[: TEXT * 10]))


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[:limit]}… (+{len(text) - limit})"


@cache
def _shown() -> frozenset[str]:
    runs = (row.split() for row in (_FONTS / "shown.txt").read_text("ascii").splitlines())
    points = (point for first, last in runs for point in range(int(first, 16), int(last, 16) + 1))
    return frozenset({*map(chr, points), "\u200b", "\n"})
