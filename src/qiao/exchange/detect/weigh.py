"""A row's fate, from where its parties stand and what they say that was not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from qiao.exchange.detect.batch import Item, Placed
from qiao.exchange.detect.found import Found
from qiao.exchange.enums import Fate


def weighed(item: Item, main: Placed, others: Sequence[Placed], row_of: Mapping[UUID, int]) -> Found:
    """The fate of a row with its reason, as a code and parameters.

    row_of   records that earlier rows make -> the numbers of these rows.
    """
    place = main.place
    fate = _fate(main, others)
    if fate == Fate.CONFLICT and place.joined:
        place = replace(place, joined=False, ask=True)
    why: dict[str, Any] = {"code": fate.value, "how": place.how}
    if place.matched is not None and place.matched in row_of:
        why["row"] = row_of[place.matched]
    if fate == Fate.ADDS:
        why["adds"] = sorted(main.adds | frozenset(table for other in others for table in other.adds))
    if fate in (Fate.CONFLICT, Fate.ASKED) and main.disputes:
        why["disputes"] = [list(dispute) for dispute in main.disputes]
    return Found(fate, why, place, tuple(other.place for other in others), item.digest)


def _fate(main: Placed, others: Sequence[Placed]) -> Fate:
    place = main.place
    if place.matched is None:
        return Fate.NEW
    if any(question.startswith("number:") for question, _known, _said in main.disputes):
        return Fate.CONFLICT
    if place.ask:
        return Fate.ASKED
    if place.own is None and main.disputes:
        return Fate.CONFLICT
    if main.adds or any(other.adds for other in others):
        return Fate.ADDS
    return Fate.SAME
