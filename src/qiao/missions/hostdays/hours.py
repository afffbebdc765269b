"""When hosts can usually be met, and what can happen on which kind of day. Data with our own, stated assumptions."""

from __future__ import annotations

import tomllib
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from qiao.missions.hostdays.days import DayKind, what_day


class HostKind(StrEnum):
    """Hosts that keep different hours."""

    COMPANY = "company"
    UNIVERSITY = "university"
    INCUBATOR = "incubator"
    PUBLIC_BODY = "public_body"
    ASSOCIATION = "association"
    EVENT = "event"
    PLACE = "place"  # a district or site looked at from outside
    DINNER = "dinner"


def usual_windows(
    country: str, region: str, day: date, kind: HostKind = HostKind.COMPANY
) -> tuple[tuple[int, int], ...]:
    """Opening and closing minutes after midnight in which such a host can usually be met; none on a day off."""
    if can_meet(kind, what_day(country, region, day).kind) != "yes":
        return ()
    hours = _data()["hours"]
    told = _data()["hours_of"].get(kind.value) or hours.get(country, hours["default"])
    key = "friday" if day.weekday() == 4 and "friday" in told else "day"
    return tuple((int(opens), int(closes)) for opens, closes in told[key])


def can_meet(kind: HostKind, day: DayKind) -> str:
    """Whether a host of this kind can be met on such a day: "yes", "asked" (only when they offer it) or "no"."""
    return str(_data()["meets"][kind.value][day.value])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("qiao.missions.hostdays") / "data" / "hours.toml").read_text(encoding="utf-8"))
