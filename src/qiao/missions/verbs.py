"""What the actions of planned missions are called in a history, and which of them undo as any other."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from qiao.register.verbs import name_verbs

UNDONE_HERE = {
    "change_mission": _("changed a planned mission"),
    "change_legs": _("changed the towns"),
    "change_travellers": _("changed who travels"),
    "change_roles": _("changed who stands behind it"),
    "change_approval": _("changed the approval"),
    "link_agreement": _("changed the agreements"),
    "plan_visit": _("planned a visit"),
    "change_visit": _("changed a visit"),
    "cancel_visit": _("took a visit off"),
    "move_visit": _("moved a visit"),
    "set_terms": _("changed the terms of the plan"),
    "set_travel_time": _("said how long a way takes"),
    "choose_plan": _("chose a plan"),
    "write_trip_report": _("wrote the trip report"),
    "change_photographs": _("changed the photographs"),
    "plan_event": _("planned an event"),
    "change_event": _("changed an event"),
    "change_agenda": _("changed the agenda"),
    "change_invitees": _("changed the list"),
    "mark_attendance": _("said who came"),
    "change_wishes": _("changed who wants to meet whom"),
    "choose_round": _("chose a timetable"),
}
OTHERS = {
    "plan_mission": _("began to plan a mission"),
    "ask_for_plan": _("asked for a plan"),
    "stop_plan": _("stopped a plan"),
    "make_plan": _("made a plan"),
    "print_briefing": _("printed a briefing"),
    "ask_for_round": _("asked for a timetable"),
    "stop_round": _("stopped a timetable"),
    "make_round": _("made a timetable"),
}


def register() -> None:
    """Enter the words."""
    name_verbs(UNDONE_HERE.items(), undone_here=True)
    name_verbs(OTHERS.items())
