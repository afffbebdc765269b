"""The columns Splink is given: names as written, or folded by us."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rapidfuzz.utils import default_process

from qiao.engines.resolve.forms import form_of

Row = dict[str, Any]


def plain(identity: str, name: str, country: str, city: str | None) -> Row:
    """The name in small letters and its words."""
    text = default_process(name)
    words = text.split()
    return _row(identity, country, city, text, words, "", "")


def folded(identity: str, name: str, country: str, city: str | None) -> Row:
    """Our folding: words in one language, initials, Han characters without the legal form."""
    form = form_of(name)
    initials = form.acronym or (form.initials[0] if form.initials and len(form.initials[0]) > 2 else "")
    return _row(identity, country, city, form.plain, list(form.words), initials, form.han)


COLUMNS: dict[str, Callable[[str, str, str, str | None], Row]] = {"plain": plain, "our folding": folded}


def _row(identity: str, country: str, city: str | None, text: str, words: list[str], initials: str, han: str) -> Row:
    return {
        "unique_id": identity,
        "country": country or None,
        "city": default_process(city) or None if city else None,
        "name": text or None,
        "words": words or None,
        "start": text[:5] or None,
        "longest": max(words, key=len) if words else None,
        "initials": initials or None,
        "han": han or None,
    }
