"""The closed lists of the register, each with the words that pages show."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class EntityKind(models.TextChoices):
    ORGANISATION = "organisation", _("Organisation")
    PERSON = "person", _("Person")
    EVENT = "event", _("Event")
    MEETING = "meeting", _("Meeting")
    AGREEMENT = "agreement", _("Agreement")
    STATION = "station", _("Liaison station")
    PROJECT = "project", _("Project")
    MISSION = "mission", _("Mission")


PARTIES = (EntityKind.ORGANISATION, EntityKind.PERSON)


class SourceKind(models.TextChoices):
    """Kinds of source, the most trusted first: the order in which a shown value is chosen."""

    PAPER = "paper", _("Paper")
    OWN_RECORD = "own_record", _("Own record")
    PRESS = "press", _("Press")
    SAY_SO = "say_so", _("Say-so")

    @property
    def rank(self) -> int:
        """0 for the most trusted."""
        return list(SourceKind).index(self)


class Modality(models.TextChoices):
    FACT = "fact", _("Fact")
    PLAN = "plan", _("Plan")
    HOPE = "hope", _("Hope")
    DENIAL = "denial", _("Denial")


class Precision(models.TextChoices):
    DAY = "day", _("to the day")
    MONTH = "month", _("to the month")
    YEAR = "year", _("to the year")


class NameKind(models.TextChoices):
    OFFICIAL = "official", _("official")
    SHORT = "short", _("short")
    ALIAS = "alias", _("alias")
    FORMER = "former", _("former")
    PRINTED = "printed", _("as printed")


class IdentifierScheme(models.TextChoices):
    LEI = "lei", "LEI"
    USCC = "uscc", _("Unified social credit code")
    VAT = "vat", _("VAT number")
    SIREN = "siren", "SIREN"
    HRB = "hrb", _("German commercial register")
    ROR = "ror", "ROR"
    ORCID = "orcid", "ORCID"
    OTHER = "other", _("Other number")


class ContactKind(models.TextChoices):
    EMAIL = "email", _("E-mail")
    PHONE = "phone", _("Telephone")
    WEB = "web", _("Website")
    ADDRESS = "address", _("Postal address")
    WECHAT = "wechat", "WeChat"


class TieKind(models.TextChoices):
    HOLDS_POST = "holds_post", _("holds a post at")
    FOUNDED = "founded", _("founded")
    SUBSIDIARY_OF = "subsidiary_of", _("subsidiary of")
    INVESTED_IN = "invested_in", _("invested in")
    LOCATED_IN = "located_in", _("located in")
    MEMBER_OF = "member_of", _("member of")
    STUDIED_AT = "studied_at", _("studied at")
    INTRODUCED_BY = "introduced_by", _("introduced by")


class Verdict(models.TextChoices):
    SAME = "same", _("same")
    DIFFERENT = "different", _("different")
    UNSURE = "unsure", _("unsure")


class Reason(models.TextChoices):
    """Why a person judged two records the same or different. Codes alone are kept: names may be erased."""

    SAME_NAME = "same_name", _("same name")
    OTHER_LANGUAGE = "other_language", _("the same name in another language")
    SAME_NUMBER = "same_number", _("same register number")
    SAME_ADDRESS = "same_address", _("same address or website")
    SAME_POST = "same_post", _("same post in the same house")
    TOLD = "told", _("told so by the party")
    OTHER_COUNTRY = "other_country", _("another country")
    OTHER_TRADE = "other_trade", _("another trade")
    OTHER_NUMBER = "other_number", _("another register number")
    OTHER_HUMAN = "other_human", _("another human of that name")


class SearchState(models.TextChoices):
    """How far a search for duplicates has come."""

    QUEUED = "queued", _("waiting to begin")
    RUNNING = "running", _("under way")
    DONE = "done", _("done")
    FAILED = "failed", _("stopped by a fault")
