"""What this room shows on the pages of the register: the journeys a party belongs to."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from qiao.meetings.models import Attendance
from qiao.missions.models import Delegate, MissionPart
from qiao.missions.queries.journeys import journeys
from qiao.missions.queries.titles import call_mission
from qiao.partnerships.models import AgreementParty
from qiao.register.addresses import register_page
from qiao.register.callers import register_caller
from qiao.register.enums import EntityKind
from qiao.register.panels import Panel, PartyAsked, register_panel
from qiao.register.tables import entitle
from qiao.register.verbs import name_verbs


def register() -> None:
    """Enter the page of a mission, and the section of this room."""
    register_page(EntityKind.MISSION, "missions:mission", "mission")
    register_caller(EntityKind.MISSION, call_mission)
    entitle(Delegate, _("Delegate"))
    entitle(MissionPart, _("Part of a mission"))
    name_verbs([("rename_mission", _("renamed the mission"))])
    register_panel(10, journeys_panel, Delegate, MissionPart, Attendance, AgreementParty)


def journeys_panel(asked: PartyAsked) -> Panel | None:
    found = journeys(asked.member, asked.records, moment=asked.moment, language=asked.language)
    return Panel("missions/party_panel.html", found, aside=True) if found else None
