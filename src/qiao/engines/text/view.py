"""A view of a text made for searching, with the way back to the characters it came from."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from qiao.engines.text.conversion import to_simplified
from qiao.engines.text.language import is_han

_SHAPES = {
    **dict.fromkeys("「『“„‟〝", "“"),
    **dict.fromkeys("」』”〞", "”"),
    **dict.fromkeys("‘‚‛", "‘"),
    **dict.fromkeys("〈《«", "《"),
    **dict.fromkeys("〉》»", "》"),
    **dict.fromkeys("〔【", "["),
    **dict.fromkeys("〕】", "]"),
    **dict.fromkeys("•・‧∙·", "·"),
    **dict.fromkeys("‐‑‒–—―−─", "-"),
    **dict.fromkeys("～〜∼", "~"),
}
_CLOSED = frozenset("。!?:;…！？：；")
_LABELLED = re.compile(r"[\u3400-\u9fff]{1,6}\s?(?:[:：]|[—–-]{1,2})")
_SHORTEST_WRAPPED_LINE = 16


@dataclass(frozen=True, slots=True)
class SearchView:
    """A folded text and, for each of its characters, the [start, end) it stands for in the original.

    Invariant: len(origin) == len(text); starts and ends never decrease.
    """

    text: str
    origin: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original [start, end) behind view[start:end]. Raises ValueError on an empty or foreign span."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"Expected 0 <= start < end <= {len(self.text)}; found {start}, {end}.")
        return self.origin[start][0], self.origin[end - 1][1]


def view(text: str) -> SearchView:
    """Fold width, script, quotes, dashes and white space; join lines that a page width broke."""
    wraps = _wraps(text)
    chars: list[str] = []
    origin: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        end = _cluster_end(text, at)
        folded = "" if at in wraps and wraps[at] == "" else _fold(text[at:end])
        if at in wraps and wraps[at] == " ":
            folded = " "
        for char in folded:
            if char in " \n" and chars and chars[-1] in " \n":
                if char == "\n" and chars[-1] == " ":
                    chars[-1], origin[-1] = char, (at, end)
                continue
            chars.append(char)
            origin.append((at, end))
        at = end
    return SearchView("".join(chars), tuple(origin))


@lru_cache(maxsize=65536)
def simplified(char: str) -> str:
    """One character in simplified script; itself when the script has no other form of the same length."""
    if not is_han(char):
        return char
    said = to_simplified(char)
    return said if len(said) == 1 else char


def fold_width(text: str) -> str:
    """NFKC and simplified script, without regard to places."""
    return "".join(map(simplified, unicodedata.normalize("NFKC", text)))


@lru_cache(maxsize=65536)
def _fold(cluster: str) -> str:
    if len(cluster) == 1:
        if cluster == "\n" or cluster in "\v\f\x85\u2028\u2029":
            return "\n"
        if cluster.isspace():
            return " "
        if unicodedata.category(cluster) == "Cf":
            return ""
        if cluster in _SHAPES:
            return _SHAPES[cluster]
    wide = unicodedata.normalize("NFKC", cluster)
    return "".join(" " if c.isspace() else _SHAPES.get(c, simplified(c)) for c in wide)


def _cluster_end(text: str, at: int) -> int:
    end = at + 1
    if text[at] < "\u0300" and (end == len(text) or text[end] < "\u0300"):
        return end
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _wraps(text: str) -> dict[int, str]:
    """Where a single line end is only the edge of a page, and what it stands for: nothing or a space."""
    lines = text.split("\n")
    longest = max(map(len, lines))
    wraps: dict[int, str] = {}
    at = 0
    for line, following in pairwise(lines):
        at += len(line)
        if _is_wrap(line, following, longest):
            wraps[at] = "" if is_han(line[-1]) and is_han(following[0]) else " "
        at += 1
    return wraps


def _is_wrap(line: str, following: str, longest: int) -> bool:
    if len(line) < max(_SHORTEST_WRAPPED_LINE, 0.8 * longest) or not following:
        return False
    if _LABELLED.match(following):
        return False
    if line[-1] in _CLOSED or not (is_han(line[-1]) or line[-1] in "、，,"):
        return False
    return is_han(following[0]) or following[0].isalnum()
