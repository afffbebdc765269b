"""Text cells that a spreadsheet would take for a formula, guarded by an apostrophe and read back without it."""

from __future__ import annotations

import re

_DANGEROUS = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def guard(text: str) -> str:
    """A cell that no spreadsheet reckons: one that begins like a formula gets an apostrophe in front."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def unguard(text: str) -> str:
    """The cell as it was before `guard`: unguard(guard(text)) == text for every text."""
    return text[1:] if _GUARDED.match(text) else text
