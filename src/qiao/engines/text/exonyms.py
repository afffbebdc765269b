"""What a town is called in each language: München, Munich, Monaco, 慕尼黑. Names from Natural Earth, public domain."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from qiao.engines.text.places import find_place


def named_in(name: str, language: str) -> str:
    """The name of a town in zh (simplified), en, fr or de; empty when the gazetteer has none of its own for it.

    name    any name by which `find_place` knows the town.
    """
    place = find_place(name)
    if place is None or place.kind == "country":
        return ""
    row = _names().get((place.norm, place.country), {})
    return row.get(language) or ("" if language == "zh" else place.norm)


@cache
def _names() -> dict[tuple[str, str], dict[str, str]]:
    text = (files("qiao.engines.text") / "data" / "place_names.csv").read_text(encoding="utf-8")
    return {(row["norm"], row["country"]): row for row in csv.DictReader(text.splitlines())}
