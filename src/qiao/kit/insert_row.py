"""One new row put in: the statement of its table is written once, where `Model.save` builds a query for each row."""

from __future__ import annotations

from functools import cache

from django.db import connection, models

from qiao.kit.insert import statement


def insert_row(row: models.Model) -> None:
    """Insert a row whose key was made beforehand; signals are not sent, database defaults are not read back.

    Raises    ValueError without a key; IntegrityError when the database refuses the row.
    """
    if row.pk is None:
        raise ValueError(f"Expected a key made beforehand; a {row._meta.model_name} has none.")
    fields = row._meta.concrete_fields
    values = [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(_statement(type(row), connection.vendor), values)
    row._state.adding, row._state.db = False, connection.alias


@cache
def _statement(table: type[models.Model], _vendor: str) -> str:
    return statement(table, list(table._meta.concrete_fields))
