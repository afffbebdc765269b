"""Rows of meetings on the page of a party, written here and not as a template: thirty of them stand on a page."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, pgettext

from qiao.kit import show
from qiao.meetings.queries.encounters import Encounter
from qiao.register.drawing import meant, piece_drawn

register = template.Library()


@register.simple_tag(takes_context=True)
def rows_of_encounters(context: Context, met: Iterable[Encounter]) -> SafeString:
    """One `<tr>` for each meeting; everything that comes from data is escaped."""
    query, language = getattr(context.get("at"), "query", ""), get_language() or "en"
    between = escape(pgettext("between items of a list", ", "))
    return mark_safe("\n".join(_row(one, query, language, between) for one in met))


def _row(met: Encounter, query: str, language: str, between: str) -> str:
    when = escape(met.when or gettext("day not stated"))
    where = f' <span class="grey">{escape(show.place(met.where, language))}</span>' if met.where else ""
    more = f' <span class="grey">+{met.more}</span>' if met.more else ""
    return (
        f'<tr>\n<td class="nowrap"><a class="open" data-panel href="{escape(met.url + query)}">{when}</a></td>\n'
        f'<td class="full">{piece_drawn(met.what, query)}{where}{meant(met.modality, met.modality_words)}</td>\n'
        f'<td class="full">{between.join(piece_drawn(piece, query) for piece in met.others)}{more}</td>\n</tr>'
    )
