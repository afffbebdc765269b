"""Join the lines that a page layout broke, so that no name is cut in two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qiao.engines.text.language import is_han

_HYPHEN_MARKS = ("\x02", "\ufffe", "\xad")
_SENTENCE_ENDS = "。!?！？"
_NEVER_FIRST = "、，。；：）」』》〉”’！？】"
_NEVER_LAST = "（「『《〈“‘【"
_FULL = 0.85
_LATIN_WORD = re.compile(r"[A-Za-z0-9À-ɏ&.'’-]+")
_LONGEST_WORD = 20
# Narrower than this it is no column but a list of words.
_NARROWEST = 20


def join_wraps(lines: list[str]) -> list[str]:
    """The lines of one page with those joined that only its width had parted.

    A line that fills the column and ends in Han, before a line that begins in Han, was broken by the layout.
    Latin lines that fill the column are joined when the next begins with a small letter, on a Chinese page always.
    """
    column = Column.of(lines)
    joined: list[str] = []
    for number, line in enumerate(lines):
        glue = column.glue(joined[-1], lines[number - 1], line) if joined else None
        if glue is None:
            joined.append(line)
        else:
            joined[-1] = glued(joined[-1], glue, line)
    return joined


@dataclass(frozen=True, slots=True)
class Column:
    """What the lines of a page have in common: their width, and whether most hold Han."""

    width: int
    is_han: bool

    @staticmethod
    def of(lines: Sequence[str]) -> Column:
        return Column(_column_width(lines), sum(any(map(is_han, line)) for line in lines) * 2 > len(lines))

    def glue(self, before: str, last_line: str, after: str) -> str | None:
        """What joins `after` to the text before it, whose last printed line is given; None when they are apart."""
        is_full = width(last_line) + _first_word_width(after) >= _FULL * max(self.width, _NARROWEST)
        return _glue(before, after, is_full, self.is_han)


def glued(before: str, glue: str, after: str) -> str:
    return before.rstrip("".join(_HYPHEN_MARKS) + " ") + glue + after.lstrip()


def width(line: str) -> int:
    """Columns that a line takes in print, roughly: a full-width sign is two."""
    return sum(2 if _is_wide(char) else 1 for char in line.strip())


def _column_width(lines: Sequence[str]) -> int:
    """The width of the widest lines but one in ten, which may be headings that stick out."""
    widths = sorted(width(line) for line in lines if line.strip())
    return widths[len(widths) * 9 // 10] if widths else 0


def _first_word_width(line: str) -> int:
    """What would have had to fit on the line before: one sign, or a Latin word with the blank in front of it."""
    word = _LATIN_WORD.match(line)
    return min(len(word[0]) + 1, _LONGEST_WORD) if word else 2


def _glue(before: str, after: str, is_full: bool, is_han_page: bool) -> str | None:
    """What to put between two lines that belong together, None when they do not."""
    first, last = after.strip()[:1], before.rstrip(" ")[-1:]
    if not first or not last:
        return None
    if last in _HYPHEN_MARKS:
        return "" if first.isalpha() else None
    # A paragraph begins with an indent of two full-width blanks, which tells it from a continued line.
    if not is_full or last in _SENTENCE_ENDS or after.startswith("\u3000"):
        return None
    if _is_wide(last) or _is_wide(first):
        return _wide_glue(before, last, first)
    if last in "([/" or first in ")]," or (last == "-" and first.islower()):
        return ""
    is_continued = first.islower() or (is_han_page and (first.isalnum() or first == "("))
    return " " if is_continued and (last.isalnum() or last in ",;)’'\"") else None


def _wide_glue(before: str, last: str, first: str) -> str | None:
    if last in "：:" and first not in _NEVER_FIRST:
        return None
    mixed = is_han(last) != is_han(first)
    is_text = last.isalnum() or first.isalnum() or last in _NEVER_LAST or first in _NEVER_FIRST
    return (" " if mixed and before.endswith(" ") else "") if is_text else None


def _is_wide(char: str) -> bool:
    return is_han(char) or "\u3000" <= char <= "\u30ff" or "\uff00" <= char <= "\uff60" or char in "“”‘’…—"
