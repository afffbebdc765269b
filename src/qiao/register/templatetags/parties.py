"""Rows of parties and drawings of ties, written here and not as templates: dozens of them are most of a page's work."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from qiao.kit import show
from qiao.register.queries.rows import PartyRow
from qiao.register.queries.timeline import TieRow, Timeline
from qiao.register.queries.words import Piece

register = template.Library()


@register.simple_tag
def rows_of_parties(rows: Iterable[PartyRow], may_tick: bool) -> SafeString:
    """One `<tr>` for each party, to be ticked by who may judge; everything that comes from data is escaped."""
    language = get_language() or "en"
    return mark_safe("\n  ".join(_row(row, language, may_tick) for row in rows))  # each part is escaped below


@register.simple_tag
def drawing_of_tie(ties: Timeline, row: TieRow) -> SafeString:
    """The stretches of one tie over the years; every value is our own number or shape."""
    grid = "".join(f'<line class="grid" x1="{x}" x2="{x}" y1="0" y2="100%"/>' for x in ties.grid)
    bars = "".join(f'<rect class="{bar.shape}" x="{bar.x}" width="{bar.width}" y="8" height="8"/>' for bar in row.bars)
    now = f'<line class="now" x1="{ties.now}" x2="{ties.now}" y1="0" y2="100%"/>'
    return mark_safe(f'<svg class="tl" aria-hidden="true" focusable="false">{grid}{bars}{now}</svg>')


def _row(row: PartyRow, language: str, may_tick: bool) -> str:
    tick = _tick(row) if may_tick else ""
    name = f'<a class="open" href="{escape(row.name.url)}"{_lang(row.name)}>{escape(row.name.text)}</a>'
    other = f' <small class="grey"{_lang(row.matched)}>{escape(row.matched.text)}</small>' if row.matched else ""
    tie = " · ".join(f"<span{_lang(piece)}>{escape(piece.text)}</span>" for piece in row.tie)
    met = f'<time datetime="{row.met:%Y-%m-%d}">{escape(show.day(row.met, language))}</time>' if row.met else ""
    return (
        f'<tr>\n    <td class="full">{tick}{name}{other}</td>\n    <td class="grey hide">{escape(row.kind)}</td>\n'
        f'    <td class="first">{escape(row.country)}</td>\n    <td class="full">{tie}</td>\n'
        f'    <td class="num">{met}</td>\n    <td class="num grey hide">{row.sources}</td>\n  </tr>'
    )


def _tick(row: PartyRow) -> str:
    """The box that puts a record among those looked at as one; it belongs to the form above the list."""
    label = escape(row.name.text)
    box = f'<input type="checkbox" class="tick" form="together" name="record" value="{row.entity_id}"'
    return f'{box} aria-label="{label}"> '


def _lang(piece: Piece) -> str:
    return f' lang="{escape(show.html_lang(piece.language))}"' if piece.language else ""
