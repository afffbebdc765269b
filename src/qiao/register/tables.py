"""The tables of claims as addresses and pages name them."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from qiao.register.models import (
    Claim,
    Classification,
    ContactPoint,
    Dating,
    Identifier,
    Location,
    Name,
    Tie,
)

_titles: dict[type[Claim], str | Promise] = {
    Name: _("Name"),
    Tie: _("Tie"),
    Location: _("Place"),
    Identifier: _("Number"),
    ContactPoint: _("Contact"),
    Classification: _("Industry segment"),
    Dating: _("Date"),
}


def entitle(table: type[Claim], title: str | Promise) -> None:
    """Give a table of another room the words that pages put above one of its claims."""
    _titles[table] = title


def title_of(table: type[Claim]) -> str:
    """The words above a claim of this table."""
    return str(_titles.get(table, table._meta.verbose_name))


def slug_of(table: type[Claim]) -> str:
    """How addresses name a table."""
    return str(table._meta.model_name)


def table_of(slug: str) -> type[Claim] | None:
    """The table that an address names; None when there is none."""
    return next((table for table in Claim.kinds() if slug_of(table) == slug), None)
