"""What this room shows on the pages of the register: agreements, and the sides of one."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from qiao.partnerships.models import AgreementParty, Standing
from qiao.partnerships.queries.agreements import agreements
from qiao.partnerships.queries.called import call_agreement
from qiao.partnerships.queries.sides import sides
from qiao.register.callers import register_caller
from qiao.register.enums import EntityKind
from qiao.register.panels import Panel, PartyAsked, register_panel
from qiao.register.tables import entitle


def register() -> None:
    """Enter the sections of this room."""
    entitle(AgreementParty, _("Side of an agreement"))
    entitle(Standing, _("Standing of an agreement"))
    register_caller(EntityKind.AGREEMENT, call_agreement)
    register_panel(25, sides_panel, AgreementParty, Standing)
    register_panel(50, agreements_panel, AgreementParty)


def agreements_panel(asked: PartyAsked) -> Panel | None:
    held = agreements(asked.member, asked.records, moment=asked.moment, language=asked.language)
    return Panel("partnerships/party_panel.html", held) if held else None


def sides_panel(asked: PartyAsked) -> Panel | None:
    lines = sides(asked.member, asked.records, moment=asked.moment, language=asked.language)
    return Panel("partnerships/sides_panel.html", lines) if lines else None
