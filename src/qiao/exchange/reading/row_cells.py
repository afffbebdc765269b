"""The cells of one row by field, and the notes made while they are understood."""

from __future__ import annotations

from dataclasses import dataclass, field

from qiao.exchange.reading.columns import Mapped
from qiao.exchange.reading.draft import DraftNote
from qiao.exchange.reading.fields import Field
from qiao.exchange.reading.table import Row

LONGEST_NOTE = 2000


@dataclass(slots=True)
class RowCells:
    """Filled cells with their columns; `notes` grows while they are understood."""

    cells: dict[Field, list[tuple[int, str]]]
    headers: tuple[str, ...]
    notes: list[DraftNote] = field(default_factory=list)

    def texts(self, *fields: Field) -> list[str]:
        return [text for wanted in fields for _, text in self.cells.get(wanted, ())]

    def first(self, wanted: Field) -> str:
        """The first text of a field that has one value; what others say is noted."""
        found = self.cells.get(wanted, [])
        for column, text in found[1:]:
            if text != found[0][1]:
                self.note(column, text)
        return found[0][1] if found else ""

    def column(self, wanted: Field) -> int:
        return self.cells[wanted][0][0]

    def note(self, column: int, text: str) -> None:
        """Keep what was not understood, under its header."""
        header = self.headers[column] if column < len(self.headers) else ""
        self.notes.append(DraftNote(header, text[:LONGEST_NOTE]))


def by_field(row: Row, mapped: Mapped) -> dict[Field, list[tuple[int, str]]]:
    """Field -> its filled cells with their columns, in order."""
    found: dict[Field, list[tuple[int, str]]] = {}
    for column, cell in enumerate(row.cells):
        wanted = mapped.get(column, Field.IGNORE)
        text = cell.strip()
        if text and wanted is not Field.IGNORE:
            found.setdefault(wanted, []).append((column, text))
    if found.keys() & {Field.PERSON, Field.FAMILY_NAME, Field.GIVEN_NAME} and Field.ORGANISATION in found:
        # A row about a person and a firm is about the person, whom the firm employs.
        found.setdefault(Field.EMPLOYER, []).extend(found.pop(Field.ORGANISATION))
    return found
