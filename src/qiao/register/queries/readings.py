"""Pinyin as a page prints it under a Han name: computed, and marked as such by the page."""

from __future__ import annotations

from qiao.engines.text.names import pinyin_of


def spoken(name: str) -> str:
    """The reading of a Han name, each word with a capital."""
    return " ".join(word[:1].upper() + word[1:] for word in pinyin_of(name).split())
