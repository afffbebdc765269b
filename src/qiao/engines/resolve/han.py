"""Han names cut into words that mean something and what is left between them: a brand, a place, a person."""

from __future__ import annotations

from functools import cache, lru_cache

from pypinyin import Style, lazy_pinyin

from qiao.engines.resolve.lexicon import han_words

_WORD = 1.0
_SINGLE = 1.8
_LEFT_OVER = 1.7
_LEFT_OVER_BEGINS = 2.3
"""What a known word costs, one of a single character, a character left over, and the first of such a run: so the 西 of
西门子 is left to the brand, and that of 西 between two known words is west."""

_SUFFIXES = frozenset("省市县区部局厅厂站馆州署院")

_READINGS = {"长": "chang", "厦": "xia", "乐": "le", "行": "hang", "调": "diao", "广": "guang", "单": "dan", "车": "che"}
_READINGS |= {"都": "du", "藏": "zang", "会": "hui", "重": "zhong", "地": "di", "石": "shi", "大": "da", "朝": "chao"}


def segments(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """A simplified Han text as its words in order, each with its meanings; left-over runs have none."""
    words, longest = han_words(), _longest()
    size = len(text)
    cost, came = [0.0] + [1e9] * size, [0] * (size + 1)
    for start in range(size):
        base = cost[start]
        left_over = base + (_LEFT_OVER if start and came[start] < 0 else _LEFT_OVER_BEGINS)
        if left_over < cost[start + 1]:
            cost[start + 1], came[start + 1] = left_over, -start - 1
        for end in range(start + 1, min(start + longest, size) + 1):
            known = base + (_WORD if end - start > 1 or text[start] in _SUFFIXES else _SINGLE)
            if known < cost[end] and text[start:end] in words:
                cost[end], came[end] = known, start
    return _walked(text, came)


def _walked(text: str, came: list[int]) -> list[tuple[str, tuple[str, ...]]]:
    parts: list[tuple[str, tuple[str, ...]]] = []
    end, left_over = len(text), len(text)
    words = han_words()
    while end > 0:
        known = came[end] >= 0
        start = came[end] if known else -came[end] - 1
        if known:
            if left_over > end:
                parts.append((text[end:left_over], ()))
            parts.append((text[start:end], words[text[start:end]]))
            left_over = start
        end = start
    if left_over > 0:
        parts.append((text[:left_over], ()))
    return parts[::-1]


@lru_cache(maxsize=20_000)
def reading(char: str) -> str:
    """The commonest reading of a Han character without its tone; empty when it has none."""
    if char in _READINGS:
        return _READINGS[char]
    said: str = lazy_pinyin(char, style=Style.NORMAL, v_to_u=False)[0]
    return said.replace("ü", "u") if said.isascii() or "ü" in said else ""


def pinyin(text: str) -> str:
    """A Han text spelled out, without spaces."""
    return "".join(map(reading, text))


@cache
def _longest() -> int:
    return min(max(map(len, han_words())), 12)
