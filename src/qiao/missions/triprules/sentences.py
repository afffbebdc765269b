"""Sentences of findings and titles of steps, by key. Written without plurals, so that one form fits every number."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SENTENCES: dict[str, Promise] = {
    "days_met": _("Days from leaving to entering home: %(found)s; allowed for this number of countries: %(most)s."),
    "days_at_most": _(
        "Days from leaving to entering home: %(found)s, exactly as many as allowed. One more breaks the rule."
    ),
    "days_broken": _(
        "Days from leaving to entering home: %(found)s; allowed for this number of countries: %(most)s. "
        "Too many: %(over)s."
    ),
    "days_excused": _(
        "Days from leaving to entering home: %(found)s; allowed: %(most)s. Where flights connect badly, more can be "
        "granted, up to %(more)s: say so in the application."
    ),
    "days_unknown": _(
        "Whether the number of days is allowed cannot be told: the day of leaving or of entering home is missing."
    ),
    "days_no_country": _("Whether the number of days is allowed cannot be told: no country is named."),
    "days_no_row": _("Countries: %(countries)s. The rule allows no number of days for so many."),
    "countries_met": _("Countries: %(found)s; allowed: %(most)s."),
    "countries_broken": _("Countries: %(found)s; allowed: %(most)s. Too many: %(over)s."),
    "countries_unknown": _("No country is named; allowed: %(most)s."),
    "group_met": _("Persons travelling, interpreters among them: %(found)s; allowed: %(most)s."),
    "group_broken": _("Persons travelling, interpreters among them: %(found)s; allowed: %(most)s. Too many: %(over)s."),
    "group_unknown": _("How many travel is not known; allowed: %(most)s, interpreters among them."),
    "share_met": _("Business takes %(found)s %% of the programme abroad; required: %(least)s."),
    "share_broken": _("Business takes only %(found)s %% of the programme abroad; required: %(least)s."),
    "share_over": _("The business counted is longer than the whole programme abroad: one of the two is wrong."),
    "share_unknown": _("What share of the programme abroad is business is not known; required: %(least)s."),
    "inviter_met": _("The invitation comes from a foreign counterpart."),
    "inviter_refused": _("An invitation comes from a body that may not invite: %(kind)s."),
    "inviter_weak": _("No invitation from a foreign counterpart of matching level is recorded."),
    "inviter_unknown": _("Who invites is not recorded; required: a foreign counterpart of matching level."),
    "changes_met": _("No change of route or stay without approval is recorded."),
    "changes_broken": _("Changes of route or stay without approval: %(found)s."),
    "changes_unknown": _("Whether route or stay changed without approval is not recorded."),
    "report_met": _("The report has every part that is asked for."),
    "report_broken": _("The report lacks a part: %(part)s."),
    "report_unknown": _("There is no report yet; parts asked for: %(count)s."),
    "photographs_met": _("Photographs: %(found)s; at least %(least)s are asked for."),
    "photographs_broken": _("Photographs: %(found)s; at least %(least)s are asked for. Missing: %(lacking)s."),
    "photographs_unknown": _("How many photographs there are is not known; at least %(least)s are asked for."),
    "budget_met": _("The cost does not exceed the approved budget."),
    "budget_broken": _("The cost exceeds the approved budget by %(over)s."),
    "budget_unknown": _("The cost or the approved budget is not recorded."),
    "deadline_met": _("%(step)s: done %(done)s, due %(due)s."),
    "deadline_late": _("%(step)s: done %(done)s, after the day it was due, %(due)s."),
    "deadline_overdue": _("%(step)s: was due %(due)s and is not recorded as done."),
    "deadline_soon": _("%(step)s: due %(due)s; days left: %(left)s."),
    "deadline_ahead": _("%(step)s: due %(due)s, not yet done."),
    "deadline_unrecorded": _("%(step)s: due %(due)s; no record is kept of what was done."),
    "deadline_unknown": _("%(step)s: when it is due cannot be told, for a day or a country of the journey is missing."),
}

STEPS: dict[str, Promise] = {
    "invitation": _("Letter of invitation in hand"),
    "publication": _("Publication of members, itinerary and funds begins"),
    "application": _("Application for approval handed in"),
    "approval": _("Approval in hand"),
    "passport": _("Passports applied for"),
    "visa": _("Visas applied for"),
    "passport_return": _("Passports handed back"),
    "report": _("Trip report handed in"),
    "publication_after": _("Publication of how the journey went"),
}

INVITERS: dict[str, Promise] = {
    "counterpart": _("foreign counterpart"),
    "other_foreign": _("another foreign body"),
    "overseas_chinese": _("overseas Chinese body"),
    "resident_in_china": _("foreign body standing in China"),
    "intermediary": pgettext_lazy("who invites", "intermediary"),
    "own_mission": _("our own embassy or consulate"),
}

REPORT_PARTS: dict[str, Promise] = {
    "inviter": _("inviting body and person"),
    "members": _("members of the delegation"),
    "border_dates": _("days of leaving and of entering home"),
    "schedule": _("schedule and content of the visits"),
    "tasks": _("how the tasks were fulfilled"),
    "passports": _("return of the passports"),
    "discipline": _("keeping of discipline"),
    "cost": _("source and use of funds"),
    "follow_up": _("follow-up plan"),
}

RULE_SETS: dict[str, Promise] = {
    "none": _("No trip rules"),
    "cn-local": _("Chinese local government: ordinary groups"),
    "cn-research": _("Chinese universities and institutes: teaching and research"),
}


def step_said(code: str) -> str:
    """What a step is called; the code itself where it is not one of ours."""
    return str(STEPS.get(code, code))
