"""Places by name: the shared gazetteer, then towns that only the register of research bodies knows."""

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
    """The place of that name, or None. Names are compared without case and accents."""
    if len(name) < 2:
        return None
    place = find_place(name)
    if place is not None:
        return KnownPlace(place.norm, "" if place.kind == "country" else place.country, place.kind)
    country = _towns().get(name)
    return KnownPlace(name, country, "city") if country else None


@cache
def _towns() -> dict[str, str]:
    text = (files("qiao.engines.extract") / "lexicon" / "latin_towns.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {row["name"]: row["country"] for row in rows}
