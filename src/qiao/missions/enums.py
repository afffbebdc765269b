"""Closed lists of the missions room."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MissionState(models.TextChoices):
    """How far a journey has come."""

    IDEA = "idea", _("idea")
    PLANNED = "planned", _("being planned")
    SUBMITTED = "submitted", _("submitted for approval")
    APPROVED = "approved", _("approved")
    UNDER_WAY = "under_way", _("under way")
    HOME = "home", _("home again")
    REPORTED = "reported", _("reported")
    CANCELLED = "cancelled", pgettext_lazy("a mission", "cancelled")


class MissionRoleKind(models.TextChoices):
    """The four parts a party can have in a journey; one party may have several."""

    INVITER = "inviter", pgettext_lazy("role in a mission", "inviter")
    ORGANISER = "organiser", pgettext_lazy("role in a mission", "organiser")
    HOST = "host", pgettext_lazy("role in a mission", "host")
    OPERATOR = "operator", pgettext_lazy("role in a mission", "operator")


class InviterSort(models.TextChoices):
    """What an inviting party is; the values are those of `triprules.InviterKind`."""

    COUNTERPART = "counterpart", _("foreign counterpart of matching level")
    OTHER_FOREIGN = "other_foreign", _("other foreign body")
    OVERSEAS_CHINESE = "overseas_chinese", _("overseas Chinese body")
    RESIDENT = "resident_in_china", _("foreign office in the home country")
    INTERMEDIARY = "intermediary", _("intermediary")
    OWN_MISSION = "own_mission", _("embassy or consulate of the home country")


class Duty(models.TextChoices):
    """What a delegate does on the journey."""

    HEAD = "head", _("head of delegation")
    DEPUTY = "deputy", _("deputy head")
    MEMBER = "member", pgettext_lazy("of a delegation", "member")
    SECRETARY = "secretary", pgettext_lazy("of a delegation", "secretary")
    INTERPRETER = "interpreter", _("interpreter")


class VisitStatus(models.TextChoices):
    """How far a visit is agreed with its host."""

    WISHED = "wished", pgettext_lazy("a visit", "wished")
    ASKED = "asked", pgettext_lazy("a visit", "asked")
    CONFIRMED = "confirmed", pgettext_lazy("a visit", "confirmed")
    DECLINED = "declined", pgettext_lazy("a visit", "declined")


class WindowStatus(models.TextChoices):
    """Who said that a host can be met in a window of time."""

    USUAL = "usual", _("usual hours")
    OFFERED = "offered", pgettext_lazy("a window of time", "offered")
    CONFIRMED = "confirmed", pgettext_lazy("a window of time", "confirmed")


class PlanKind(models.TextChoices):
    """What a plan was made for."""

    TIGHT = "tight", pgettext_lazy("a plan", "tight")
    BUFFERED = "buffered", pgettext_lazy("a plan", "with buffers")
    ALTERNATIVE = "other", pgettext_lazy("a plan", "alternative")
    CHANGED = "changed", pgettext_lazy("a plan", "changed under way")


class JobState(models.TextChoices):
    """How far a computation has come."""

    QUEUED = "queued", pgettext_lazy("a computation", "waiting")
    RUNNING = "running", pgettext_lazy("a computation", "running")
    DONE = "done", pgettext_lazy("a computation", "done")
    STOPPED = "stopped", pgettext_lazy("a computation", "stopped")
    FAILED = "failed", pgettext_lazy("a computation", "failed")

    @property
    def is_open(self) -> bool:
        return self in (JobState.QUEUED, JobState.RUNNING)


class InviteeStatus(models.TextChoices):
    """How an invitation to an event stands."""

    LISTED = "listed", pgettext_lazy("an invitee", "on the list")
    INVITED = "invited", pgettext_lazy("an invitee", "invited")
    ACCEPTED = "accepted", pgettext_lazy("an invitee", "accepted")
    DECLINED = "declined", pgettext_lazy("an invitee", "declined")
    CAME = "came", pgettext_lazy("an invitee", "came")
    ABSENT = "absent", pgettext_lazy("an invitee", "did not come")


class WishKind(models.TextChoices):
    """Whether one invitee wants to meet another."""

    MUST = "must", pgettext_lazy("a wish to meet", "must")
    LIKE = "like", pgettext_lazy("a wish to meet", "would like")
    NO = "no", pgettext_lazy("a wish to meet", "not")


class PaperForm(models.TextChoices):
    """What can be printed of a mission, in which form; at most five letters, as `Printing.form` holds them."""

    BOOK_PDF = "pdf", _("briefing book, PDF")
    BOOK_DOCX = "docx", _("briefing book, Word")
    ROUTE_PDF = "rpdf", _("route sheet, PDF")
    SHEET = "xlsx", _("spreadsheet")
    CALENDAR = "ics", _("calendar")
    REPORT_PDF = "tpdf", _("trip report, PDF")
    REPORT_DOCX = "tdocx", _("trip report, Word")

    @property
    def suffix(self) -> str:
        """How a file of it ends."""
        return {"rpdf": "pdf", "tpdf": "pdf", "tdocx": "docx"}.get(self.value, self.value)

    @property
    def content_type(self) -> str:
        """What a browser is told of it."""
        return {
            "pdf": "application/pdf",
            "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "ics": "text/calendar; charset=utf-8",
        }[self.suffix]
