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
from qiao.engines.resolve.io import domain_of
from qiao.engines.resolve.tables.columns import Row


@dataclass(frozen=True, slots=True)
class Table:
    """Rows, and for each the number of its organisation."""

    rows: list[Row]
    truth: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Filled:
    """How often a row says its country, town and address."""

    country: float = 0.97
    city: float = 0.5
    domain: float = 0.3


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
    """The organisations of a ROR file with their ids."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            found = json.loads(line)
            names = tuple(name[0] for name in found["names"])
            links = found["links"] or [""]
            yield found["id"], Organisation(names, found["country"] or "", found["city"] or "", domain_of(links[0]))


def _table(made: list[tuple[str, int, Organisation]], rng: random.Random, filled: Filled) -> Table:
    rng.shuffle(made)
    rows = []
    for number, (name, _, each) in enumerate(made):
        country = each.country if rng.random() < filled.country else ""
        city = each.city if rng.random() < filled.city else ""
        domain = each.domain if rng.random() < filled.domain else ""
        rows.append(Row(f"{number:08d}", name, country, city, domain))
    return Table(rows, np.array([at for _, at, _ in made], np.int64))
