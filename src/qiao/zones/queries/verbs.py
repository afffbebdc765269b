"""The audit's verbs as sentences. A verb is a value of Action, so all are worded here, whatever room acts."""

from __future__ import annotations

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

# {actor} is who did it; {what} names the rows, where the sentence needs them.
SENTENCES: dict[str, Any] = {
    # zones
    "found_zone": _("{actor} founded the zone"),
    "prepare_demo": _("{actor} prepared the example zone"),
    "describe_zone": _("{actor} changed what the zone says of itself"),
    "invite": _("{actor} invited {what}"),
    "call_back": _("{actor} called back the invitation to {what}"),
    "join_zone": _("{actor} joined the zone"),
    "change_role": _("{actor} changed the role of {what}"),
    "set_circles": _("{actor} changed the circles of {what}"),
    "deactivate_member": _("{actor} closed the zone to {what}"),
    "reactivate_member": _("{actor} opened the zone again to {what}"),
    "create_circle": _("{actor} made the circle {what}"),
    "rename_circle": _("{actor} renamed a circle to {what}"),
    "set_circle_members": _("{actor} changed who is in the circle {what}"),
    "edit_account": _("{actor} changed their own account"),
    # register
    "add_party": _("{actor} added a party to the register"),
    "add_name": _("{actor} recorded a name"),
    "add_identifier": _("{actor} recorded an identifier"),
    "add_contactpoint": _("{actor} recorded a contact point"),
    "add_location": _("{actor} recorded a place"),
    "add_dating": _("{actor} recorded a date"),
    "add_tie": _("{actor} recorded a tie"),
    "add_classification": _("{actor} placed a party in the industry system"),
    "add_attendance": _("{actor} recorded who was at a meeting"),
    "add_figure": _("{actor} recorded a stated figure"),
    "add_delegate": _("{actor} recorded a delegate"),
    "add_missionpart": _("{actor} recorded what belongs to a mission"),
    "add_agreementparty": _("{actor} recorded a party of an agreement"),
    "add_standing": _("{actor} recorded where an agreement stands"),
    "correct_claim": _("{actor} corrected what was recorded"),
    "withdraw_claim": _("{actor} withdrew what was recorded"),
    "prefer_claim": _("{actor} preferred one source over another"),
    "judge_same": _("{actor} judged two records the same"),
    "judge_different": _("{actor} judged two records different"),
    "judge_unsure": _("{actor} was unsure about two records"),
    "judge_same_unasked": _("{actor} judged two records the same, unasked"),
    "withdraw_judgement": _("{actor} withdrew a judgement on two records"),
    "split_party": _("{actor} moved statements to a record of their own"),
    "look_for_duplicates": _("{actor} looked for duplicates"),
    "set_identity_policy": _("{actor} changed which records Qiao may judge the same unasked"),
    "undo": _("{actor} undid an earlier action"),
    # intake
    "upload_document": _("{actor} uploaded a document"),
    "keep_source": _("{actor} read a document and kept its text"),
    "accept_facts": _("{actor} accepted facts of a document"),
    "refuse_facts": _("{actor} refused facts of a document"),
    "edit_fact": _("{actor} edited a fact of a document"),
    "identify_party": _("{actor} said who a party of a document is"),
    "undo_review": _("{actor} undid a review"),
    # exchange
    "bring_table": _("{actor} brought a table to be imported"),
    "map_columns": _("{actor} said what the columns of a table hold"),
    "decide_rows": _("{actor} decided on rows of an import"),
    "start_import": _("{actor} started an import"),
    "import_rows": _("{actor} imported rows of a table"),
    "drop_import": _("{actor} gave up an import"),
    "undo_import": _("{actor} undid an import"),
    "export_list": _("{actor} exported {what}"),
    # meetings
    "enter_meeting": _("{actor} entered a meeting"),
    "add_note": _("{actor} recorded a note of a meeting"),
    "add_promise": _("{actor} recorded a promise"),
    "keep_promise": _("{actor} said how a promise stands"),
    # missions
    "rename_mission": _("{actor} renamed a mission"),
    "plan_mission": _("{actor} began to plan a mission"),
    "change_mission": _("{actor} changed what a mission is for, or when"),
    "change_legs": _("{actor} changed the towns of a mission"),
    "change_travellers": _("{actor} changed who travels"),
    "change_roles": _("{actor} changed who stands behind a mission"),
    "change_approval": _("{actor} changed the approval of a mission"),
    "link_agreement": _("{actor} changed the agreements of a mission"),
    "plan_visit": _("{actor} planned a visit"),
    "change_visit": _("{actor} changed a planned visit"),
    "cancel_visit": _("{actor} took a visit off a mission"),
    "move_visit": _("{actor} moved a visit"),
    "set_terms": _("{actor} changed the terms of a plan"),
    "set_travel_time": _("{actor} said how long a journey between two towns takes"),
    "ask_for_plan": _("{actor} asked for a plan"),
    "stop_plan": _("{actor} stopped the making of a plan"),
    "make_plan": _("{actor} made a plan"),
    "choose_plan": _("{actor} chose a plan"),
    "print_briefing": _("{actor} printed a briefing"),
    "write_trip_report": _("{actor} wrote a trip report"),
    "change_photographs": _("{actor} changed the photographs of a mission"),
    "plan_event": _("{actor} planned an event"),
    "change_event": _("{actor} changed a planned event"),
    "change_agenda": _("{actor} changed the agenda of an event"),
    "change_invitees": _("{actor} changed the list of an event"),
    "mark_attendance": _("{actor} said who came to an event"),
    "change_wishes": _("{actor} changed who wants to meet whom"),
    "ask_for_round": _("{actor} asked for a timetable of meetings"),
    "stop_round": _("{actor} stopped the making of a timetable"),
    "make_round": _("{actor} made a timetable of meetings"),
    "choose_round": _("{actor} chose a timetable of meetings"),
}
SYSTEM = "Qiao"


def sentence(verb: str, *, actor: str, what: str) -> SafeString:
    """What was done, as one sentence in the reader's language; an unworded verb is shown as it is written."""
    worded = str(SENTENCES.get(verb, "{actor}: " + verb.replace("_", " ")))
    return format_html(worded, actor=format_html("<b>{}</b>", actor), what=what or "…")


def verb_label(verb: str) -> str:
    """The sentence without actor or object, for a menu of verbs."""
    return str(sentence(verb, actor="…", what="…")).replace("<b>…</b>", "…")
