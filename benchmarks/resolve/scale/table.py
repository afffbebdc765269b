"""Tables of rows with the organisation behind each."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.resolve.scale.organisations import Organisation, invented
from benchmarks.resolve.scale.variants import varied
from qiao.engines.resolve.tables.columns import Row, link_of


@dataclass(frozen=True, slots=True)
class Table:
    """Rows, and for each the number of its organisation; with `counted`, only pairs with such a row are scored."""

    rows: list[Row]
    truth: NDArray[np.int64]
    counted: NDArray[np.bool_] | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """How often a row says its country, town and address."""

    country: float = 0.97
    city: float = 0.5
    link: float = 0.3


def from_names(organisations: Iterable[Organisation], *, seed: int, filled: Filled = Filled()) -> Table:
    """One row for each name of each organisation: no two rows of one share a name."""
    rng = random.Random(seed)
    made = [(name, at, each) for at, each in enumerate(organisations) for name in dict.fromkeys(each.names)]
    return _table(made, rng, filled)


def with_duplicates(organisations: Iterable[Organisation], *, seed: int, filled: Filled = Filled()) -> Table:
    """Rows as lists hold them: most organisations once, some twice or more, under other names or written otherwise."""
    rng = random.Random(seed)
    made = []
    for at, each in enumerate(organisations):
        for _ in range(rng.choices((1, 2, 3, 4), (0.55, 0.28, 0.12, 0.05))[0]):
            name = each.names[min(int(rng.expovariate(1.0)), len(each.names) - 1)]
            made.append((varied(name, rng), at, each))
    return _table(made, rng, filled)


def invented_table(rows: int, *, seed: int, filled: Filled = Filled()) -> Table:
    """A table of about so many rows of invented organisations."""
    return with_duplicates(invented(int(rows / 1.67), seed=seed), seed=seed + 1, filled=filled)


def load_ror(path: Path) -> Iterator[tuple[str, Organisation]]:
    """The organisations of a ROR file with their ids; withdrawn ones, mostly doubles of others, are left out."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            found = json.loads(line)
            if found["status"] == "withdrawn":
                continue
            names = tuple(name[0] for name in found["names"])
            links = found["links"] or [""]
            yield found["id"], Organisation(names, found["country"] or "", found["city"] or "", links[0])


def _table(made: list[tuple[str, int, Organisation]], rng: random.Random, filled: Filled) -> Table:
    rng.shuffle(made)
    rows = []
    for number, (name, _, each) in enumerate(made):
        country = each.country if rng.random() < filled.country else ""
        city = each.city if rng.random() < filled.city else ""
        link = link_of(each.link) if rng.random() < filled.link else ""
        rows.append(Row(f"{number:08d}", name, country, city, link))
    return Table(rows, np.array([at for _, at, _ in made], np.int64))
