"""Rows of one batch that may be one party: asked of each other only when they share what is rare among them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from qiao.engines.resolve import Record

RARE = 8  # records of a batch that share a key which still says something
ENOUGH = 8
WEIGHTS = {"n": 8, "x": 8, "d": 4, "v": 4, "w": 4, "s": 3, "h": 3, "i": 2, "t": 1}
"""Kind of key (see `engines.resolve.keys`) -> what sharing one says; a town is shared by many and says nothing."""


def neighbours(records: Sequence[Record]) -> list[Record]:
    """Those of these records that have enough in common with another, in their order.

    Two of different countries are not asked of each other: an equal name alone would not make them one.
    """
    from qiao.engines.resolve.keys import keys_of  # loads what compares: when first needed

    bearing: defaultdict[str, list[int]] = defaultdict(list)
    for at, record in enumerate(records):
        for key in keys_of(record):
            if key[0] in WEIGHTS:
                bearing[key].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for key, bearers in bearing.items():
        if 1 < len(bearers) <= RARE:
            weight = WEIGHTS[key[0]]
            for first, one in enumerate(bearers):
                for other in bearers[first + 1 :]:
                    shared[one, other] += weight
    near = {
        at
        for (one, other), weight in shared.items()
        if weight >= ENOUGH and _meet(records[one], records[other])
        for at in (one, other)
    }
    return [record for at, record in enumerate(records) if at in near]


def _meet(one: Record, other: Record) -> bool:
    return one.kind == other.kind and (not one.country or not other.country or one.country == other.country)
