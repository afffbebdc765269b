"""Where the party of a row is, how it is reached, what numbers it has, what it works in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from qiao.exchange.reading.contacts_cell import contacts_in
from qiao.exchange.reading.countries import country_code
from qiao.exchange.reading.draft import DraftContact, DraftName, DraftNumber
from qiao.exchange.reading.fields import NUMBERS, Field
from qiao.exchange.reading.lexicon import free_mail
from qiao.exchange.reading.number_cells import number_said
from qiao.exchange.reading.row_cells import RowCells
from qiao.exchange.reading.values import domain_of

LONGEST_ADDRESS = 300
LONGEST_PLACE = 120
LONGEST_SEGMENT = 120

_CONTACTS = {
    Field.EMAIL: "email",
    Field.PHONE: "phone",
    Field.WEBSITE: "web",
    Field.WECHAT: "wechat",
    Field.CONTACT_PHONE: "phone",
    Field.CONTACT_EMAIL: "email",
    Field.EMPLOYER_WEBSITE: "web",
}
_CHINESE_NUMBER = re.compile(r"(?<![\d+])(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8})(?!\d)")
_SEGMENTS = re.compile(r"[\n;；,，、|]")


def row_place(said: RowCells) -> tuple[str, str]:
    """Country code and city."""
    text = said.first(Field.COUNTRY)
    country = country_code(text) if text else ""
    if text and not country:
        said.note(said.column(Field.COUNTRY), text)
    city = " ".join(said.first(Field.CITY).split())
    if len(city) > LONGEST_PLACE:
        said.note(said.column(Field.CITY), city)
        city = ""
    return country, city


def dialled_from(country: str, names: Iterable[DraftName], cells: Iterable[str]) -> str:
    """The country whose telephone numbers a row writes without its code.

    Where the row names none, a Chinese name beside a number written as only Chinese ones are tells it.
    """
    if country or not any(name.language.startswith("zh") for name in names):
        return country
    return "CN" if any(_CHINESE_NUMBER.search(cell) for cell in cells) else ""


def row_contacts(said: RowCells, country: str, *fields: Field) -> Iterator[DraftContact]:
    """The contact points in the columns of these fields; what is none is noted."""
    for wanted in fields:
        for column, text in said.cells.get(wanted, ()):
            found, rest = contacts_in(_CONTACTS[wanted], text, country)
            yield from found
            for piece in rest:
                said.note(column, piece)


def row_addresses(said: RowCells) -> Iterator[DraftContact]:
    """Columns of one address are put together; lines of one column are addresses of their own."""
    cells = said.cells.get(Field.ADDRESS, [])
    lines = [line for _, text in cells for line in text.split("\n")] if len(cells) == 1 else []
    joined = ", ".join(" ".join(text.split()) for _, text in cells)
    for line in lines or [joined]:
        address = " ".join(line.split())
        if any(map(str.isalpha, address)) and len(address) <= LONGEST_ADDRESS:
            yield DraftContact("address", address)
        elif address:
            said.note(cells[0][0], address)


def row_numbers(said: RowCells) -> tuple[DraftNumber, ...]:
    """Identifiers that obey the rules of their registers; others are noted."""
    found: dict[DraftNumber, None] = {}
    for wanted, scheme in NUMBERS.items():
        for column, text in said.cells.get(wanted, ()):
            for piece in text.split("\n"):
                number = number_said(scheme, piece)
                if number:
                    found[DraftNumber(scheme, number)] = None
                elif piece.strip():
                    said.note(column, piece)
    return tuple(found)


def row_segments(said: RowCells) -> tuple[str, ...]:
    """Codes or names of segments, each once."""
    found: dict[str, None] = {}
    for column, text in said.cells.get(Field.SEGMENT, ()):
        for piece in _SEGMENTS.split(text):
            segment = " ".join(piece.split())
            if len(segment) > LONGEST_SEGMENT:
                said.note(column, segment)
            elif segment:
                found[segment] = None
    return tuple(found)


def domains_of(contacts: Iterable[DraftContact], *, own_mail: bool = True) -> frozenset[str]:
    """Domains of websites, and of mail unless a provider gives it out."""
    contacts = list(contacts)
    found = {domain_of(contact.address) for contact in contacts if contact.kind == "web"}
    if own_mail:
        found |= {domain_of(contact.address) for contact in contacts if contact.kind == "email"} - free_mail()
    return frozenset(found - {""})
