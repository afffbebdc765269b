"""Likelihoods for rows that are asked about on their very name or number, so that whoever decides is told one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from qiao.engines.resolve import Record
from qiao.exchange.detect.found import Found, Place

if TYPE_CHECKING:
    from qiao.engines.resolve import Registry

RecordOf = Callable[[UUID], Record | None]


def with_likelihoods(found: Sequence[Found], registry: Registry, record_of: RecordOf) -> list[Found]:
    """The same rows, each place that waits for a person with its likelihood: all are decided together.

    record_of   what the engine knows under an id, of the register or of the rows so far.
    """
    pairs: dict[UUID, tuple[Record, Record]] = {}
    for place in (place for row in found for place in (row.place, *row.others) if place and _lacks_one(place)):
        assert place.own is not None
        assert place.matched is not None
        left, right = record_of(place.own), record_of(place.matched)
        if left is not None and right is not None:
            pairs[place.own] = left, right
    told = dict(zip(pairs, registry.decisions(list(pairs.values())), strict=True))

    def scored(place: Place) -> Place:
        if place.own is None or place.own not in told or not _lacks_one(place):
            return place
        return replace(place, score=told[place.own].score, reasons=told[place.own].reasons)

    return [
        replace(row, place=scored(row.place), others=tuple(map(scored, row.others))) if row.place else row
        for row in found
    ]


def _lacks_one(place: Place) -> bool:
    return place.ask and place.score is None and place.own is not None and place.matched is not None
