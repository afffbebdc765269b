"""What every page of the zone's room tells the frame: the room, and the pages that belong together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from qiao.zones.models import Membership
from qiao.zones.rules import may_manage_members, may_read, may_read_audit


@dataclass(frozen=True)
class Tab:
    """One of the zone's pages, in the row above them all."""

    key: str
    label: str
    url: str


def framed(member: Membership, tab: str, **words: Any) -> dict[str, Any]:
    """The words of a page under `tab`, with what the frame needs; `may` says whether changes are theirs to make."""
    may = bool(may_manage_members(member))
    return {"room": "zones", "tab": tab, "tabs": tabs(member), "may": may, **words}


def tabs(member: Membership) -> list[Tab]:
    """The zone's pages that are open to the member."""
    pages = (
        ("zone", _("Zone"), may_read),
        ("members", _("Members"), may_read),
        ("circles", _("Circles"), may_read),
        ("invitations", _("Invitations"), may_manage_members),
        ("audit", _("What was done"), may_read_audit),
    )
    slug = member.zone.slug
    return [Tab(key, label, reverse(f"zones:{key}", args=[slug])) for key, label, open_to in pages if open_to(member)]
