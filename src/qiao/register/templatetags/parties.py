"""Rows of parties, written here and not as a template: fifty of them are most of a page's work."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from qiao.kit import show
from qiao.register.drawing import lang
from qiao.register.queries.rows import PartyRow

register = template.Library()


@register.simple_tag
def rows_of_parties(rows: Iterable[PartyRow], may_tick: bool) -> SafeString:
    """One `<tr>` for each party, to be ticked by who may judge; everything that comes from data is escaped."""
    language = get_language() or "en"
    return mark_safe("\n  ".join(_row(row, language, may_tick) for row in rows))  # each part is escaped below


def _row(row: PartyRow, language: str, may_tick: bool) -> str:
    label = escape(row.name.text)
    tick = _tick(row, label) if may_tick else ""
    name = f'<a class="open" href="{escape(row.name.url)}"{lang(row.name.language)}>{label}</a>'
    other = (
        f' <small class="grey"{lang(row.matched.language)}>{escape(row.matched.text)}</small>' if row.matched else ""
    )
    tie = " · ".join(f"<span{lang(piece.language)}>{escape(piece.text)}</span>" for piece in row.tie)
    met = f'<time datetime="{row.met.isoformat()}">{escape(show.day(row.met, language))}</time>' if row.met else ""
    return (
        f'<tr>\n    <td class="full">{tick}{name}{other}</td>\n    <td class="grey hide">{escape(row.kind)}</td>\n'
        f'    <td class="first">{escape(row.country)}</td>\n    <td class="full">{tie}</td>\n'
        f'    <td class="num">{met}</td>\n    <td class="num grey hide">{row.sources}</td>\n  </tr>'
    )


def _tick(row: PartyRow, label: str) -> str:
    """The box that puts a record among those looked at as one; it belongs to the form above the list."""
    box = f'<input type="checkbox" class="tick" form="together" name="record" value="{row.entity_id}"'
    return f'{box} aria-label="{label}"> '
