"""Countries named in any language of the interface, or by a code."""

from __future__ import annotations

from functools import cache, lru_cache

from babel import Locale

from qiao.engines.text.names import fold
from qiao.engines.text.places import find_place
from qiao.exchange.reading.lexicon import words

_LOCALES = ("zh_Hant_HK", "zh_Hant_TW", "de", "fr", "zh_Hans_CN", "en", "en_GB")  # a later one prevails
_NO_COUNTRIES = frozenset({"ZZ", "EU", "EZ", "UN", "XA", "XB"})


@lru_cache(maxsize=4096)
def country_code(text: str) -> str:
    """ISO 3166-1 alpha-2 for a country as a cell names it; "" when it names none."""
    said = " ".join(text.split()).strip(" .,;")
    if not said or len(said) > 80:
        return ""
    upper = said.upper()
    if len(upper) == 2 and upper in _codes():
        return upper
    if upper in _three():
        return _three()[upper]
    named = _more().get(said.casefold()) or _named().get(fold(said))
    if named or (len(said) == 2 and said.isascii()):
        return named or ""
    place = find_place(said)
    return place.country if place is not None and place.kind == "country" else ""


@cache
def _codes() -> frozenset[str]:
    known = map(str, Locale.parse("en").territories)
    return frozenset(code for code in known if len(code) == 2 and code.isalpha()) - _NO_COUNTRIES


@cache
def _named() -> dict[str, str]:
    """Folded name -> code, in the languages of the interface: a column of countries names no town or region."""
    return {
        fold(name): code
        for tag in _LOCALES
        for code, name in Locale.parse(tag).territories.items()
        if code in _codes() and name
    }


@cache
def _three() -> dict[str, str]:
    return dict(pair.split(":") for pair in words()["alpha3"].split())


@cache
def _more() -> dict[str, str]:
    return {name: code for code, names in words()["countries"].items() for name in names}
