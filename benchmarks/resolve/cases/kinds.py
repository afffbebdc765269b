"""What kind of name is asked for: results are told apart by it."""

from __future__ import annotations

import unicodedata
from typing import Any

from qiao.engines.text.language import is_han

KINDS = ("label", "short or alias", "former", "acronym", "han", "other script")


def kind_of(name: list[Any]) -> str:
    """The kind of a name [text, language, roles], one of KINDS; Japanese and Korean are other scripts."""
    text, language, roles = name
    if has_other_script(text) or language in ("ja", "ko"):
        return "other script"
    if has_han(text):
        return "han"
    if "acronym" in roles:
        return "acronym"
    if "former" in roles:
        return "former"
    return "label" if {"label", "ror_display"} & set(roles) else "short or alias"


def has_han(text: str) -> bool:
    """Whether any character is Han."""
    return any(map(is_han, text))


def has_other_script(text: str) -> bool:
    """Whether any letter is neither Latin nor Han."""
    return any(c.isalpha() and not is_han(c) and "LATIN" not in unicodedata.name(c, "LATIN") for c in text)
