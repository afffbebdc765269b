"""Join the lines that a page layout broke, so that no name is cut in two."""

from __future__ import annotations

from qiao.engines.text.language import is_han

_HYPHEN_MARKS = ("\x02", "\ufffe", "\xad")
_SENTENCE_ENDS = "。!?！？"
_NEVER_FIRST = "、，。；：）」』》〉”’！？】"
_NEVER_LAST = "（「『《〈“‘【"
_FULL = 0.85


def join_wraps(lines: list[str]) -> list[str]:
    """The lines of one page with those joined that only its width had parted.

    A line that fills the column and ends in Han, before a line that begins in Han, was broken by the layout.
    Latin lines that fill the column are joined when the next begins with a small letter.
    """
    column = _column_width(lines)
    joined: list[str] = []
    last_width = 0
    for line in lines:
        if joined and (glue := _glue(joined[-1], line, last_width >= _FULL * column)) is not None:
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


def _glue(before: str, after: str, is_full: bool) -> str | None:
    """What to put between two lines that belong together, None when they do not."""
    first, last = after.strip()[:1], before.rstrip(" ")[-1:]
    if not first or not last:
        return None
    if last in _HYPHEN_MARKS:
        return "" if first.isalpha() else None
    if not is_full or last in _SENTENCE_ENDS:
        return None
    if _is_wide(last) or _is_wide(first):
        return _wide_glue(before, last, first, after)
    if last == "-" and first.islower():
        return ""
    return " " if first.islower() and (last.isalnum() or last in ",;)’'\"") else None


def _wide_glue(before: str, last: str, first: str, after: str) -> str | None:
    # A paragraph begins with an indent of two full-width blanks, which tells it from a continued line.
    if after.startswith("\u3000") or (last in "：:" and first not in _NEVER_FIRST):
        return None
    mixed = is_han(last) != is_han(first)
    is_text = last.isalnum() or first.isalnum() or last in _NEVER_LAST or first in _NEVER_FIRST
    return (" " if mixed and before.endswith(" ") else "") if is_text else None


def _is_wide(char: str) -> bool:
    return is_han(char) or "\u3000" <= char <= "\u30ff" or "\uff00" <= char <= "\uff60" or char in "“”‘’…—"
