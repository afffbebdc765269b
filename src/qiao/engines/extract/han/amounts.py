"""Sums of money with their bound and currency."""

from __future__ import annotations

import re
from functools import cache
from re import Match, Pattern

from qiao.engines.extract.han.lexicon import currencies
from qiao.engines.extract.han.marks import Mark, free_of
from qiao.engines.extract.han.numerals import ARABIC, NUMBER, SCALE, before, bound_of, value_of
from qiao.engines.extract.result import Attributes, FactType
from qiao.engines.text.quantity import bounded

_SYMBOLS = {"NT$": "TWD", "US$": "USD", "HK$": "HKD", "S$": "SGD", "A$": "AUD", "C$": "CAD", "€": "EUR", "£": "GBP"}
_SYMBOLS |= {"$": "USD", "¥": "CNY", "₩": "KRW", "RMB": "CNY", "USD": "USD", "EUR": "EUR", "CNY": "CNY", "GBP": "GBP"}
_SYMBOLS |= {"CHF": "CHF", "JPY": "JPY", "TWD": "TWD", "HKD": "HKD", "SGD": "SGD"}
_KINDS = (
    ("总投资|投资总额|总投资额|总额|计划投资", "total_investment"),
    ("累计投资", "total_investment"),
    ("注册资本|注册资金|资本额", "registered_capital"),
    ("营业额|营收|销售额|销售收入|收入|营业收入", "turnover"),
    ("产值|产出", "output"),
    ("融资|募资|募集|轮", "funding"),
    ("补贴|补助|资助|奖励|扶持|经费", "subsidy"),
    ("合同|合约|金额|订单|采购|协议|标的", "contract_value"),
    ("贸易额|进出口|出口|进口", "trade"),
    ("基金", "fund"),
    ("投资|出资|增资|注资|外资", "investment"),
)
_NOT_MONEY = re.compile(r"^[宵旦首月]")


def amounts(text: str, taken: list[Mark], home_currency: str = "CNY") -> list[Mark]:
    """All sums of a view text. A bare 元 is in `home_currency`, as the origin of the paper decides."""
    found: list[Mark] = []
    for match in _pattern().finditer(text):
        if not free_of(taken, match.start("number"), match.end("number")):
            continue
        mark = _read(match, text, home_currency)
        if mark is not None:
            found.append(mark)
    return found


def home_currency(text: str) -> str:
    """What 元 means in a paper: TWD or HKD where the text speaks of that money or that place's offices."""
    taiwan = len(
        re.findall(
            r"新台币|台币|NT\$|经济部|工研院|外贸协会|贸协|民国\d|立委|行政院|国科会|台湾|台商|台北|竹科|县府|议员|台币",
            text,
        )
    )
    hong_kong = len(re.findall(r"港元|港币|HK\$|立法会|财政司|特区政府|投资推广署|创科局", text))
    mainland = len(re.findall(r"人民币|党工委|管委会|区委|市委|双招双引|开发区", text))
    if taiwan > max(hong_kong, mainland):
        return "TWD"
    return "HKD" if hong_kong > max(taiwan, mainland) else "CNY"


@cache
def _pattern() -> Pattern[str]:
    words = sorted(currencies(), key=len, reverse=True)
    money = "|".join(map(re.escape, words))
    symbols = "|".join(map(re.escape, sorted(_SYMBOLS, key=len, reverse=True)))
    ahead = "|".join(map(re.escape, (word for word in words if word != "元")))
    scaled = rf"(?:{ARABIC}|[一二两三四五六七八九十百千〇零]+)\s?{SCALE}?"
    return re.compile(
        rf"(?P<before>{before()})?\s?(?P<prefix>{ahead}|{symbols})?\s?(?P<before2>{before()})?\s?"
        rf"(?P<several>[数几])?(?P<number>{NUMBER})(?P<infix>余|多|来)?(?P<scale>{SCALE})?"
        rf"(?:(?P<money>{money})?\s?(?:至|到|-|~)\s?(?P<number2>{scaled}))?\s?(?P<unit>{money})?(?P<after>左右|上下|以上|以下|以内)?",
        re.IGNORECASE,
    )


def _read(match: Match[str], text: str, home: str) -> Mark | None:
    unit, prefix = match["unit"] or match["money"], match["prefix"]
    if not (unit or prefix) or (unit == "元" and _NOT_MONEY.match(text[match.end("unit") :] if match["unit"] else "")):
        return None
    value = value_of(match["number"])
    if value is None or (match["number"] in ("一", "两") and not match["scale"]):
        return None
    for char in match["scale"] or "":
        value *= {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12, "十": 10}[char]
    if match["number2"] and not re.search(SCALE, match["number"] + (match["scale"] or "")):
        value *= _scale_of(match["number2"])
    start = next(match.start(name) for name in ("before", "prefix", "before2", "several", "number") if match[name])
    currency = _currency(unit, prefix, home)
    bound = bound_of(match["before"] or match["before2"] or "", match["infix"] or "", match["after"] or "")
    quantity = bounded(value, bound, currency=currency)
    attrs = Attributes(amount=value, currency=currency, bound=bound.value, kind=_kind(text[max(0, start - 12) : start]))
    end = match.end() if match["after"] is None or match["unit"] else match.end("unit")
    return Mark(start, end, FactType.AMOUNT, quantity.norm, confidence=0.9, attrs=attrs)


def _scale_of(words: str) -> int:
    scale = 1
    for char in "".join(re.findall(SCALE, words)):
        scale *= {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12, "十": 10}[char]
    return scale


def _currency(unit: str | None, prefix: str | None, home: str) -> str:
    if unit and unit != "元":
        return currencies()[unit]
    if prefix:
        return currencies().get(prefix) or _SYMBOLS[prefix.upper()]
    return home


def _kind(before_words: str) -> str:
    last = ("", -1)
    for pattern, kind in _KINDS:
        for match in re.finditer(pattern, before_words):
            if match.end() > last[1]:
                last = (kind, match.end())
    return last[0]
