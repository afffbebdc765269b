"""Listed companies as organisations: one name each, with town and website."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path

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
