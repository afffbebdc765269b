"""Queries that are put into SQL once and then asked again with other values: building one costs more than asking it."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import Func

from qiao.kit.kept_rows import AsIds, Read, reader

__all__ = ["Among", "AsIds", "Kept", "PlainId", "Slot", "plain_id", "text_given"]
PlainId = UUID | str  # an id as the database writes it: in hexadecimal on SQLite


@dataclass(frozen=True)
class Slot:
    """The place of a value that is given when the query is asked."""

    name: str


_TEXT = "\ue000"


def text_given(name: str) -> str:
    """What a query is built with where it will compare with a text given under `name`."""
    return _TEXT + name


class Among(Func):
    """A filter: the column at `path` is one of the ids given under `name` when the query is asked."""

    output_field = models.BooleanField()
    conditional = True
    arity = 1

    def __init__(self, path: str | models.F, name: str = "ids") -> None:
        super().__init__(path)
        self.name = name

    @property
    def identity(self) -> tuple[Any, ...]:
        return (type(self), self.name, *(expression.identity for expression in self.get_source_expressions()))

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        column, values = compiler.compile(self.get_source_expressions()[0])
        listed = "= ANY(%s)" if connection.vendor == "postgresql" else "IN (SELECT value FROM json_each(%s))"
        return f"{column} {listed}", [*values, Slot(self.name)]


@dataclass(frozen=True)
class _Put:
    """One query as SQL: its values, some of them slots, and how its rows are read; no SQL when it can find nothing."""

    sql: str
    values: tuple[Any, ...]
    read: Read


def plain_id(value: UUID, using: str = "default") -> PlainId:
    """An id as the database writes it."""
    return value if connections[using].vendor == "postgresql" else value.hex


class Kept:
    """Queries built by one function, each kept for the shape it was built for.

    build    the query, with stand-ins where values come later: a row of a model whose filters only compare, so that
             two askers of one shape have the same SQL. It is called once for each shape and database.
    plain_ids    leave ids in tuples as the database writes them: for those that only lead from one query to the next.
    """

    def __init__(self, build: Callable[..., models.QuerySet[Any, Any]], *, plain_ids: bool = False) -> None:
        self.build, self.plain_ids = build, plain_ids
        self._put: dict[Hashable, _Put] = {}

    def ask(
        self, shape: tuple[Any, ...], stand_ins: Mapping[Any, str], values: Mapping[str, Any], using: str = "default"
    ) -> list[Any]:
        """The rows: instances or tuples, as the query was built. Nothing is among no ids.

        shape       the arguments of `build`.
        stand_ins   what it builds in -> the name of the value to ask with.     values   name -> value.
        """
        if any(isinstance(value, list | set) and not value for value in values.values()):
            return []
        connection = connections[using]
        key = (shape, connection.vendor)
        put = self._put.get(key)
        if put is None:
            named = {_bound(stand_in, connection): name for stand_in, name in stand_ins.items()}
            put = self._put[key] = _put(self.build(*shape), named, using, self.plain_ids)
        if not put.sql:
            return []
        bound = {name: _bound(value, connection) for name, value in values.items()}
        with connection.cursor() as cursor:
            cursor.execute(put.sql, [bound[v.name] if isinstance(v, Slot) else v for v in put.values])
            return list(put.read(connection, cursor.fetchall()))


def _put(query: models.QuerySet[Any, Any], named: Mapping[Any, str], using: str, plain_ids: bool) -> _Put:
    compiler = query.query.get_compiler(using)
    try:
        sql, values = compiler.as_sql()
    except EmptyResultSet:
        return _Put("", (), lambda _connection, rows: iter(rows))
    instances = query._fields is None  # type: ignore[attr-defined]  # not in the stubs
    read = reader(compiler, using, instances=instances, plain_ids=plain_ids)
    return _Put(sql, tuple(_place(v, named) for v in values), read)


def _place(value: Any, named: Mapping[Any, str]) -> Any:
    if isinstance(value, str) and value.startswith(_TEXT):
        return Slot(value.removeprefix(_TEXT))
    return Slot(named[value]) if isinstance(value, str | UUID | datetime) and value in named else value


def _bound(value: Any, connection: BaseDatabaseWrapper) -> Any:
    """A value as the database wants it: ids in hexadecimal on SQLite, a list of them as one value on both."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if connection.vendor == "postgresql":
        return list(value) if isinstance(value, list | tuple | set | frozenset) else value
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, list | tuple | set | frozenset):
        return json.dumps([one if isinstance(one, str) else one.hex for one in value])
    return value
