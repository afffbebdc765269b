"""The words for the codes that the reader attaches to facts; a code without words is shown as it is."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

EVENTS = {
    "seminar": _("Seminar"),
    "forum": _("Forum"),
    "fair": _("Fair"),
    "roundtable": _("Round table"),
    "signing": _("Signing ceremony"),
    "opening": _("Opening"),
    "reception": _("Reception"),
    "visit": _("Visit"),
    "meeting": _("Meeting"),
    "mission": _("Mission"),
    "other": _("Other event"),
}
AGREEMENTS = {
    "letter_of_intent": _("Letter of intent"),
    "strategic_intent": _("Strategic intention"),
    "memorandum": _("Memorandum"),
    "framework": _("Framework agreement"),
    "project_cooperation": _("Project co-operation"),
    "contract": _("Contract"),
    "plaque": _("Plaque"),
    "other": _("Other agreement"),
}
STEPS = {
    "mentioned": _("mentioned"),
    "visited": _("visited"),
    "discussed": _("discussed"),
    "hoped": _("hoped for"),
    "intention": _("intention reached"),
    "signed": _("letter or memorandum signed"),
    "contract": _("contract signed"),
    "registered": _("company registered"),
    "paid_in": _("capital paid in"),
    "construction": _("under construction"),
    "production": _("in production"),
    "at_capacity": _("at capacity"),
}
COUNTED = {
    "duration": _("days of the journey"),
    "participants": _("participants"),
    "delegation": _("members of the delegation"),
    "agreements": _("agreements"),
    "companies": _("companies"),
    "jobs": _("jobs"),
    "ventures": _("projects"),
    "stations": _("liaison stations"),
    "events": _("events"),
    "visits": _("visits"),
    "total_investment": _("total investment"),
    "investment": _("investment"),
    "turnover": _("turnover"),
    "revenue": _("revenue"),
    "capital": _("capital"),
    "funding": _("funding"),
    "area": _("area"),
}
BOUNDS = {
    "exact": _("exactly"),
    "over": _("over"),
    "at_least": _("at least"),
    "under": _("under"),
    "nearly": _("nearly"),
    "about": _("about"),
}
VERBS = {
    "accept_facts": _("accepted"),
    "refuse_facts": _("refused"),
    "edit_fact": _("edited"),
}
