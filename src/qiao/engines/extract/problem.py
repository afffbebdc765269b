"""What the reader is given: a text, the day it was published and who is at home in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Reading:
    """One source text to be read.

    text        decoded text, LF line ends, no BOM; every offset counts its code points.
    published   the day that fills in a missing year, when the page itself does not say it.
    home        the sender whose delegation, office or committee speaks; resolved from the text when empty.
    """

    text: str
    published: date | None = None
    home: str = ""
