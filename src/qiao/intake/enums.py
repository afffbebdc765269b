"""The closed lists of the waiting line."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class DocumentState(models.TextChoices):
    QUEUED = "queued", _("waiting to be read")
    READING = "reading", _("being read")
    READY = "ready", _("to be reviewed")
    REFUSED = "refused", _("not readable")
    KNOWN = "known", _("read before")


class ProposalState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    ACCEPTED = "accepted", _("accepted")
    REFUSED = "refused", _("refused")


class FactKind(models.TextChoices):
    """The kinds of fact, as the reader names them, in the order of the review page."""

    AMOUNT = "amount", _("Amounts")
    COUNT = "count", _("Counts")
    PERSON = "person", _("People")
    ORGANISATION = "organisation", _("Organisations")
    AGREEMENT = "agreement", _("Agreements")
    EVENT = "event", _("Events")
    DATE = "date", _("Dates")
    PLACE = "place", _("Places")
    RELATION = "relation", _("Ties and encounters")


class Decision(models.TextChoices):
    ACCEPT = "accept", _("accepted")
    EDIT = "edit", _("edited")
    REFUSE = "refuse", _("refused")
    UNDO = "undo", _("undone")


class Identity(models.TextChoices):
    """Who a party of a document is, as far as a member has said."""

    OPEN = "open", _("yours to say")
    EXISTING = "existing", _("same")
    NEW = "new", _("new")
