"""Rows of a table made by the thousand: Django asks each field for its default each time, half of what making takes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


def make_row(table: type[Row], **columns: Any) -> Row:
    """A row that is not saved yet, as `table(**columns)` makes it.

    columns   values by the name of the column, as `subject_id`. Raises KeyError for a column there is none of.
    """
    places, plain, called = _blank(table)
    values = list(plain)
    for place, default in called:
        values[place] = default()
    for name, value in columns.items():
        values[places[name]] = value
    return table(*values)


@cache
def _blank(
    table: type[models.Model],
) -> tuple[dict[str, int], tuple[Any, ...], tuple[tuple[int, Callable[[], Any]], ...]]:
    """Column -> its place; the defaults that are always the same; those made anew for each row."""
    fields = table._meta.concrete_fields
    anew = [field.has_default() and callable(field.default) for field in fields]
    called = tuple((place, field.default) for place, field in enumerate(fields) if anew[place])
    plain = tuple(None if anew[place] else field.get_default() for place, field in enumerate(fields))
    return {field.attname: place for place, field in enumerate(fields)}, plain, called
