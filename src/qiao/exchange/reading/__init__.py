"""Files of rows into drafts of parties: tables, address cards and pictures of cards."""

from qiao.exchange.reading.columns import SURE, Guess, Mapped, guess
from qiao.exchange.reading.draft import (
    Draft,
    DraftContact,
    DraftName,
    DraftNote,
    DraftNumber,
    DraftTie,
    Refusal,
    draft_of,
)
from qiao.exchange.reading.errors import UnreadableTable
from qiao.exchange.reading.fields import NAMES, SINGLE, Field
from qiao.exchange.reading.problem import TableLimits
from qiao.exchange.reading.table import Note, Row, Table, TableKind, read_table

__all__ = [
    "NAMES",
    "SINGLE",
    "SURE",
    "Draft",
    "DraftContact",
    "DraftName",
    "DraftNote",
    "DraftNumber",
    "DraftTie",
    "Field",
    "Guess",
    "Mapped",
    "Note",
    "Refusal",
    "Row",
    "Table",
    "TableKind",
    "TableLimits",
    "UnreadableTable",
    "draft_of",
    "guess",
    "read_table",
]
