"""Companies as organisations: listed ones, one name each, and the development cases under all their names."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path

from benchmarks.resolve.cases.split import organisations
from benchmarks.resolve.scale.organisations import Organisation

_COUNTRIES = {
    "China": "CN", "France": "FR", "Germany": "DE", "United States": "US", "Switzerland": "CH", "Netherlands": "NL",
    "Austria": "AT", "Luxembourg": "LU", "United Kingdom": "GB", "Hong Kong": "HK", "Belgium": "BE", "Italy": "IT",
}  # fmt: skip


def load_companies(path: Path) -> Iterator[tuple[str, Organisation]]:
    """Companies of the list with a name and a known country, each name once."""
    seen: set[str] = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            name, country = row["name"], _COUNTRIES.get(row["country"], "")
            if name and country and name not in seen:
                seen.add(name)
                yield name, Organisation((name,), country, row["city"], row["website"])


def load_cases() -> Iterator[tuple[str, Organisation]]:
    """The development part of the company cases; the part kept for measuring is not touched."""
    for case in organisations("dev"):
        links = case.get("links") or [""]
        names = tuple(name[0] for name in case["names"])
        yield case["id"], Organisation(names, case["country"] or "", case["city"] or "", links[0])
