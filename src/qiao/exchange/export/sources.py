"""The sheet of sources beside a list of parties: a row for each statement, keyed by the id of the party."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext, pgettext

from qiao.exchange.export.headers import header
from qiao.exchange.export.party import Party, Stated
from qiao.exchange.reading import Field
from qiao.register.enums import Modality, SourceKind, TieKind
from qiao.register.tables import table_of, title_of

WIDTHS = (38, 30, 16, 40, 12, 12, 12, 40, 14, 12, 20)


def headers(language: str) -> list[str]:
    """The headers of the sheet; the first is the key."""
    return [
        header(Field.QIAO_ID, language),
        header(Field.NAME, language),
        gettext("What is said"),
        gettext("Value"),
        gettext("Said as"),
        gettext("From"),
        gettext("Until"),
        pgettext("a column of a table", "Source"),
        gettext("Kind of source"),
        gettext("Date"),
        gettext("Place in it"),
    ]


def rows(party: Party) -> Iterator[list[str]]:
    """Every statement of a party with its source, in the order in which pages show them."""
    for one in party.stated:
        table = table_of(one.table)
        yield [
            str(party.id),
            party.called,
            title_of(table) if table else one.table,
            value_text(one),
            str(Modality(one.modality).label),
            str(one.valid_from or ""),
            str(one.valid_until or ""),
            one.cited.title,
            str(SourceKind(one.cited.kind).label),
            str(one.cited.published or ""),
            one.cited.place,
        ]


_words: dict[str, Callable[[Mapping[str, Any]], str]] = {}


def word_values(table: str, words: Callable[[Mapping[str, Any]], str]) -> None:
    """Let a room say what is claimed in a table of its own. words   values by column -> text."""
    _words[table] = words


def value_text(one: Stated) -> str:
    """What is claimed, in words."""
    value = one.value
    if one.table in _words:
        return _words[one.table](value)
    match one.table:
        case "name":
            return " ".join(filter(None, (value["text"], f"[{value['language']}]" if value["language"] else "")))
        case "location":
            return ", ".join(filter(None, (value["place"], value["country"])))
        case "identifier":
            return f"{value['scheme']} {value['number']}"
        case "contactpoint":
            return str(value["address"])
        case "classification":
            return str(value["segment"])
        case "dating":
            return f"{value['start_date']} – {value['end_date']}"
        case _:
            said = (TieKind(value["kind"]).label, value["role"], value["object_name"])
            return " · ".join(str(part) for part in said if part)
