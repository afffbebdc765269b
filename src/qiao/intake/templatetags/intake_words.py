"""How words of a source stand on a page: each in its own language."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from qiao.intake.problems import problem_sentence, warning_sentence
from qiao.intake.queries.desk import Desk
from qiao.intake.queries.marked import Paragraph, Stretch
from qiao.intake.queries.readings import Words
from qiao.register.enums import Modality

register = template.Library()
register.filter("problem_sentence", problem_sentence)
register.filter("warning_sentence", warning_sentence)


@register.filter
def spoken(words: Words | Iterable[Words]) -> SafeString:
    """Words, or pieces of a sentence, with the `lang` of each that has one."""
    pieces = (words,) if isinstance(words, Words) else words
    return format_html_join("", "{}", ((_piece(piece),) for piece in pieces))


@register.filter
def modality_word(modality: str) -> str:
    return str(Modality(modality).label)


@register.filter
def marked_text(desk: Desk) -> SafeString:
    """The paragraphs of a text, each stretch a link to the fact it belongs to first."""
    return format_html_join("\n", "{}", ((_paragraph(paragraph),) for paragraph in desk.paragraphs))


def _paragraph(paragraph: Paragraph) -> SafeString:
    inside = format_html_join("", "{}", ((_stretch(stretch),) for stretch in paragraph.stretches))
    return format_html('<p id="p{0}"><a class="no" href="#p{0}">{0}</a>{1}</p>', paragraph.number, inside)


def _stretch(stretch: Stretch) -> SafeString | str:
    if not stretch.facts:
        return escape(stretch.text)
    first = stretch.leads_to
    own = format_html(' id="span-{}"', first) if first in stretch.begins else ""
    others = format_html_join(
        "", '<span id="span-{}"></span>', ((number,) for number in stretch.begins if number != first)
    )
    marks = format_html('data-mark="{}" data-layer="{}"', stretch.mark or "", " ".join(map(str, stretch.layer)))
    if stretch.text.isspace():  # a link needs words
        return format_html('{}<span{} class="{}" {}>{}</span>', others, own, stretch.style, marks, stretch.text)
    return format_html(
        '{}<a{} class="{}" href="?fact={}#fact-{}" {}>{}</a>',
        others,
        own,
        stretch.style,
        first,
        first,
        marks,
        stretch.text,
    )


def _piece(piece: Words) -> SafeString | str:
    if not piece.language:
        return piece.text
    head, _, tail = piece.language.partition("-")
    return format_html('<span lang="{}">{}</span>', f"{head}-{tail.title()}" if tail else head, piece.text)
