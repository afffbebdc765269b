"""Words and values written as HTML: what stands dozens of times on a page is written here and not as a template.

Everything that comes from data is escaped piece by piece.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape

from qiao.kit import show
from qiao.register.addresses import with_id
from qiao.register.enums import Modality
from qiao.register.queries.lines import Line
from qiao.register.queries.words import Piece


@lru_cache(maxsize=256)
def lang(language: str) -> str:
    """The attribute for words in this language; none for the reader's own."""
    return f' lang="{escape(show.html_lang(language))}"' if language else ""


def piece_drawn(said: Piece, query: str) -> str:
    """Some words, leading to their page where they have one; `query` is the moment that the page looks from."""
    if not said.url:
        return f"<span{lang(said.language)}>{escape(said.text)}</span>"
    return f'<a class="open" href="{escape(said.url + query)}"{lang(said.language)}>{escape(said.text)}</a>'


def meant(modality: str, words: str) -> str:
    """How a claim is meant, when it is no fact."""
    return "" if modality == Modality.FACT else f' <span class="tag {escape(modality)}">{escape(words)}</span>'


def value_drawn(line: Line, slug: str, query: str) -> str:
    """A line's value as a link to its claim, what goes with it behind, and how it is meant when it is no fact."""
    rest = "".join(f' <span class="grey">{piece_drawn(piece, query)}</span>' for piece in line.rest)
    held = f' <small class="grey">{escape(line.holds)}</small>' if line.holds else ""
    return f"{head_drawn(line, slug, query)}{rest}{meant(line.modality, line.modality_words)}{held}"


def head_drawn(line: Line, slug: str, query: str) -> str:
    """The head of a line, leading to its claim."""
    head, url = line.head, with_id("register:claim", "claim", slug, line.claim_id, table=line.table)
    return f'<a class="open" data-panel href="{escape(url + query)}"{lang(head.language)}>{escape(head.text)}</a>'
