from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from qiao.missions.actions.invite import invite_many
from qiao.missions.actions.plan_mission import plan_mission
from qiao.missions.actions.rows import add_row
from qiao.missions.enums import WishKind
from qiao.missions.forms.preparing import place_columns
from qiao.missions.models import Invitee, Leg, Mission, PlannedEvent
from qiao.missions.travel import find_town
from qiao.zones.models import Membership
from tests import factories

CORPUS_CHRISTI = date(2023, 6, 8)  # a holiday in Bavaria
Guests = Callable[..., list[Invitee]]


@pytest.fixture
def journey(lin: Membership, now: datetime) -> Mission:
    """A mission to Munich over Corpus Christi."""
    mission = plan_mission(
        member=lin, title="Munich 2023", departs_on=date(2023, 6, 7), returns_on=date(2023, 6, 10), now=now
    )
    town = find_town("Munich")
    assert town is not None
    columns = {"town": "Munich", "position": 0} | place_columns(town)
    add_row(member=lin, table=Leg, mission=mission, now=now, **columns)
    return mission


@pytest.fixture
def forum(lin: Membership, journey: Mission, now: datetime) -> PlannedEvent:
    """An event of the mission: 9:00 to 12:00 on the holiday, a round of 4 slots at 3 tables from 10:00."""
    place = Leg.objects.get(mission=journey).place
    event, _action = add_row(
        member=lin,
        table=PlannedEvent,
        mission=journey,
        title="Forum",
        place=place,
        town="Munich",
        time_zone="Europe/Berlin",
        day=CORPUS_CHRISTI,
        tables=3,
        slots=4,
        round_start=600,
        now=now,
    )
    return event


@pytest.fixture
def guests(lin: Membership, forum: PlannedEvent, now: datetime) -> Guests:
    """Organisations put on the list of the forum: `guests("Aurora", "Boreal")`."""

    def put(*names: str) -> list[Invitee]:
        parties = [factories.make_organisation(lin, name) for name in names]
        rows, _action = invite_many(member=lin, event=forum, parties=parties, now=now)
        return rows

    return put


MUST, LIKE, NO = WishKind.MUST, WishKind.LIKE, WishKind.NO
