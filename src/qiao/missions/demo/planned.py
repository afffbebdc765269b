"""The founding mission planned again: what the rules say of it, and what a proven plan over its hosts looks like."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import datetime
from importlib.resources import files
from typing import Any

from qiao.missions.actions.compute import compute_plan
from qiao.missions.actions.plan_mission import change_mission, set_terms
from qiao.missions.actions.plans import ask_for_plan
from qiao.missions.actions.rows import add_row
from qiao.missions.forms.preparing import place_columns
from qiao.missions.models import Leg, Mission, PlannedEvent, Visit
from qiao.missions.terms import PlanTerms
from qiao.missions.travel import Town, find_town
from qiao.register.enums import PARTIES
from qiao.register.models import Entity
from qiao.register.queries.found import found
from qiao.zones.models import Membership


def plan_again(*, member: Membership, mission: Mission, now: datetime, clock: Callable[[], datetime]) -> None:
    """Give the mission its days, towns, events and visits as the example has them, and make its plan.

    A host that the register does not hold is left out.
    """
    told = tomllib.loads((files("qiao.missions.demo") / "journey.toml").read_text(encoding="utf-8"))
    columns = {key: told[key] for key in ("departs_on", "returns_on", "rules", "purpose")}
    change_mission(member=member, mission=mission, now=now, **columns)
    set_terms(member=member, mission=mission, terms=PlanTerms.of(told["terms"]).kept(), now=now)
    towns = {name: town for name in told["towns"] if (town := find_town(name)) is not None}
    for position, town in enumerate(towns.values()):
        place = {"town": town.name, "position": position} | place_columns(town)
        add_row(member=member, table=Leg, mission=mission, now=now, **place)
    for event in told["event"]:
        place = _place(towns[event.pop("town")]) | event
        add_row(member=member, table=PlannedEvent, mission=mission, now=now, **place)
    for visit in told["visit"]:
        host = _host(member, visit.pop("host"))
        if host is not None:
            place = {"place": towns[visit.pop("town")].key} | visit
            add_row(member=member, table=Visit, mission=mission, host=host, now=now, **place)
    compute_plan(ask_for_plan(member=member, mission=mission, now=now).pk, now=clock)


def _place(town: Town) -> dict[str, Any]:
    return {"place": town.key, "town": town.name, "time_zone": town.time_zone}


def _host(member: Membership, name: str) -> Entity | None:
    answers = found(member, name, kinds=[kind.value for kind in PARTIES], limit=1)
    return Entity.objects.visible_to(member).filter(pk=answers[0].entity_id).first() if answers else None
