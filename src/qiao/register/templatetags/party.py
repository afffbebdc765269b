"""Names, values and ties of a party, written here and not as templates: dozens of them are most of a page's work."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext

from qiao.kit import show
from qiao.register.addresses import with_id
from qiao.register.drawing import head_drawn, lang, meant, piece_drawn, value_drawn
from qiao.register.queries.lines import Line
from qiao.register.queries.party import NameLine
from qiao.register.queries.passages import Passage
from qiao.register.queries.sources import SourceUse
from qiao.register.queries.timeline import TieRow, Timeline

register = template.Library()


@register.simple_tag(takes_context=True)
def value(context: Context, line: Line) -> SafeString:
    """A line's value as a link to its claim."""
    return mark_safe(value_drawn(line, *_standpoint(context)))  # escaped where it is drawn


@register.simple_tag(takes_context=True)
def values(context: Context, lines: Iterable[Line]) -> SafeString:
    """The same of many, one below the other."""
    here = _standpoint(context)
    return mark_safe("".join(f"<div>{value_drawn(line, *here)}</div>" for line in lines))


@register.simple_tag(takes_context=True)
def rows_of_names(context: Context, names: Iterable[NameLine]) -> SafeString:
    """One `<tr>` for each name."""
    here, computed, sources = _standpoint(context), escape(gettext("computed")), escape(gettext("sources"))
    return mark_safe("".join(_name(name, here, computed, sources) for name in names))


@register.simple_tag(takes_context=True)
def rows_of_ties(context: Context, ties: Timeline) -> SafeString:
    """For each tie who is on the other side, and its stretches over the years as a link to the claim."""
    _slug, query = _standpoint(context)
    return mark_safe("".join(_tie(ties, row, query) for row in ties.rows))


@register.simple_tag(takes_context=True)
def sources_used(context: Context, used: Iterable[SourceUse]) -> SafeString:
    """One `<li>` for each source, with some of the sentences that were read in it."""
    slug, language = context["member"].zone.slug, get_language() or "en"
    return mark_safe("".join(_use(use, slug, language) for use in used))


def _standpoint(context: Context) -> tuple[str, str]:
    """The zone in addresses, and what keeps the moment that the page looks from."""
    return context["member"].zone.slug, getattr(context.get("at"), "query", "")


def _name(name: NameLine, here: tuple[str, str], computed: str, sources: str) -> str:
    line = name.line
    said = f'<br><small class="grey"><span lang="zh-Latn">{escape(name.pinyin)}</span> · {computed}</small>'
    told = f' · {line.sources}<span class="vh"> {sources}</span>' if line.sources > 1 else ""
    return (
        f'<tr><th class="grey" scope="row">{escape(name.language_words or "–")}</th><td>{head_drawn(line, *here)}'
        f"{meant(line.modality, line.modality_words)}{said if name.pinyin else ''}</td>"
        f'<td class="num grey">{"".join(escape(piece.text) for piece in line.rest)}{told}</td></tr>\n'
    )


def _tie(ties: Timeline, row: TieRow, query: str) -> str:
    count = ngettext("%(n)s source", "%(n)s sources", row.sources) % {"n": row.sources}
    told = f" · {escape(count)}" if row.sources > 1 else ""
    return (
        f'<div class="tie"><span class="grey"{lang(row.relation.language)}>{escape(row.relation.text)}</span> '
        f"{piece_drawn(row.other, query)}{meant(row.modality, row.modality_words)}</div>\n"
        f'<a class="stretch" data-panel href="{escape(row.url + query)}">{_drawing(ties, row)}'
        f'<small class="grey">{escape(row.note)}{told}</small></a>\n'
    )


def _drawing(ties: Timeline, row: TieRow) -> str:
    """The stretches of one tie over the years; every value is our own number or shape."""
    grid = "".join(f'<line class="grid" x1="{x}" x2="{x}" y1="0" y2="100%"/>' for x in ties.grid)
    bars = "".join(f'<rect class="{bar.shape}" x="{bar.x}" width="{bar.width}" y="8" height="8"/>' for bar in row.bars)
    now = f'<line class="now" x1="{ties.now}" x2="{ties.now}" y1="0" y2="100%"/>'
    return f'<svg class="tl" aria-hidden="true" focusable="false">{grid}{bars}{now}</svg>'


def _use(use: SourceUse, slug: str, language: str) -> str:
    name, claims, more = use.name, use.claims, use.more
    url = with_id("register:source", "source", slug, name.source_id)
    day = f"{escape(show.day(name.date, language))} · " if name.date else ""
    count = ngettext("%(n)s statement", "%(n)s statements", claims) % {"n": claims}
    further = ngettext("and %(n)s further place", "and %(n)s further places", more) % {"n": more}
    further = f'<small class="grey">{escape(further)}</small>' if more > 0 else ""
    return (
        f'<li>\n<p class="row base"><span class="grow"><a class="open" href="{escape(url)}"{lang(name.language)}>'
        f'{escape(name.text)}</a></span><span class="grey">{escape(name.kind)}</span></p>\n'
        f'<small class="grey">{day}{escape(count)}</small>'
        f"{''.join(_passage(passage, slug, language) for passage in use.passages)}"
        f"{further}</li>\n"
    )


def _passage(passage: Passage, slug: str, language: str) -> str:
    """One sentence with its words marked, leading to its place in the source."""
    url = f"{with_id('register:source', 'source', slug, passage.source_id)}?start={passage.start}&end={passage.end}#at"
    return (
        f'<blockquote class="sentence"{lang(passage.language)}>{escape(passage.before)}'
        f"<mark>{escape(passage.words)}</mark>"
        f'{escape(passage.after)} <a class="text"{lang(language)} href="{escape(url)}">{escape(gettext("in the text"))}'
        "</a></blockquote>"
    )
