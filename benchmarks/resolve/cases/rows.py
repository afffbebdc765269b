"""Rows to deduplicate: every name of every organisation is a row of its own."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import Any

from benchmarks.resolve.cases.questions import SHARE_WITH_CITY, Organisation
from qiao.engines.text.names import fold


def rows_of(organisations: Iterable[Organisation], *, seed: int) -> tuple[list[dict[str, Any]], list[str]]:
    """Rows in the form of `qiao resolve dedupe`, shuffled, and the organisation of each; no two of one fold alike."""
    draw = Random(seed)
    drawn: list[tuple[str, str, str, str | None]] = []
    for one in organisations:
        for text in {fold(name[0]): name[0] for name in one["names"]}.values():
            city = one["city"] if draw.random() < SHARE_WITH_CITY else None
            drawn.append((one["id"], text, one["country"], city))
    draw.shuffle(drawn)
    rows = [
        {"rid": rid, "name": text, "country": country, "city": city, "link": None}
        for rid, (_, text, country, city) in enumerate(drawn)
    ]
    return rows, [identity for identity, *_ in drawn]
