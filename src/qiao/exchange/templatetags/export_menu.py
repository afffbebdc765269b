"""The menu by which lists are taken out as files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import template

from qiao.exchange.export.listings import Listing, listing_of
from qiao.exchange.export.rules import may_export

register = template.Library()


@dataclass(frozen=True)
class Group:
    """One list of the menu: its key, what it is called, its forms with their words."""

    key: str
    words: str
    forms: list[tuple[str, str]]


@register.inclusion_tag("exchange/parts/export_menu.html", takes_context=True)
def export_menu(context: template.Context, *listings: str, **narrowed: Any) -> dict[str, Any]:
    """The forms of some lists, narrowed as the page is. Nothing for those who may not export.

    listings   the keys by which they were registered.     narrowed   what the address of the page does not say.
    """
    request = context["request"]
    found = [one for one in map(listing_of, listings) if one is not None] if may_export(request.member) else []
    asked = [(key, value) for key, value in request.GET.items() if key != "after" and value]
    return {
        "groups": [_group(one) for one in found],
        "narrowed": [*asked, *narrowed.items()],
        "zone": request.member.zone.slug,
        "csrf_token": context.get("csrf_token"),
    }


def _group(listing: Listing) -> Group:
    return Group(listing.key, str(listing.words), [(form.value, str(form.label)) for form in listing.forms])
