"""Han names cut into words that mean something and what is left between them: a brand, a place, a person."""

from __future__ import annotations

from functools import cache, lru_cache

from qiao.engines.resolve.lexicon import han_words

_WORD = 1.0
_SINGLE = 1.8
_LEFT_OVER = 1.7
_LEFT_OVER_BEGINS = 2.3
"""What a known word costs, one of a single character, a character left over, and the first of such a run: so the 西 of
西门子 is left to the brand, and that of 西 between two known words is west."""

_SUFFIXES = frozenset("省市县区部局厅厂站馆州署院与和及")

_READINGS = {
    "长": "chang",
    "厦": "xia",
    "乐": "le",
    "行": "hang",
    "调": "diao",
    "广": "guang",
    "单": "dan",
    "车": "che",
}
_READINGS |= {"都": "du", "藏": "zang", "会": "hui", "重": "zhong", "地": "di", "石": "shi", "大": "da", "朝": "chao"}

_Step = tuple[float, int]


def segments(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """A simplified Han text as its words in order, each with its meanings; left-over runs have none."""
    words, longest, size = han_words(), _longest(), len(text)
    known: list[_Step] = [(0.0, 0)] + [(1e9, 0)] * size
    loose: list[_Step] = [(1e9, 0)] * (size + 1)
    for start in range(size):
        begun = min(known[start][0], loose[start][0])
        opened, carried = known[start][0] + _LEFT_OVER_BEGINS, loose[start][0] + _LEFT_OVER
        loose[start + 1] = (carried, loose[start][1]) if carried < opened else (opened, start)
        for end in range(start + 1, min(start + longest, size) + 1):
            cost = begun + (_WORD if end - start > 1 or text[start] in _SUFFIXES else _SINGLE)
            if cost < known[end][0] and text[start:end] in words:
                known[end] = (cost, start)
    return _walked(text, known, loose)


def _walked(text: str, known: list[_Step], loose: list[_Step]) -> list[tuple[str, tuple[str, ...]]]:
    parts: list[tuple[str, tuple[str, ...]]] = []
    words, end, after_loose = han_words(), len(text), False
    while end > 0:
        # Two left-over runs never touch: before one stands a known word, or nothing.
        is_loose = not after_loose and loose[end][0] < known[end][0]
        start = (loose if is_loose else known)[end][1]
        parts.append((text[start:end], () if is_loose else words[text[start:end]]))
        end, after_loose = start, is_loose
    return parts[::-1]


@lru_cache(maxsize=20_000)
def reading(char: str) -> str:
    """The commonest reading of a Han character without its tone; empty when it has none."""
    if char in _READINGS:
        return _READINGS[char]
    from pypinyin import Style, lazy_pinyin  # its dictionary is large: loaded with the first Han name

    said: str = lazy_pinyin(char, style=Style.NORMAL, v_to_u=False)[0].replace("ü", "u")
    return said if said.isascii() and said.isalpha() else ""


def pinyin(text: str) -> str:
    """A Han text spelled out, without spaces."""
    return "".join(map(reading, text))


@cache
def _longest() -> int:
    return min(max(map(len, han_words())), 12)
