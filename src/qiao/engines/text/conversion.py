"""One Han script into the other. The dictionaries are large, so they are loaded by whoever first needs them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC


def to_simplified(text: str) -> str:
    """The text in simplified characters; what has none stays."""
    return str(_converter("t2s").convert(text))


def to_traditional(text: str) -> str:
    """The text in traditional characters; what has none stays."""
    return str(_converter("s2t").convert(text))


@cache
def _converter(direction: str) -> OpenCC:
    from opencc import OpenCC

    return OpenCC(direction)
