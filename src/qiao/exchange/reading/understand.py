"""A row of cells understood as a party: who it is, how it is reached, with whom it is tied."""

from __future__ import annotations

from uuid import UUID

from qiao.exchange.reading.columns import Mapped
from qiao.exchange.reading.draft import Draft, DraftName, DraftTie, Refusal
from qiao.exchange.reading.fields import NAMES, Field
from qiao.exchange.reading.headers import is_header_again
from qiao.exchange.reading.name_cells import LONGEST_NAME
from qiao.exchange.reading.party_kind import ORGANISATION, PERSON
from qiao.exchange.reading.problem import LONGEST_CELL
from qiao.exchange.reading.row_cells import RowCells, by_field
from qiao.exchange.reading.row_names import row_kind, row_names
from qiao.exchange.reading.row_ties import note_unused, row_employer, row_people, row_ties, row_title
from qiao.exchange.reading.row_values import (
    dialled_from,
    domains_of,
    row_addresses,
    row_contacts,
    row_numbers,
    row_place,
    row_segments,
)
from qiao.exchange.reading.table import Row


def understood(row: Row, mapped: Mapped, headers: tuple[str, ...]) -> Draft | Refusal:
    """The draft of a row, or why there is none."""
    refusal = _refusal(row, mapped, headers)
    if refusal:
        return refusal
    said = RowCells(by_field(row, mapped), headers)
    names = row_names(said)
    if not names:
        return Refusal("no_name", (("fields", ", ".join(sorted(set(mapped.values()) & NAMES))),))
    too_long = next((name for name in names if len(name.text) > LONGEST_NAME), None)
    if too_long:
        start = too_long.text[:40]
        column = next((at for at, cell in enumerate(row.cells) if start in " ".join(cell.split())), None)
        return Refusal("name_too_long", (("found", str(len(too_long.text))), ("expected", str(LONGEST_NAME))), column)
    return _draft(said, names)


def _refusal(row: Row, mapped: Mapped, headers: tuple[str, ...]) -> Refusal | None:
    for column, cell in enumerate(row.cells):
        if len(cell) > LONGEST_CELL and mapped.get(column, Field.NOTE) is not Field.IGNORE:
            return Refusal("cell_too_long", (("found", f"{LONGEST_CELL}+"), ("expected", str(LONGEST_CELL))), column)
    return Refusal("header_again") if is_header_again(row.cells, headers) else None


def _draft(said: RowCells, names: tuple[DraftName, ...]) -> Draft:
    kind, is_told = row_kind(said, names)
    country, city = row_place(said)
    dialled = dialled_from(country, names, said.texts(Field.PHONE, Field.CONTACT_PHONE))
    contacts = [
        *row_contacts(said, dialled, Field.EMAIL, Field.PHONE, Field.WEBSITE, Field.WECHAT),
        *row_addresses(said),
    ]
    numbers, segments = row_numbers(said), row_segments(said)
    ties, qiao_id = list(row_ties(said)), _qiao_id(said)
    title = row_title(said)
    house = row_employer(said, country, numbers, segments) if kind == PERSON else None
    if house is not None:  # what only a firm has is the employer's
        numbers, segments = tuple(n for n in numbers if n.scheme == "orcid"), ()
        ties.append(DraftTie("holds_post", house, title))
    elif kind == ORGANISATION and (people := row_people(said, dialled)):
        ties += [DraftTie("holds_post", person, title, is_outward=False) for person in people]
    else:
        note_unused(said, title)
    for column, text in said.cells.get(Field.NOTE, ()):
        said.note(column, text)
    return Draft(
        kind=kind,
        names=names,
        is_kind_told=is_told,
        country=country,
        city=city,
        numbers=numbers,
        contacts=tuple(dict.fromkeys(contacts)),
        domains=domains_of(contacts, own_mail=kind == ORGANISATION),
        ties=tuple(ties),
        segments=segments,
        notes=tuple(said.notes),
        qiao_id=qiao_id,
    )


def _qiao_id(said: RowCells) -> str:
    text = said.first(Field.QIAO_ID)
    if not text:
        return ""
    try:
        return str(UUID(text))
    except ValueError:
        said.note(said.column(Field.QIAO_ID), text)
        return ""
