"""The lists that can be exported. A room enters its own when the program starts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.utils.functional import Promise

from qiao.exchange.export.forms import Form
from qiao.exchange.export.tables import Sheet
from qiao.zones.models import Membership


@dataclass(frozen=True)
class Asked:
    """Who exports, in which language, and what the list was narrowed to: the parameters of its address."""

    member: Membership
    language: str
    narrowed: Mapping[str, str]


@dataclass(frozen=True)
class Listing:
    """A list that can be exported.

    key     its name in addresses.        words   how people call it.
    count   how many rows the member would get.
    sheet   its rows as a table: for xlsx and csv. Its queries begin with what the member may see.
    files   further forms, each a function that gives the bytes of the file as they are made.
    book    writes its workbook, where one sheet is not enough.
    kept    the parameters that narrow the list and name nobody: they are kept with the record of the export.
    """

    key: str
    words: str | Promise
    count: Callable[[Asked], int]
    sheet: Callable[[Asked], Sheet]
    files: Mapping[Form, Callable[[Asked], Iterable[bytes]]]
    kept: frozenset[str] = frozenset()
    book: Callable[[Asked, Path], None] | None = None

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms it can be had in."""
        return tuple(form for form in Form if form in self.files or form in (Form.XLSX, Form.CSV))


_listings: dict[str, Listing] = {}


def register_listing(listing: Listing) -> None:
    """Enter a list."""
    _listings[listing.key] = listing


def listing_of(key: str) -> Listing | None:
    """The list that an address names."""
    return _listings.get(key)
