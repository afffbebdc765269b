"""Begin to plan a mission, and say later what it is for and when."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from qiao.missions.actions.rename import title_text
from qiao.missions.enums import MissionState
from qiao.missions.models import Mission
from qiao.register.actions.record import new_entity, record, withdraw
from qiao.register.actions.state import name_values, own_word
from qiao.register.enums import EntityKind, Modality, NameKind, Precision
from qiao.register.models import Dating, Name
from qiao.zones.actions import Act, acting, change, check_reach
from qiao.zones.models import Action, Circle, Membership
from qiao.zones.rules import may_plan

LONGEST_JOURNEY = 60  # days


class ReturnsTooEarly(ValueError):
    """The journey would end before it begins."""


class TooLong(ValueError):
    """The journey would last longer than anybody can plan."""

    def __init__(self, days: int) -> None:
        super().__init__(f"Expected at most {LONGEST_JOURNEY} days; found {days}.")
        self.days = days


def plan_mission(
    *,
    member: Membership,
    title: str,
    departs_on: date,
    returns_on: date,
    purpose: str = "",
    rules: str = "",
    audience: Circle | None = None,
    now: datetime,
) -> Mission:
    """Begin a mission that is intended: its title and days are the member's word, marked as a plan.

    Raises    NoTitle, TitleTooLong, ReturnsTooEarly, TooLong, NotAllowed.
    """
    text = title_text(title)
    _check_days(departs_on, returns_on)
    check_reach(member, audience)
    with acting(member=member, verb="plan_mission", now=now, allowed=may_plan) as act:
        entity = new_entity(act, EntityKind.MISSION, Mission, audience, state=MissionState.PLANNED)
        mission = Mission.objects.get(pk=entity.pk)
        change(act, mission, departs_on=departs_on, returns_on=returns_on, purpose=purpose, rules=rules)
        word = own_word(act, member, audience)
        record(act, Name, subject=entity, evidence=word, **name_values(text, kind=NameKind.OFFICIAL))
        _date(act, member, mission)
    return mission


def change_mission(*, member: Membership, mission: Mission, now: datetime, **columns: Any) -> Action:
    """Change what a mission is for, when it is, how far it has come, what it may cost or under which rules it goes.

    Raises    ReturnsTooEarly, TooLong, ValidationError, NotAllowed.
    """
    departs, returns = columns.get("departs_on", mission.departs_on), columns.get("returns_on", mission.returns_on)
    if departs is not None and returns is not None:
        _check_days(departs, returns)
    with acting(member=member, verb="change_mission", now=now, allowed=may_plan) as act:
        moved = (departs, returns) != (mission.departs_on, mission.returns_on)
        change(act, mission, **columns)
        if moved:
            _date(act, member, mission)
    return act.action


def set_terms(*, member: Membership, mission: Mission, terms: dict[str, Any], now: datetime) -> Action:
    """Change the terms that a plan of the mission must keep to. Raises NotAllowed."""
    with acting(member=member, verb="set_terms", now=now, allowed=may_plan) as act:
        change(act, mission, terms=terms)
    return act.action


def _date(act: Act, member: Membership, mission: Mission) -> None:
    """The days as a claim of what is planned, in the place of what was planned before.

    A mission that is over has days that are facts; what is written of it afterwards plans nothing.
    """
    if mission.state in (MissionState.HOME, MissionState.REPORTED):
        return
    for held in Dating.objects.visible_to(member).live().filter(subject=mission.entity, modality=Modality.PLAN):
        withdraw(act, held)
    if mission.departs_on is None or mission.returns_on is None:
        return
    record(
        act,
        Dating,
        subject=mission.entity,
        evidence=own_word(act, member, mission.entity.audience),
        start_date=mission.departs_on,
        end_date=mission.returns_on,
        precision=Precision.DAY,
        modality=Modality.PLAN,
    )


def _check_days(departs_on: date, returns_on: date) -> None:
    if returns_on < departs_on:
        raise ReturnsTooEarly(f"Expected a return on or after {departs_on}; found {returns_on}.")
    if (days := (returns_on - departs_on).days + 1) > LONGEST_JOURNEY:
        raise TooLong(days)
