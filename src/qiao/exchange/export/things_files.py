"""A list of things as files: a table, a workbook with its sources, JSON lines, FollowTheMoney entities.

Source    the schemata Event, Trip, Contract, Organization and UnknownLink of followthemoney, as its documentation
          lists them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.utils.translation import gettext, pgettext

from qiao.exchange.export import sources
from qiao.exchange.export.forms import Form
from qiao.exchange.export.headers import header
from qiao.exchange.export.json_lines import thing_object
from qiao.exchange.export.listings import Asked, Listing, register_listing
from qiao.exchange.export.party import Party, Stated
from qiao.exchange.export.tables import Sheet, Workbook
from qiao.exchange.export.things import Things, thing_count, told_things
from qiao.exchange.reading import Field
from qiao.kit import show
from qiao.register.enums import Modality
from qiao.register.tables import slug_of, title_of

_KEYS = {"name": "names", "dating": "dates", "location": "places"}


def register_things(things: Things) -> None:
    """Enter a list of things, and the words for what is claimed of them."""
    for told in things.told:
        sources.word_values(slug_of(told.table), told.words)
    register_listing(
        Listing(
            key=things.key,
            words=things.words,
            count=lambda asked: thing_count(things, asked),
            sheet=lambda asked: Sheet(str(things.words), headers(things, asked.language), _rows(things, asked)),
            files={
                Form.JSON: lambda asked: _lines(json_objects(things, asked)),
                Form.FTM: lambda asked: _lines(entities(things, asked)),
            },
            kept=frozenset({"mission"}),
            book=lambda asked, path: _write_book(things, asked, path),
        )
    )


def headers(things: Things, language: str) -> list[str]:
    """The headers of the table."""
    first = [header(Field.QIAO_ID, language), header(Field.NAME, language), gettext("From"), gettext("Until")]
    where = [header(Field.CITY, language), header(Field.COUNTRY, language)]
    return [*first, *where, *(title_of(told.table) for told in things.told), pgettext("a column of a table", "Source")]


def cells(things: Things, thing: Party, language: str) -> list[str]:
    """A thing as the cells of a row; several values of one column stand on lines of their own."""
    dates, places = list(thing.facts("dating")), list(thing.facts("location"))
    codes = [one.value["country"] for one in places]
    return [
        str(thing.id),
        thing.called,
        str(dates[0].value["start_date"]) if dates else "",
        str(dates[0].value["end_date"]) if dates else "",
        _each(one.value["place"] for one in places),
        _each(show.country(code, language) if code else "" for code in codes),
        *(_each(map(_said, thing.of(slug_of(told.table)))) for told in things.told),
        _each(one.cited.title for one in thing.stated),
    ]


def _said(one: Stated) -> str:
    """What is claimed, and how it is meant where it is no fact."""
    words = sources.value_text(one)
    return words if one.is_fact else f"{words} ({Modality(one.modality).label})"


def _each(values: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(filter(None, values)))


def json_objects(things: Things, asked: Asked) -> Iterator[dict[str, Any]]:
    """Each thing with all that is said of it."""
    keys = {**_KEYS, **{slug_of(told.table): told.key for told in things.told}}
    for thing in told_things(things, asked):
        yield thing_object(thing, keys)


def entities(things: Things, asked: Asked) -> Iterator[dict[str, Any]]:
    """Each thing as an entity, followed by its links to those who had part in it, as far as they are facts."""
    for thing in told_things(things, asked):
        yield {
            "id": str(thing.id),
            "schema": things.schema,
            "caption": thing.called,
            "properties": _properties(things, thing),
        }
        for one in thing.stated:
            if one.is_fact and "object_id" in one.value:
                yield _link(thing, one)


def _properties(things: Things, thing: Party) -> dict[str, list[str]]:
    dates, places = list(thing.facts("dating")), list(thing.facts("location"))
    found = {
        "name": [thing.called, *(one.value["text"] for one in thing.facts("name"))],
        "country": [one.value["country"].lower() for one in places],
        "publisher": [one.cited.title for one in thing.stated],
    }
    if things.schema in ("Event", "Trip"):
        found |= {
            "startDate": [str(one.value["start_date"]) for one in dates],
            "endDate": [str(one.value["end_date"]) for one in dates],
            "location": [one.value["place"] for one in places],
        }
    elif things.schema == "Contract":
        found["contractDate"] = [str(one.value["start_date"]) for one in dates]
    else:
        found["address"] = [one.value["place"] for one in places]
    return {key: list(dict.fromkeys(filter(None, values))) for key, values in found.items() if any(values)}


def _link(thing: Party, one: Stated) -> dict[str, Any]:
    properties = {
        "subject": [str(one.value["object_id"])],
        "object": [str(thing.id)],
        "role": [one.table],
        "publisher": [one.cited.title],
    }
    return {"id": str(one.claim_id), "schema": "UnknownLink", "properties": properties}


def _rows(things: Things, asked: Asked) -> Iterator[list[str]]:
    for thing in told_things(things, asked):
        yield cells(things, thing, asked.language)


def _lines(objects: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    for told in objects:
        yield json.dumps(told, ensure_ascii=False, default=str).encode("utf-8", "replace") + b"\n"


def _write_book(things: Things, asked: Asked, path: Path) -> None:
    """Two sheets: the things, and every statement with its source."""
    first, second = str(things.words), gettext("Sources")
    with Workbook(path) as book:
        book.begin(first, headers(things, asked.language), (38, 40))
        book.begin(second, sources.headers(asked.language), sources.WIDTHS)
        for thing in told_things(things, asked):
            book.add(first, cells(things, thing, asked.language))
            for row in sources.rows(thing):
                book.add(second, row)
