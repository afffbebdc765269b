"""A small gazetteer: countries, large cities and the regions that reports name, in four languages.

Cities are cut down from Natural Earth (public domain); names of countries come from CLDR through Babel;
exonyms, Chinese provinces and cities that a world map leaves out are in `data/places_curated.csv`.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from babel import Locale

from qiao.engines.text.view import fold_width

_LOCALES = ("en", "fr", "de", "zh_Hans_CN", "zh_Hant_TW", "zh_Hant_HK")
_MORE_COUNTRIES = {
    "CN": (
        "中国",
        "中华人民共和国",
        "中国大陆",
        "大陆",
        "PRC",
        "People's Republic of China",
        "Mainland China",
    ),
    "TW": ("台湾", "臺灣", "中国台湾", "台湾地区"),
    "GB": ("英国", "Great Britain", "UK", "U.K.", "Grande-Bretagne", "Großbritannien"),
    "US": (
        "美国",
        "USA",
        "U.S.",
        "U.S.A.",
        "the United States",
        "United States of America",
        "Vereinigte Staaten",
    ),
    "KR": ("韩国", "南韩", "大韩民国", "Korea", "South Korea", "Republic of Korea", "Corée", "Südkorea"),
    "KP": ("朝鲜", "北韩"),
    "RU": ("俄罗斯", "俄国"),
    "CZ": ("捷克", "捷克共和国", "Czech Republic", "République tchèque", "Tschechische Republik"),
    "NL": ("荷兰", "Holland", "Hollande"),
    "AE": ("阿联酋", "阿拉伯联合酋长国", "阿联", "UAE", "EAU", "VAE"),
    "SA": ("沙特", "沙特阿拉伯", "沙乌地阿拉伯", "沙地阿拉伯"),
    "IT": ("意大利", "义大利"),
    "AU": ("澳大利亚", "澳洲"),
    "NZ": ("新西兰", "纽西兰"),
    "LA": ("老挝", "寮国"),
    "TR": ("土耳其", "Turkey", "Turquie"),
    "DE": ("德国", "德意志联邦共和国", "Federal Republic of Germany"),
    "FR": ("法国", "法兰西"),
    "VN": ("越南", "Viet Nam"),
    "BN": ("文莱", "汶莱"),
    "SG": ("新加坡", "星国", "狮城"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the gazetteer.

    norm        ISO 3166 alpha-2 code of a country, else its usual name in Latin script.
    country     alpha-2 code, empty for what spans several.
    kind        "country", "city" or "region".
    latitude    degrees in [-90, 90]; None where the table gives none. longitude: degrees in [-180, 180].
    population  0 when unknown.
    """

    norm: str
    country: str
    kind: str
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0


def find_place(name: str) -> Place | None:
    """The best-known place of a name in Chinese (both scripts), English, French or German, or None."""
    return _by_name().get(_key(name))


@cache
def place_names() -> tuple[str, ...]:
    """Every name the gazetteer knows, folded (width, simplified script, lower case)."""
    return tuple(_by_name())


def _key(name: str) -> str:
    folded = fold_width(name).strip().casefold()
    plain = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", plain).replace("’", "'")


@cache
def _by_name() -> dict[str, Place]:
    """First come, first named: curated places, then countries, then cities by falling population."""
    found: dict[str, Place] = {}
    for source in (_curated(), _countries(), _cities()):
        for name, place in source:
            key = _key(name)
            if key:
                found.setdefault(key, place)
    return found


def _curated() -> Iterator[tuple[str, Place]]:
    for row in _rows("places_curated.csv"):
        latitude = float(row["latitude"]) if row["latitude"] else None
        longitude = float(row["longitude"]) if row["longitude"] else None
        place = Place(row["norm"], row["country"], row["kind"], latitude, longitude)
        for name in (row["norm"], *row["names"].split("|")):
            yield name, place


def _countries() -> Iterator[tuple[str, Place]]:
    for tag in _LOCALES:
        for code, name in Locale.parse(tag).territories.items():
            if len(code) == 2 and code.isalpha() and code not in ("ZZ", "EU", "EZ", "UN", "XA", "XB", "HK", "MO"):
                yield name, Place(code, code, "country")
    for code, names in _MORE_COUNTRIES.items():
        for name in names:
            yield name, Place(code, code, "country")


def _cities() -> Iterator[tuple[str, Place]]:
    for row in _rows("places.csv"):
        place = Place(
            row["norm"],
            row["country"],
            "city",
            float(row["latitude"]),
            float(row["longitude"]),
            int(row["population"]),
        )
        for name in (row["norm"], row["zh"], *row["others"].split("|")):
            yield name, place


def _rows(filename: str) -> Iterator[dict[str, str]]:
    text = (files("qiao.engines.text") / "data" / filename).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())
