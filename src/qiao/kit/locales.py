"""Babel's locales for the languages of the interface."""

from __future__ import annotations

from babel import Locale


def locale_of(language: str) -> Locale:
    """Babel's locale for a language of the interface; English for anything else."""
    head, _, tail = language.replace("_", "-").partition("-")
    if head == "zh":
        return Locale("zh", script="Hant" if tail.lower() == "hant" else "Hans")
    return Locale(head) if head in ("fr", "de") else Locale("en", "GB")


def key_of(language: str) -> str:
    """The locale without its territory: the key of tables."""
    return str(locale_of(language)).removesuffix("_GB")
