"""Many rows of one table put in at once.

Django's own bulk_create prepares each value of each row by several calls, which is half the time of writing a long
list. Here each column's preparation is looked up once; the rows are those that bulk_create would write.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection, models

Prepare = Callable[[Any], Any]


def insert(
    table: type[models.Model], rows: Sequence[models.Model], *, over: Sequence[str] = (), update: Sequence[str] = ()
) -> None:
    """Insert rows; signals are not sent, database defaults are not read back.

    Keys were made beforehand, or all are left to the database: PostgreSQL takes an empty one for a value.

    over     fields of a unique constraint: a row that is there already gets the `update` fields of the new one.
    """
    if not rows:
        return
    fields = [field for field in table._meta.concrete_fields if not field.primary_key or rows[0].pk is not None]
    ways = [(field.attname, _way(field)) for field in fields]
    values = [[way(getattr(row, attname)) for attname, way in ways] for row in rows]
    with connection.cursor() as cursor:
        cursor.executemany(_statement(table, fields, over, update), values)
    for row in rows:
        row._state.adding = False


def _statement(
    table: type[models.Model], fields: Sequence[models.Field[Any, Any]], over: Sequence[str], update: Sequence[str]
) -> str:
    quoted = connection.ops.quote_name
    names = [quoted(str(field.column)) for field in fields]
    said = f"INSERT INTO {quoted(table._meta.db_table)} ({', '.join(names)}) VALUES ({', '.join(['%s'] * len(names))})"
    if not over:
        return said
    key = ", ".join(_column(table, name) for name in over)
    changes = ", ".join(f"{_column(table, name)} = EXCLUDED.{_column(table, name)}" for name in update)
    return f"{said} ON CONFLICT ({key}) DO UPDATE SET {changes}"


def _column(table: type[models.Model], name: str) -> str:
    return connection.ops.quote_name(str(table._meta.get_field(name).column))  # type: ignore[union-attr]


def _way(field: models.Field[Any, Any]) -> Prepare:
    """How the values of a column are prepared for the database at hand."""
    kind: Any = field
    while kind.is_relation:
        kind = kind.target_field
    if isinstance(kind, models.UUIDField):
        return _as_it_is if connection.features.has_native_uuid_field else _hex
    if isinstance(kind, models.CharField | models.TextField):
        return _text
    if isinstance(kind, models.IntegerField | models.FloatField | models.BooleanField):
        return _as_it_is
    return lambda value: field.get_db_prep_save(value, connection)


def _as_it_is(value: Any) -> Any:
    return value


def _hex(value: Any) -> Any:
    return None if value is None else value.hex


def _text(value: Any) -> Any:
    """Members of an enumeration are texts of another type, which not every driver takes for one."""
    return value if type(value) is str or value is None else str(value)
