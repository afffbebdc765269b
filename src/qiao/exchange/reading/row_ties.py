"""With whom the party of a row is tied: the employer, the contact persons, the ties that our own export writes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qiao.exchange.reading.draft import Draft, DraftName, DraftNumber, DraftTie
from qiao.exchange.reading.fields import Field
from qiao.exchange.reading.name_cells import LONGEST_NAME, names_in
from qiao.exchange.reading.party_kind import ORGANISATION, PERSON, kind_of_name
from qiao.exchange.reading.row_cells import RowCells
from qiao.exchange.reading.row_values import domains_of, row_contacts
from qiao.exchange.reading.tie_cells import SaidTie, tie_lines

LONGEST_ROLE = 200


def row_title(said: RowCells) -> str:
    """The words for the post; several of them stay one."""
    title = "; ".join(line for text in said.texts(Field.TITLE) for line in text.split("\n") if line)
    if len(title) > LONGEST_ROLE:
        said.note(said.column(Field.TITLE), title)
        return ""
    return " ".join(title.split())


def row_employer(
    said: RowCells, country: str, numbers: tuple[DraftNumber, ...], segments: tuple[str, ...]
) -> Draft | None:
    """The employer of the person of the row."""
    names = names_in("\n".join(said.texts(Field.EMPLOYER)))
    names = tuple(name for name in names if len(name.text) <= LONGEST_NAME and any(map(str.isalnum, name.text)))
    if not names:
        return None
    contacts = tuple(row_contacts(said, country, Field.EMPLOYER_WEBSITE))
    own = tuple(number for number in numbers if number.scheme != "orcid")
    return Draft(
        ORGANISATION, names, True, numbers=own, contacts=contacts, segments=segments, domains=domains_of(contacts)
    )


def row_people(said: RowCells, country: str) -> list[Draft]:
    """The contact persons of the organisation of the row; contacts of theirs go to the only one."""
    people = [
        Draft(PERSON, names, True)
        for text in said.texts(Field.CONTACT_PERSON)
        for line in re.split(r"[\n;；、]", text)
        if (names := names_in(line)) and len(line) <= LONGEST_NAME and any(map(str.isalnum, line))
    ]
    if len(people) == 1:
        contacts = tuple(row_contacts(said, country, Field.CONTACT_EMAIL, Field.CONTACT_PHONE))
        return [Draft(PERSON, people[0].names, True, contacts=contacts)]
    if people:  # whose they are nobody says
        note_all(said, Field.CONTACT_EMAIL, Field.CONTACT_PHONE)
    return people


def note_unused(said: RowCells, title: str) -> None:
    """A post without a house, contacts without a person: kept as they stand."""
    unused = [Field.EMPLOYER, Field.CONTACT_PERSON, Field.CONTACT_EMAIL, Field.CONTACT_PHONE, Field.EMPLOYER_WEBSITE]
    note_all(said, *unused, *([Field.TITLE] if title else []))


def note_all(said: RowCells, *fields: Field) -> None:
    """Keep the cells of these fields as they stand."""
    for wanted in fields:
        for column, text in said.cells.get(wanted, ()):
            said.note(column, text)


def row_ties(said: RowCells) -> Iterator[DraftTie]:
    """The ties in a column of our own export."""
    for column, text in said.cells.get(Field.TIES, ()):
        for line in tie_lines(text):
            if isinstance(line, SaidTie) and line.name and len(line.name) <= LONGEST_NAME:
                other = Draft(kind_of_name(line.name) or ORGANISATION, (DraftName(line.name),), qiao_id=line.other_id)
                yield DraftTie(line.kind, other, line.role[:LONGEST_ROLE], True, line.valid_from, line.valid_until)
            else:
                said.note(column, line if isinstance(line, str) else line.role)
