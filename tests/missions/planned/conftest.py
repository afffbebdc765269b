"""A mission of three days to two towns, with three hosts and an evening event."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from qiao.missions.actions.plan_mission import plan_mission
from qiao.missions.actions.rows import add_row
from qiao.missions.forms.preparing import place_columns
from qiao.missions.models import Leg, Mission, PlannedEvent, Visit
from qiao.missions.travel import find_town
from qiao.zones.models import Circle, Membership
from tests import factories

FIRST, LAST = date(2026, 6, 8), date(2026, 6, 10)  # Monday to Wednesday


@pytest.fixture
def begin(now: datetime) -> Callable[..., Mission]:
    """A planned mission with its towns: `begin(member, towns=…, audience=…)`."""

    def make(member: Membership, towns: tuple[str, ...] = ("Lyon", "Paris"), audience: Circle | None = None) -> Mission:
        mission = plan_mission(
            member=member,
            title="Lyon and Paris (invented)",
            departs_on=FIRST,
            returns_on=LAST,
            rules="cn-local",
            audience=audience,
            now=now,
        )
        for position, name in enumerate(towns):
            town = find_town(name)
            assert town is not None
            columns: dict[str, Any] = {"town": town.name, "position": position} | place_columns(town)
            add_row(member=member, table=Leg, mission=mission, now=now, **columns)
        return mission

    return make


@pytest.fixture
def mission(begin: Callable[..., Mission], lin: Membership) -> Mission:
    return begin(lin)


@pytest.fixture
def visits(mission: Mission, lin: Membership, now: datetime) -> list[Visit]:
    """Three hosts, two in Lyon and one in Paris."""
    told = (("Rhône Capteurs SA", "fr:lyon", 60), ("École du Parc", "fr:lyon", 40), ("Seine Logiciels", "fr:paris", 70))
    found = []
    for name, place, prize in told:
        host = factories.make_organisation(lin, name)
        row, _action = add_row(member=lin, table=Visit, mission=mission, host=host, place=place, prize=prize, now=now)
        found.append(row)
    return found


@pytest.fixture
def event(mission: Mission, lin: Membership, now: datetime) -> PlannedEvent:
    row, _action = add_row(
        member=lin,
        table=PlannedEvent,
        mission=mission,
        title="Forum (invented)",
        place="fr:lyon",
        town="Lyon",
        day=FIRST,
        start=17 * 60,
        minutes=90,
        now=now,
    )
    return row
