"""Give a mission the title its people know it by."""

from __future__ import annotations

from datetime import datetime

from qiao.missions.models import Mission
from qiao.register.actions.record import record, withdraw
from qiao.register.actions.state import name_values, own_word
from qiao.register.enums import NameKind
from qiao.register.models import Name
from qiao.register.queries.groups import visible_records
from qiao.zones.actions import acting
from qiao.zones.models import Action, Membership
from qiao.zones.rules import may_review

LONGEST = 200


class NoTitle(ValueError):
    """A mission keeps some title."""


class TitleTooLong(ValueError):
    """The title would not fit the head of a page."""

    def __init__(self, found: int) -> None:
        super().__init__(f"Expected at most {LONGEST} characters; found {found}.")
        self.found = found


def rename_mission(*, member: Membership, mission: Mission, title: str, now: datetime) -> Action:
    """State the title of a mission, on the member's word; the one before it in the same language is withdrawn.

    Undoing the action brings back what was shown before: the earlier title, or places and month.
    Raises    NoTitle when it is blank; TitleTooLong; NotAllowed.
    """
    text = title_text(title)
    values = name_values(text, kind=NameKind.OFFICIAL)
    with acting(member=member, verb="rename_mission", now=now, allowed=may_review) as act:
        held = Name.objects.visible_to(member).live().about(visible_records(mission.entity, member))
        for name in held.filter(language=values["language"]).select_related("subject", "evidence"):
            withdraw(act, name)
        evidence = own_word(act, member, mission.entity.audience)
        record(act, Name, subject=mission.entity, evidence=evidence, **values)
    return act.action


def title_text(title: str) -> str:
    """A title as it is kept. Raises NoTitle, TitleTooLong."""
    text = " ".join(title.replace("\0", " ").split())
    if not text:
        raise NoTitle("Expected a title; found only white space.")
    if len(text) > LONGEST:
        raise TitleTooLong(len(text))
    return text
