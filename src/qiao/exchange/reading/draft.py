"""One row understood: what it says of a party, normalised; nothing in it is invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from qiao.exchange.reading.columns import Mapped
from qiao.exchange.reading.table import Row


@dataclass(frozen=True, slots=True)
class DraftName:
    """A name as written. language is "" when unknown; role is a value of register.enums.NameKind."""

    text: str
    language: str = ""
    role: str = "printed"


@dataclass(frozen=True, slots=True)
class DraftContact:
    """kind is a value of register.enums.ContactKind; the address is in the spelling the register's forms give it."""

    kind: str
    address: str


@dataclass(frozen=True, slots=True)
class DraftNumber:
    """scheme is a value of register.enums.IdentifierScheme; the number obeys the rules of its register."""

    scheme: str
    number: str


@dataclass(frozen=True, slots=True)
class DraftNote:
    """What was not understood, with the header it stood under."""

    header: str
    text: str


@dataclass(frozen=True, slots=True)
class DraftTie:
    """A tie between the party of the row and another named in it.

    kind         a value of register.enums.TieKind. role: the words of a post.
    other        the other party, as far as the row tells.
    is_outward   whether the row's party is the subject: a person holds a post at `other`. Else `other` is.
    """

    kind: str
    other: Draft
    role: str = ""
    is_outward: bool = True
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A party as one row tells of it.

    kind       "organisation" or "person".   is_kind_told   whether the row or its columns say so; else it was guessed.
    names      at least one; the first is the one to show.
    country    ISO 3166-1 alpha-2, or "".    city           as written.
    numbers    identifiers.                  domains        of its websites and of its own mail, for comparing.
    segments   codes or names as written.    qiao_id        a UUID when the row came from our own export, else "".
    """

    kind: str
    names: tuple[DraftName, ...]
    is_kind_told: bool = False
    country: str = ""
    city: str = ""
    numbers: tuple[DraftNumber, ...] = ()
    contacts: tuple[DraftContact, ...] = ()
    domains: frozenset[str] = frozenset()
    ties: tuple[DraftTie, ...] = ()
    segments: tuple[str, ...] = ()
    notes: tuple[DraftNote, ...] = ()
    qiao_id: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a row gives no draft: a code, the values of its sentence by name, and the column, None for the whole row."""

    code: str
    params: tuple[tuple[str, str], ...] = ()
    column: int | None = None


def draft_of(row: Row, mapped: Mapped, headers: tuple[str, ...] = ()) -> Draft | Refusal:
    """What one row says, under a mapping of its columns.

    headers   the columns of the table, for the notes.
    Returns   a draft, or the reason why there is none: "no_name", "cell_too_long", "unreadable".
    """
    from qiao.exchange.reading.understand import understood

    return understood(row, mapped, headers)
