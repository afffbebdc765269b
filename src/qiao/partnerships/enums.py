"""The closed lists of partnerships: instruments, and the outcome ladder."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Instrument(models.TextChoices):
    LETTER_OF_INTENT = "letter_of_intent", _("Letter of intent")
    STRATEGIC_INTENT = "strategic_intent", _("Strategic intention")
    MEMORANDUM = "memorandum", _("Memorandum")
    FRAMEWORK = "framework", _("Framework agreement")
    PROJECT_COOPERATION = "project_cooperation", _("Project co-operation")
    CONTRACT = "contract", _("Contract")
    PLAQUE = "plaque", _("Plaque")
    OTHER = "other", _("Other agreement")


class Step(models.TextChoices):
    """The outcome ladder. A step is what a source says was reached; only evidence raises it."""

    MENTIONED = "mentioned", _("mentioned")
    VISITED = "visited", _("visited")
    DISCUSSED = "discussed", _("discussed")
    HOPED = "hoped", _("hoped for")
    INTENTION = "intention", _("intention reached")
    SIGNED = "signed", _("letter or memorandum signed")
    CONTRACT = "contract", _("contract signed")
    REGISTERED = "registered", _("company registered")
    PAID_IN = "paid_in", _("capital paid in")
    CONSTRUCTION = "construction", _("under construction")
    PRODUCTION = "production", _("in production")
    AT_CAPACITY = "at_capacity", _("at capacity")

    @property
    def rung(self) -> int:
        """1 for the lowest of twelve."""
        return list(Step).index(self) + 1


REACHED_FROM = Step.INTENTION  # from this rung on, something was agreed
