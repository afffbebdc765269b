"""Sums of money: a number with a currency before or behind it and the word that bounds it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qiao.engines.text.latin_bounds import bound_after, bound_before
from qiao.engines.text.latin_numbers import FoundNumber
from qiao.engines.text.quantity import Bound, Quantity, bounded

_SIGNS = {
    "US$": "USD",
    "$ CA": "CAD",
    "$ CA": "CAD",
    "$ US": "USD",
    "$ AU": "AUD",
    "USD": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "AUD": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "CAD": "CAD",
    "S$": "SGD",
    "SGD": "SGD",
    "HK$": "HKD",
    "HKD": "HKD",
    "NT$": "TWD",
    "TWD": "TWD",
    "NTD": "TWD",
    "$": "USD",
    "€": "EUR",
    "EUR": "EUR",
    "Euro": "EUR",
    "£": "GBP",
    "GBP": "GBP",
    "¥": "JPY",
    "JPY": "JPY",
    "RMB": "CNY",
    "CNY": "CNY",
    "CHF": "CHF",
    "SFr.": "CHF",
    "Fr.": "CHF",
    "Rs": "INR",
    "₹": "INR",
    "INR": "INR",
    "₩": "KRW",
    "KRW": "KRW",
    "SEK": "SEK",
    "NOK": "NOK",
    "DKK": "DKK",
    "PLN": "PLN",
    "CZK": "CZK",
    "HUF": "HUF",
    "AED": "AED",
    "SAR": "SAR",
    "BRL": "BRL",
    "R$": "BRL",
    "MAD": "MAD",
    "ZAR": "ZAR",
    "TRY": "TRY",
    "VND": "VND",
    "THB": "THB",
    "MYR": "MYR",
    "IDR": "IDR",
    "XOF": "XOF",
    "FCFA": "XOF",
}
_WORDS = [
    (r"euros?", "EUR"),
    (r"(?:canadian|dollars? canadiens?|kanadische)[ -]?(?:dollars?)?", "CAD"),
    (r"dollars? canadiens?|kanadische Dollar", "CAD"),
    (r"(?:australian) dollars?|dollars? australiens?|australische Dollar", "AUD"),
    (r"(?:singapore) dollars?|dollars? de Singapour|Singapur-Dollar", "SGD"),
    (r"(?:hong kong) dollars?|dollars? de Hong ?Kong|Hongkong-Dollar", "HKD"),
    (r"(?:u\.?s\.? |american )?dollars?(?: américains?| us)?|us-dollars?", "USD"),
    (r"(?:pounds?|livres?)(?: sterling)?|(?:britische )?pfund", "GBP"),
    (r"francs? suisses?|swiss francs?|(?:schweizer )?franken", "CHF"),
    (r"francs? cfa", "XOF"),
    (r"yuans?|renminbi", "CNY"),
    (r"yens?", "JPY"),
    (r"(?:indian )?rupees?|roupies?|rupien", "INR"),
    (r"(?:south korean )?won", "KRW"),
    (r"(?:norwegian |norwegische )kron(?:er|en)|couronnes? norvégiennes?", "NOK"),
    (r"(?:swedish |schwedische )kron(?:or|a|en)|couronnes? suédoises?", "SEK"),
    (r"(?:danish |dänische )kron(?:er|en)|couronnes? danoises?", "DKK"),
    (r"z[łl]oty(?:s|ch)?|złotych", "PLN"),
    (r"dirhams?(?: marocains?)?", "MAD"),
    (r"dinars?(?: tunisiens?)?", "TND"),
    (r"(?:brazilian )?rea(?:is|les)", "BRL"),
    (r"rands?", "ZAR"),
    (r"francs?", "CHF"),
    (r"rubles?|roubles?|rubel", "RUB"),
    (r"forints?", "HUF"),
    (r"baht", "THB"),
    (r"ringgits?", "MYR"),
    (r"riyals?", "SAR"),
    (r"pesos?", "MXN"),
]
_SIGN = "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))
_BEFORE = re.compile(rf"(?<![A-Za-z])({_SIGN})[ \u00a0]?$")
_AFTER = re.compile(
    rf"[ \u00a0\u202f]?(?:d['’]|de |of )?(?:(?P<sign>{_SIGN})(?![A-Za-z])|(?i:(?P<word>"
    + "|".join(f"(?:{pattern})" for pattern, _ in _WORDS)
    + r"))(?![^\W\d_]))"
)
_RANGE = re.compile(r"[ \u00a0]?(?:[-–—]|to|à|bis|and|et|und)[ \u00a0]?(?:[$€£¥]|EUR |USD )?$")


@dataclass(frozen=True, slots=True)
class FoundAmount:
    """A sum of money and its place."""

    start: int
    end: int
    quantity: Quantity


def find_amounts(text: str, language: str, numbers: list[FoundNumber]) -> list[FoundAmount]:
    """Sums among the numbers of a text, in order."""
    found: list[FoundAmount] = []
    for number in numbers:
        amount = _amount(text, language, number)
        if amount is not None and not (found and amount.start < found[-1].end):
            found.append(amount)
    return found


def _amount(text: str, language: str, number: FoundNumber) -> FoundAmount | None:
    start, end, currency = number.start, number.end, ""
    before = _BEFORE.search(text[max(0, start - 6) : start])
    after = _AFTER.match(text, end)
    if before is not None:
        currency = _SIGNS[before.group(1)]
        start -= len(before.group())
    elif after is not None:
        currency = _SIGNS[after["sign"]] if after["sign"] else _word_currency(after["word"])
        end = after.end()
    if not currency:
        return None
    bound, start, end = _bound(text, language, start, end)
    words = text[start:end]
    return FoundAmount(start, end, bounded(number.value, bound, currency=currency, words=words))


def _word_currency(word: str) -> str:
    return next(code for pattern, code in _WORDS if re.fullmatch(pattern, word, re.IGNORECASE))


def _bound(text: str, language: str, start: int, end: int) -> tuple[Bound, int, int]:
    """The bound of a number and the span widened by its word."""
    before = bound_before(text, start, language)
    if before is not None:
        return before[0], before[1], end
    after = bound_after(text, end, language)
    if after is not None:
        return after[0], start, after[1]
    return Bound.EXACT, start, end
