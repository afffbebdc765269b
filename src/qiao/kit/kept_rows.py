"""How the rows of a kept query are read: values converted, instances made, and each related row made once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.query import get_related_populators
from django.db.models.sql.compiler import SQLCompiler

Read = Callable[[BaseDatabaseWrapper, Iterable[Any]], Iterable[Any]]
Convert = Callable[[Any], Any]
Steps = Mapping[int, tuple[Sequence[Callable[..., Any]], Any]]  # column -> what Django does with its values


class AsIds(dict[Any, UUID]):
    """An id as the database writes it -> the id."""

    def __missing__(self, plain: Any) -> UUID:
        self[plain] = made = plain if isinstance(plain, UUID) else UUID(plain)
        return made


def reader(compiler: SQLCompiler, using: str, *, instances: bool, plain_ids: bool) -> Read:
    """What Django does with the rows of a query, without building it again."""
    columns = [column for column, _sql, _alias in compiler.select]
    steps: Steps = compiler.get_converters(columns)
    ids = {at for at, column in enumerate(columns) if isinstance(column.output_field, _IDS)}
    if plain_ids:
        steps = {at: how for at, how in steps.items() if at not in ids}
    info = compiler.klass_info
    if info is None or not instances:
        return _tuples(steps, ids)
    fields = info["select_fields"]
    first, last = fields[0], fields[-1] + 1
    names = [column[0].target.attname for column in compiler.select[first:last]]
    related = get_related_populators(info, compiler.select, using)  # type: ignore[call-arg]  # stubs of a later Django
    model: type[models.Model] = info["model"]

    def made(connection: BaseDatabaseWrapper, rows: Iterable[Any]) -> Iterator[Any]:
        convert = _convert(steps, ids, connection)
        others = [_Related(populator, convert) for populator in related]
        for row in rows:
            one = model.from_db(using, names, _converted(row, first, last, convert))
            for other in others:
                other.put(row, one)
            yield one

    return made


_IDS = (models.UUIDField, models.ForeignKey)


class _Related:
    """The rows of one relation. Claims of a page share their source, their action and their subject: one instance."""

    def __init__(self, populator: Any, convert: dict[int, Convert]) -> None:
        if populator.reorder_for_init is not None:
            raise TypeError(f"Expected a model without parent tables; found {populator.model_cls.__name__}.")
        self.populator, self.convert = populator, convert
        self.key: int = populator.cols_start + populator.pk_idx
        self.children = [_Related(child, convert) for child in populator.related_populators]
        self.held: dict[Any, Any] = {None: None}

    def put(self, row: Sequence[Any], onto: Any) -> None:
        """Set the relation of an instance from its row."""
        key = row[self.key]
        other = self.held[key] if key in self.held else self._made(key, row)
        self.populator.local_setter(onto, other)
        if other is not None:
            self.populator.remote_setter(other, onto)

    def _made(self, key: Any, row: Sequence[Any]) -> Any:
        how = self.populator
        values = _converted(row, how.cols_start, how.cols_end, self.convert)
        self.held[key] = other = how.model_cls.from_db(how.db, how.init_list, values)
        for child in self.children:
            child.put(row, other)
        return other


def _tuples(steps: Steps, ids: set[int]) -> Read:
    if not steps:
        return lambda _connection, rows: rows

    def read(connection: BaseDatabaseWrapper, rows: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
        convert = _convert(steps, ids, connection)
        return (tuple(_converted(row, 0, len(row), convert)) for row in rows)

    return read


def _convert(steps: Steps, ids: set[int], connection: BaseDatabaseWrapper) -> dict[int, Convert]:
    """Column -> what makes its values. An id that stands in many rows is made once."""
    held = AsIds()
    return {
        at: _id_of(held) if at in ids and connection.vendor == "sqlite" else _stepping(how, column, connection)
        for at, (how, column) in steps.items()
    }


def _id_of(held: AsIds) -> Convert:
    return lambda plain: None if plain is None else held[plain]


def _stepping(steps: Sequence[Callable[..., Any]], column: Any, connection: BaseDatabaseWrapper) -> Convert:
    def convert(value: Any) -> Any:
        for step in steps:
            value = step(value, column, connection)
        return value

    return convert


def _converted(row: Sequence[Any], first: int, last: int, convert: dict[int, Convert]) -> list[Any]:
    return [convert[at](row[at]) if at in convert else row[at] for at in range(first, last)]
