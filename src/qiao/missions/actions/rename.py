"""Give a mission the title its people know it by."""

from __future__ import annotations

from datetime import datetime

from qiao.missions.models import Mission
from qiao.zones.actions import acting
from qiao.zones.models import Action, Membership
from qiao.zones.rules import may_review


class NoTitle(ValueError):
    """A mission keeps some title."""


def rename_mission(*, member: Membership, mission: Mission, title: str, now: datetime) -> Action:
    """Change the title of a mission. Raises NoTitle when it is blank; NotAllowed."""
    if not title.strip():
        raise NoTitle("Expected a title; found only white space.")
    with acting(member=member, verb="rename_mission", now=now, allowed=may_review) as act:
        mission.title = title.strip()[:200]
        mission.save(update_fields=["title"])
        act.touch(mission.entity)
    return act.action
