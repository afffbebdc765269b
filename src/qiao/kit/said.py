"""The parameters of a sentence that were kept as data."""

from __future__ import annotations

from typing import Any


class Said(dict[str, Any]):
    """Parameters of a sentence; one that was not given is left blank rather than breaking the page."""

    def __missing__(self, key: str) -> str:
        return "…"
