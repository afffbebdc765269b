"""The menu by which a list is taken out as a file."""

from __future__ import annotations

from typing import Any

from django import template

from qiao.exchange.export.listings import listing_of
from qiao.exchange.export.rules import may_export

register = template.Library()


@register.inclusion_tag("exchange/parts/export_menu.html", takes_context=True)
def export_menu(context: template.Context, listing: str) -> dict[str, Any]:
    """The forms of a list, narrowed as the page is. Nothing for those who may not export.

    listing   the key by which it was registered.
    """
    request = context["request"]
    found = listing_of(listing)
    forms = found.forms if found is not None and may_export(request.member) else ()
    return {
        "listing": listing,
        "forms": [(form.value, form.label) for form in forms],
        "narrowed": [(key, value) for key, value in request.GET.items() if key != "after" and value],
        "zone": request.member.zone.slug,
        "csrf_token": context.get("csrf_token"),
    }
