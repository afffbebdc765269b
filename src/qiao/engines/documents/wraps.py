"""Join the lines that a page layout broke, so that no name is cut in two."""

from __future__ import annotations

import re

from qiao.engines.text.language import is_han

_HYPHEN_MARKS = ("\x02", "\ufffe", "\xad")
_SENTENCE_ENDS = "。!?！？"
_NEVER_FIRST = "、，。；：）」』》〉”’！？】"
_NEVER_LAST = "（「『《〈“‘【"
_FULL = 0.85
_LATIN_WORD = re.compile(r"[A-Za-z0-9À-ɏ&.'’-]+")
_LONGEST_WORD = 20


def join_wraps(lines: list[str]) -> list[str]:
    """The lines of one page with those joined that only its width had parted.

    A line that fills the column and ends in Han, before a line that begins in Han, was broken by the layout.
    Latin lines that fill the column are joined when the next begins with a small letter, on a Chinese page always.
    """
    column = _column_width(lines)
    is_han_page = sum(any(map(is_han, line)) for line in lines) * 2 > len(lines)
    joined: list[str] = []
    last_width = 0
    for line in lines:
        is_full = last_width + _first_word_width(line) >= _FULL * column
        if joined and (glue := _glue(joined[-1], line, is_full, is_han_page)) is not None:
            joined[-1] = joined[-1].rstrip("".join(_HYPHEN_MARKS) + " ") + glue + line.lstrip()
        else:
            joined.append(line)
        last_width = width(line)
    return joined


def width(line: str) -> int:
    """Columns that a line takes in print, roughly: a full-width sign is two."""
    return sum(2 if _is_wide(char) else 1 for char in line.strip())


def _column_width(lines: list[str]) -> int:
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
    if last == "-" and first.islower():
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
