"""Places by name: the shared gazetteer, then regions, then towns that the register of research bodies knows."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from qiao.engines.text.places import find_place


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place's usual name and ISO country; `country` is empty for a country itself."""

    norm: str
    country: str
    kind: str


@lru_cache(maxsize=32768)
def known_place(name: str) -> KnownPlace | None:
    """The place of that name, or None. Names are compared without case and accents; a country also in the
    German genitive ("Österreichs")."""
    if len(name) < 2:
        return None
    place = find_place(name)
    if place is not None:
        return KnownPlace(place.norm, "" if place.kind == "country" else place.country, place.kind)
    if (
        len(name) > 5
        and name.endswith("s")
        and (owner := find_place(name[:-1])) is not None
        and owner.kind == "country"
    ):
        return KnownPlace(owner.norm, "", "country")
    for filename, kind in (("latin_regions.csv", "region"), ("latin_towns.csv", "city")):
        country = _countries(filename).get(name)
        if country is not None:
            return KnownPlace(name, country, kind)
    return None


@cache
def _countries(filename: str) -> dict[str, str]:
    text = (files("qiao.engines.extract") / "lexicon" / filename).read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {row["name"]: row["country"] for row in rows}
