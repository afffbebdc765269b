"""What may befall a mission under way, said as its secretary would: in the windows of the hosts.

A problem knows no travel by the day. On a day of strike, whoever does not live where the party wakes cannot be met.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from qiao.engines.plan.itinerary.result import Plan

IsLost = Callable[[dict[str, Any], list[Any]], bool]  # a host as said, and one window: day, opens, closes


def strike(said: dict[str, Any], plan: Plan, day: str) -> dict[str, Any]:
    """No travel between towns on this day: hosts elsewhere than where the plan wakes lose its windows."""
    here = _wakes(said, plan, day)
    return _without(said, lambda host, window: window[0] == day and host["place"] != here, since=day)


def lost_city(said: dict[str, Any], plan: Plan, since: str) -> dict[str, Any]:
    """The town with the most appointments planned from this day on: its hosts have no window left from then on."""
    town = _busiest(said, plan, since)
    return _without(said, lambda host, window: window[0] >= since and host["place"] == town, since=since)


def _wakes(said: dict[str, Any], plan: Plan, day: str) -> str:
    before = [row.night for row in plan.rows if row.day < day]
    return str(before[-1]) if before else str(said["start"]["place"])


def _busiest(said: dict[str, Any], plan: Plan, since: str) -> str:
    place = {host["id"]: host["place"] for host in said["hosts"]}
    met = [place[stop.id] for row in plan.rows if row.day >= since for stop in row.stops if stop.id in place]
    counts = Counter(met)
    return max(sorted(counts), key=counts.__getitem__)


def _without(said: dict[str, Any], is_lost: IsLost, *, since: str) -> dict[str, Any]:
    """The mission with windows lost; a host who must be met, yet has lost all from this day on, need not be."""
    left = deepcopy(said)
    for host in left["hosts"]:
        windows = [window for window in host["windows"] if not is_lost(host, window)]
        if len(windows) < len(host["windows"]):
            host["must"] = host.get("must", False) and any(window[0] >= since for window in windows)
        host["windows"] = windows
    return left
