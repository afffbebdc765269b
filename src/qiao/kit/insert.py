"""Many rows of one table put in at once.

Django's own bulk_create prepares each value of each row by several calls, which is half the time of writing a long
list. Here each column's preparation is looked up once; the rows are those that bulk_create would write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from django.db import connection, models

Prepare = Callable[[Any], Any]
Column = models.Field[Any, Any]


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
    _put_in(table, fields, map(attrgetter(*(field.attname for field in fields)), rows), over, update)
    for row in rows:
        row._state.adding = False


def insert_values(
    table: type[models.Model],
    columns: Sequence[str],
    rows: Sequence[tuple[Any, ...]],
    *,
    over: Sequence[str] = (),
    update: Sequence[str] = (),
) -> None:
    """The same for rows that are only values: making an object of each takes longer than writing it.

    columns    two or more fields of the table; the others must have a default in the database or be its number.
    """
    if rows:
        _put_in(table, [_field(table, name) for name in columns], rows, over, update)


def _put_in(
    table: type[models.Model],
    fields: Sequence[Column],
    rows: Iterable[tuple[Any, ...]],
    over: Sequence[str],
    update: Sequence[str],
) -> None:
    ways = [(at, way) for at, field in enumerate(fields) if (way := _way(field)) is not None]

    def prepared(row: tuple[Any, ...]) -> list[Any]:
        values = list(row)
        for at, way in ways:
            values[at] = way(values[at])
        return values

    with connection.cursor() as cursor:
        cursor.executemany(statement(table, fields, over, update), list(map(prepared, rows)))


def statement(
    table: type[models.Model], fields: Sequence[Column], over: Sequence[str] = (), update: Sequence[str] = ()
) -> str:
    """The SQL that puts one row in, with a place for each of these fields."""
    quoted = connection.ops.quote_name
    names = [quoted(str(field.column)) for field in fields]
    said = f"INSERT INTO {quoted(table._meta.db_table)} ({', '.join(names)}) VALUES ({', '.join(['%s'] * len(names))})"
    if not over:
        return said
    key = ", ".join(_column(table, name) for name in over)
    changes = ", ".join(f"{_column(table, name)} = EXCLUDED.{_column(table, name)}" for name in update)
    return f"{said} ON CONFLICT ({key}) DO UPDATE SET {changes}"


def _column(table: type[models.Model], name: str) -> str:
    return connection.ops.quote_name(str(_field(table, name).column))


def _field(table: type[models.Model], name: str) -> Column:
    field = table._meta.get_field(name)
    assert isinstance(field, models.Field)
    return field


def _way(field: Column) -> Prepare | None:
    """How the values of a column are prepared for the database at hand; None when they are taken as they are."""
    kind: Any = field
    while kind.is_relation:
        kind = kind.target_field
    if isinstance(kind, models.UUIDField):
        return None if connection.features.has_native_uuid_field else _hex
    if isinstance(kind, models.CharField | models.TextField):
        return _text
    if isinstance(kind, models.IntegerField | models.FloatField | models.BooleanField):
        return None
    return lambda value: field.get_db_prep_save(value, connection)


def _hex(value: Any) -> Any:
    return None if value is None else value.hex


def _text(value: Any) -> Any:
    """Members of an enumeration are texts of another type, which not every driver takes for one."""
    return value if type(value) is str or value is None else str(value)
