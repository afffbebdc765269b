"""Which script and language a text is in, from its characters and its commonest words."""

from __future__ import annotations


def is_han(char: str) -> bool:
    """Whether a character is a Han ideograph (unified, extension A, compatibility or the supplementary planes)."""
    code = ord(char)
    return 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x323AF


def is_mainly_han(text: str) -> bool:
    """Whether a text is written in Chinese: a Han character weighs as much as a Latin word of four letters."""
    han = sum(map(is_han, text))
    letters = sum(map(str.isalpha, text)) - han
    return han * 4 > letters
