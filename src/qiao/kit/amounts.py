"""Quantities as each of the five catalogues writes them: every bound is told, no money is rounded."""

from __future__ import annotations

from decimal import Decimal

from babel import Locale
from babel.numbers import format_decimal

from qiao.engines.text.quantity import Bound, Quantity
from qiao.kit.locales import key_of

# How each language puts a bound beside a number. {} is the number with its unit or currency.
BOUNDS: dict[str, dict[Bound, str]] = {
    "zh_Hans": {
        Bound.EXACT: "{}",
        Bound.OVER: "超{}",
        Bound.AT_LEAST: "至少{}",
        Bound.UNDER: "不到{}",
        Bound.NEARLY: "近{}",
        Bound.ABOUT: "约{}",
    },
    "zh_Hant": {
        Bound.EXACT: "{}",
        Bound.OVER: "超{}",
        Bound.AT_LEAST: "至少{}",
        Bound.UNDER: "不到{}",
        Bound.NEARLY: "近{}",
        Bound.ABOUT: "約{}",
    },
    "en": {
        Bound.EXACT: "{}",
        Bound.OVER: "over {}",
        Bound.AT_LEAST: "at least {}",
        Bound.UNDER: "under {}",
        Bound.NEARLY: "nearly {}",
        Bound.ABOUT: "about {}",
    },
    "fr": {
        Bound.EXACT: "{}",
        Bound.OVER: "plus de {}",
        Bound.AT_LEAST: "au moins {}",
        Bound.UNDER: "moins de {}",
        Bound.NEARLY: "près de {}",
        Bound.ABOUT: "environ {}",
    },
    "de": {
        Bound.EXACT: "{}",
        Bound.OVER: "über {}",
        Bound.AT_LEAST: "mindestens {}",
        Bound.UNDER: "unter {}",
        Bound.NEARLY: "knapp {}",
        Bound.ABOUT: "rund {}",
    },
}
MARKS = {
    Bound.EXACT: "{}",
    Bound.OVER: "> {}",
    Bound.AT_LEAST: "≥ {}",
    Bound.UNDER: "< {}",
    Bound.NEARLY: "≲ {}",
    Bound.ABOUT: "≈ {}",
}
ABOUT_BOUNDS: dict[str, dict[Bound, str]] = {
    "zh_Hans": {Bound.OVER: "超过约{}", Bound.AT_LEAST: "至少约{}"},
    "zh_Hant": {Bound.OVER: "超過約{}", Bound.AT_LEAST: "至少約{}"},
    "en": {Bound.OVER: "over about {}", Bound.AT_LEAST: "at least about {}"},
    "fr": {Bound.OVER: "plus d’environ {}", Bound.AT_LEAST: "au moins environ {}"},
    "de": {Bound.OVER: "über rund {}", Bound.AT_LEAST: "mindestens rund {}"},
}
RANGES = {"zh_Hans": "{}至{}", "zh_Hant": "{}至{}", "en": "{} to {}", "fr": "de {} à {}", "de": "{} bis {}"}
LARGE_HAN = ((Decimal(10**8), "亿", "億"), (Decimal(10**4), "万", "萬"))
LARGE = {
    "en": ((Decimal(10**9), "billion"), (Decimal(10**6), "million")),
    "fr": ((Decimal(10**9), "milliards"), (Decimal(10**6), "millions")),
    "de": ((Decimal(10**9), "Mrd."), (Decimal(10**6), "Mio.")),
}


def quantity(value: Quantity, language: str) -> str:
    """A quantity in words: "over CNY 100 million", 超1亿元, "plus de 100 millions CNY"; never made exact.

    What a sum leaves open is told too: "over about 50", "30 to under 50". A quantity that was erased is a dash.
    """
    key = key_of(language)
    low, high = value.low, value.high
    if low is None and high is None:
        return "—"
    if low is not None and high is None:
        return _bounded(Bound.OVER if value.low_open else Bound.AT_LEAST, _number(value, low, key), key, value.approx)
    if high is not None and high > 0 and not low and (value.high_open or value.approx):
        return BOUNDS[key][Bound.NEARLY if value.approx else Bound.UNDER].format(_number(value, high, key))
    if low == high and low is not None:
        return BOUNDS[key][Bound.ABOUT if value.approx else Bound.EXACT].format(_number(value, low, key))
    return _range(value, key)


def _bounded(bound: Bound, number: str, key: str, approx: bool) -> str:
    words = ABOUT_BOUNDS[key][bound] if approx else BOUNDS[key][bound]
    return words.format(number)


def _range(value: Quantity, key: str) -> str:
    """Both ends, each with its bound: "30 to under 50"."""
    first, last = _number(value, value.low or Decimal(0), key), _number(value, value.high or Decimal(0), key)
    ends = RANGES[key].format(
        BOUNDS[key][Bound.OVER].format(first) if value.low_open else first,
        BOUNDS[key][Bound.UNDER].format(last) if value.high_open else last,
    )
    return BOUNDS[key][Bound.ABOUT].format(ends) if value.approx else ends


def quantity_mark(value: Quantity, language: str) -> str:
    """The same with a sign for the bound, for tables: "> CNY 100 million"; what no sign can tell, in words."""
    is_told_by_one_sign = value.low is None or value.high is None or value.low == value.high or not value.low
    if not is_told_by_one_sign or (value.high is None and value.approx) or value.low is value.high is None:
        return quantity(value, language)
    return MARKS[value.bound].format(_number(value, value.stated, key_of(language)))


def _number(value: Quantity, number: Decimal, key: str) -> str:
    if value.currency and key.startswith("zh"):
        return _money_han(value.currency, number, key)
    if not value.currency:
        return _plain(number, key)
    amount = _plain(number, key)
    for size, word in LARGE[key]:
        if _is_round(number, size):
            amount = f"{_plain(number / size, key)}\u00a0{word}"
            break
    return f"{value.currency}\u00a0{amount}" if key == "en" else f"{amount}\u00a0{value.currency}"


def _money_han(currency: str, number: Decimal, key: str) -> str:
    traditional = key == "zh_Hant"
    unit = "元" if currency == "CNY" else str(Locale.parse(key).currencies.get(currency, currency))
    for size, simple, full in LARGE_HAN:
        if _is_round(number, size):
            return f"{_plain(number / size, key)}{full if traditional else simple}{unit}"
    return f"{_plain(number, key)}{unit}"


def _is_round(number: Decimal, size: Decimal) -> bool:
    """Whether a number is told in full by at most three digits behind the point of a larger unit."""
    return number >= size and (number / size) == (number / size).quantize(Decimal("0.001"))


def _plain(number: Decimal, key: str) -> str:
    return str(format_decimal(number.normalize(), locale=key, decimal_quantization=False))
