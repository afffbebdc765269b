"""The list of parties as it is exported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qiao.exchange.export import columns, sources
from qiao.exchange.export.cards import card_file
from qiao.exchange.export.follow_the_money import entity_file
from qiao.exchange.export.forms import Form
from qiao.exchange.export.gather import parties, party_count
from qiao.exchange.export.json_lines import json_file
from qiao.exchange.export.listings import Asked, Listing, register_listing
from qiao.exchange.export.party import Party
from qiao.exchange.export.tables import Sheet, Workbook
from qiao.register.queries.listing import Wanted

KEY = "parties"


def register() -> None:
    """Enter the list of parties."""
    register_listing(
        Listing(
            key=KEY,
            words=_("Register"),
            count=lambda asked: party_count(asked.member, wanted_of(asked), asked.language),
            sheet=_sheet,
            files={
                Form.VCARD: lambda asked: card_file(told(asked), version="4.0", language=asked.language),
                Form.VCARD_3: lambda asked: card_file(told(asked), version="3.0", language=asked.language),
                Form.JSON: lambda asked: json_file(told(asked)),
                Form.FTM: lambda asked: entity_file(told(asked)),
            },
            kept=frozenset({"kind", "country", "segment"}),
            book=_write_book,
        )
    )


def wanted_of(asked: Asked) -> Wanted:
    """The filters of the list, as its page reads them."""
    said = {key: value.replace("\0", " ") for key, value in asked.narrowed.items()}
    return Wanted(
        kind=said.get("kind", ""),
        country=said.get("country", "")[:2],
        segment=said.get("segment", "")[:20],
        typed=said.get("q", "").strip()[:200],
    )


def told(asked: Asked) -> Iterator[Party]:
    """The parties of the list, one after another."""
    return parties(asked.member, wanted_of(asked), asked.language)


def rows(found: Iterable[Party], language: str) -> Iterator[list[str]]:
    """Each party as the cells of a row."""
    for party in found:
        yield columns.cells(party, language)


def _sheet(asked: Asked) -> Sheet:
    return Sheet(str(_("Register")), columns.headers(asked.language), rows(told(asked), asked.language))


def _write_book(asked: Asked, path: Path) -> None:
    """Two sheets: the parties, and every statement with its source."""
    first, second = str(_("Register")), gettext("Sources")
    with Workbook(path) as book:
        book.begin(first, columns.headers(asked.language), columns.WIDTHS)
        book.begin(second, sources.headers(asked.language), sources.WIDTHS)
        for party in told(asked):
            book.add(first, columns.cells(party, asked.language))
            for row in sources.rows(party):
                book.add(second, row)
