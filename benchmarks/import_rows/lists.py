"""Invented lists: of firms and institutes, the same again, and with each name written otherwise once."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from benchmarks.resolve.scale import variants
from benchmarks.resolve.scale.organisations import Organisation, invented
from qiao.engines.resolve.folding import has_han

HEAD = ("Company", "Country", "City", "Website", "Phone", "E-mail")
PREFIXES = {"CN": "+86 755 8", "DE": "+49 341 ", "FR": "+33 4 72", "GB": "+44 20 7", "US": "+1 415 5", "JP": "+81 3 5"}
Row = tuple[str, ...]
WAYS: dict[str, tuple[Callable[[str, random.Random], str], Callable[[str, random.Random], str]]] = {
    "case": (variants.cased, variants.traditional),
    "spacing": (variants.spaced, variants.bracketed),
    "legal form": (variants.other_legal, variants.without_legal),
    "script": (variants.bare, variants.traditional),
    "word order": (variants.moved, variants.bracketed),
    "one typo": (variants.mistyped, variants.traditional),
}
"""Kind of renaming -> how a Latin and how a Han name is renamed."""


def organisations(count: int, *, skip: int, seed: int) -> list[Organisation]:
    """So many organisations of one endless list, after `skip` others."""
    return list(islice(invented(skip + count, seed=seed), skip, None))


def rows_of(found: Iterable[Organisation], seed: int) -> Iterator[Row]:
    """Organisations as the rows of a list: half with a website, a third with a telephone or a letter box."""
    rng = random.Random(seed)
    for one in found:
        domain = one.link.removeprefix("https://").removeprefix("www.")
        phone = f"{PREFIXES.get(one.country, '+49 341 ')}{rng.randrange(100000, 999999)}" if rng.random() < 0.35 else ""
        mail = f"info@{domain}" if rng.random() < 0.3 and domain else ""
        yield (one.names[0], one.country, one.city, one.link if rng.random() < 0.5 else "", phone, mail)


def renamed(rows: Iterable[Row], way: str, seed: int) -> Iterator[Row]:
    """Rows with the name written otherwise, beside it only country and town; what stays as it was is left out."""
    rng = random.Random(seed)
    latin, han = WAYS[way]
    for row in rows:
        name = (han if has_han(row[0]) else latin)(row[0], rng)
        if name != row[0]:
            yield (name, row[1], row[2], "", "", "")


def written(path: Path, rows: Iterable[Row]) -> Path:
    """A csv file of these rows under the headers."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        writer.writerows(rows)
    return path
