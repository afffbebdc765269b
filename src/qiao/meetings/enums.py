"""The closed lists of meetings and of figures stated."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class EventKind(models.TextChoices):
    SEMINAR = "seminar", _("Seminar")
    FORUM = "forum", _("Forum")
    FAIR = "fair", _("Fair")
    ROUNDTABLE = "roundtable", _("Round table")
    SIGNING = "signing", _("Signing ceremony")
    OPENING = "opening", _("Opening")
    RECEPTION = "reception", _("Reception")
    VISIT = "visit", _("Visit")
    MEETING = "meeting", _("Meeting")
    MISSION = "mission", _("Mission")
    OTHER = "other", _("Other event")


class MeetingKind(models.TextChoices):
    VISIT = "visit", _("Visit")
    TALK = "talk", _("Talk")
    CALL = "call", _("Call")


class Side(models.TextChoices):
    HOST = "host", _("host")
    GUEST = "guest", _("guest")
    OURS = "ours", _("ours")


class Measure(models.TextChoices):
    """What a stated figure counts. The rest of the field's words are kept in its unit."""

    AGREEMENTS = "agreements", _("Agreements")
    VENTURES = "ventures", _("Start-up projects")
    INVESTMENT = "investment", _("Investment")
    PARTICIPANTS = "participants", _("Participants")
    COMPANIES = "companies", _("Companies")
    STATIONS = "stations", _("Liaison stations")
    EVENTS = "events", _("Events")
    VISITS = "visits", _("Visits")
    DELEGATION = "delegation", _("Size of the delegation")
    DURATION = "duration", _("Days")
    JOBS = "jobs", _("Jobs")
    OTHER = "other", _("Other figure")


class NoteKind(models.TextChoices):
    """What a note of a meeting tells."""

    SAID = "said", pgettext_lazy("a note", "what was said")
    SHOWN = "shown", pgettext_lazy("a note", "what was shown")
    NEXT = "next", pgettext_lazy("a note", "next step")


class PromiseState(models.TextChoices):
    """How a promise stands."""

    OPEN = "open", pgettext_lazy("a promise", "open")
    KEPT = "kept", pgettext_lazy("a promise", "kept")
    BROKEN = "broken", pgettext_lazy("a promise", "not kept")
    DROPPED = "dropped", pgettext_lazy("a promise", "no longer wanted")
