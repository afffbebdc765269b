"""The closed lists of imports, each with the words that pages show."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class RunState(models.TextChoices):
    """How far an import has come. Those in `WORKING` are the worker's to move on."""

    READING = "reading", _("being read")
    MAPPING = "mapping", _("columns to be checked")
    PREVIEWING = "previewing", _("being compared with the register")
    READY = "ready", _("ready to be imported")
    RUNNING = "running", _("being imported")
    DONE = "done", _("imported")
    UNDOING = "undoing", _("being undone")
    UNDONE = "undone", _("undone")
    FAILED = "failed", _("not readable")
    DROPPED = "dropped", _("given up")


WORKING = (RunState.READING, RunState.PREVIEWING, RunState.RUNNING, RunState.UNDOING)


class Fate(models.TextChoices):
    """What a row does to the register, as the comparison found it."""

    NEW = "new", _("new")
    ADDS = "adds", _("adds to a record")
    SAME = "same", _("known already")
    ASKED = "asked", _("maybe the same")
    CONFLICT = "conflict", _("contradicts")
    REFUSED = "refused", _("not understood")


DECIDABLE = (Fate.ASKED, Fate.CONFLICT)


class Decision(models.TextChoices):
    """What an officer said of a row that waits."""

    NONE = "", _("not decided")
    SAME = "same", _("take as the same")
    NEW = "new", _("take as new")
    LEAVE = "leave", _("leave out")
