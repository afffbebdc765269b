"""Rows of one batch that may be one party: asked of each other only when they share what is rare among them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from qiao.engines.resolve import Record
from qiao.engines.resolve.keys import keys_of

RARE = 12  # records of a batch that share a key which still says something
ENOUGH = 2  # rare keys that two must share
WHOLE = frozenset("nx")  # the whole name, an identifier or a domain: one is enough


def neighbours(records: Sequence[Record]) -> list[Record]:
    """Those of these records that have something rare in common with another, in their order."""
    bearing: defaultdict[str, list[int]] = defaultdict(list)
    for at, record in enumerate(records):
        for key in keys_of(record):
            if key[0] != "c":  # a town is shared by many and says little
                bearing[key].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for key, bearers in bearing.items():
        if 1 < len(bearers) <= RARE:
            weight = ENOUGH if key[0] in WHOLE else 1
            for first, one in enumerate(bearers):
                for other in bearers[first + 1 :]:
                    shared[one, other] += weight
    near = {at for pair, weight in shared.items() if weight >= ENOUGH for at in pair}
    return [record for at, record in enumerate(records) if at in near]
