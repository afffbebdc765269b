"""What this room shows on the pages of the register: where a party was met, who attended, figures stated."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from qiao.meetings.models import Attendance, Figure, Note, Promise
from qiao.meetings.queries.called import call_meeting
from qiao.meetings.queries.encounters import encounters
from qiao.meetings.queries.last_days import last_days
from qiao.meetings.queries.present import figures, present
from qiao.meetings.queries.promises import promises_of
from qiao.register.callers import register_caller
from qiao.register.enums import EntityKind
from qiao.register.panels import Panel, PartyAsked, register_last_met, register_panel, register_party_link
from qiao.register.queries.about import told_at
from qiao.register.tables import entitle
from qiao.register.verbs import name_verbs
from qiao.zones.rules import may_record

MEETINGS_SHOWN = 30


def register() -> None:
    """Enter the sections of this room."""
    entitle(Attendance, _("Attendance"))
    entitle(Figure, _("Figure"))
    register_panel(20, present_panel, Attendance)
    register_panel(30, figures_panel, Figure)
    entitle(Note, _("Note"))
    entitle(Promise, _("Promise"))
    register_panel(22, notes_panel, Note)
    register_panel(24, promises_panel, Promise)
    register_panel(40, meetings_panel, Attendance)
    register_last_met(last_days)
    register_party_link(_("Enter a meeting"), "meetings:enter", may_record)
    name_verbs([("enter_meeting", _("entered a meeting"))], undone_here=True)
    name_verbs(
        [
            ("add_note", _("added a note")),
            ("add_promise", _("added a promise")),
            ("keep_promise", _("said how a promise stands")),
        ],
        undone_here=True,
    )
    register_caller(EntityKind.MEETING, call_meeting)


def meetings_panel(asked: PartyAsked) -> Panel | None:
    met = encounters(asked.member, asked.records, moment=asked.moment, language=asked.language, limit=MEETINGS_SHOWN)
    return Panel("meetings/party_panel.html", met) if met else None


def present_panel(asked: PartyAsked) -> Panel | None:
    there = present(asked.member, asked.records, moment=asked.moment, language=asked.language)
    return Panel("meetings/present_panel.html", there) if there else None


def figures_panel(asked: PartyAsked) -> Panel | None:
    stated = figures(asked.member, asked.records, moment=asked.moment, language=asked.language)
    return Panel("meetings/figures_panel.html", stated) if stated else None


def notes_panel(asked: PartyAsked) -> Panel | None:
    written = told_at(Note, asked.member, asked.records, asked.moment)
    return Panel("meetings/notes_panel.html", written) if written else None


def promises_panel(asked: PartyAsked) -> Panel | None:
    told = promises_of(asked.member, asked.records, today=asked.now.date(), language=asked.language)
    return Panel("meetings/promises_panel.html", told) if told else None
