"""Numbers as Chinese writes them: digits, numerals, and digits with 万 and 亿."""

from __future__ import annotations

import re
from decimal import Decimal

from qiao.engines.text.quantity import Bound

_VALUES = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}

ARABIC = r"(?<!\d)(?:\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?)"
HAN = r"(?<![一二两三四五六七八九十百千〇零])[一二两三四五六七八九十百千〇零]{1,12}"
SCALE = r"(?:百万|千万|百亿|千亿|十亿|万亿|[百千]?[万亿兆])"
NUMBER = rf"(?:(?:{ARABIC})\s?(?:{SCALE}|[百千])?|{HAN}(?:{SCALE})?|{SCALE})"

BOUND_BEFORE = {
    Bound.OVER: "超过 超 逾 逾越 多于 高于 突破 破 过 大于 上 不止 超出 超逾",
    Bound.AT_LEAST: "不少于 不低于 至少 最少 不小于 不下 不下于 起码",
    Bound.UNDER: "不到 不足 少于 低于 不超过 不多于 不高于 至多 最多 未满 不满 小于 不逾 未达 上限",
    Bound.NEARLY: "近 将近 接近 几近 逼近",
    Bound.ABOUT: "约 大约 约为 约莫 大概 左右 约合 约达 合约 估计 预估 估约",
}
BOUND_AFTER = {
    Bound.OVER: "余 多 来",
    Bound.ABOUT: "左右 上下",
    Bound.AT_LEAST: "以上 起",
    Bound.UNDER: "以下 以内",
}


def before() -> str:
    """A regular expression of the words that bound the number behind them, longest first."""
    words = sorted((word for text in BOUND_BEFORE.values() for word in text.split()), key=len, reverse=True)
    return "|".join(words)


def bound_of(prefix: str, infix: str, suffix: str = "") -> Bound:
    """The bound that the words around a number state; the words before it win."""
    for table, word in ((BOUND_BEFORE, prefix), (BOUND_AFTER, infix), (BOUND_AFTER, suffix)):
        for bound, words in table.items():
            if word and word in words.split():
                return bound
    return Bound.EXACT


def value_of(words: str) -> Decimal | None:
    """The value of a number as written, or None when it is none: 1,300; 二十; 3500万; 1.5亿; 百."""
    match = re.fullmatch(rf"(?P<digits>{ARABIC})?\s?(?P<rest>\D*)", words)
    if match is None:
        return None
    digits, rest = match["digits"], match["rest"]
    if digits is None:
        return _han_value(rest)
    number = Decimal(digits.replace(",", ""))
    scale = _scale(rest)
    return None if scale is None else number * scale


def _scale(rest: str) -> int | None:
    scale = 1
    for char in rest:
        step = _SMALL.get(char) or _LARGE.get(char)
        if step is None:
            return None
        scale *= step
    return scale


def _han_value(words: str) -> Decimal | None:
    """Numerals by sections of ten thousand; digits in a row are read as a number (二〇二五)."""
    if not words:
        return None
    if len(words) > 1 and all(char in _VALUES for char in words):
        return Decimal("".join(str(_VALUES[char]) for char in words))
    total, section, digit, last = 0, 0, 0, 0
    for char in words:
        if char in _VALUES:
            digit = _VALUES[char]
        elif char in _SMALL:
            section += (digit or 1) * _SMALL[char]
            digit = 0
        elif char in _LARGE:
            part = section + digit or (0 if last else 1)
            total = (total + part) * _LARGE[char] if _LARGE[char] > last else total + part * _LARGE[char]
            section, digit, last = 0, 0, _LARGE[char]
        else:
            return None
    return Decimal(total + section + digit)
