"""Rows written in bulk, past the models: what an import of a whole register would take hours for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random
from typing import Any

from django.db import connection, models

BATCH = 20_000


@dataclass
class Ids:
    """Ids of version 7 in hexadecimal, the same for the same seed; each later than the one before."""

    seed: int
    at_ms: int = 1_546_300_800_000  # 1 January 2019
    _rng: Random = field(init=False)

    def __post_init__(self) -> None:
        self._rng = Random(self.seed)

    def next(self) -> str:
        self.at_ms += 20
        tail = self._rng.getrandbits(74)
        return f"{self.at_ms:012x}7{tail >> 62:03x}{0x8 | (tail >> 60 & 3):x}{tail & (1 << 60) - 1:015x}"


class Bulk:
    """A table's rows, gathered and sent in large batches; columns that are not named get their default."""

    def __init__(self, model: type[models.Model], *columns: str) -> None:
        self.model = model
        fields = {column.name: column for column in model._meta.concrete_fields}
        fixed = [column for name, column in fields.items() if name not in columns]
        self.columns = [fields[name].column for name in columns] + [column.column for column in fixed]
        self.rest = tuple(_default(column) for column in fixed)
        self.rows: list[tuple[Any, ...]] = []
        self.count = 0

    def add(self, *values: Any) -> None:
        self.rows.append(values + self.rest)
        if len(self.rows) >= BATCH:
            self.flush()

    def flush(self) -> None:
        if not self.rows:
            return
        send = _copy if connection.vendor == "postgresql" else _insert
        send(self.model._meta.db_table, self.columns, self.rows)
        self.count += len(self.rows)
        self.rows.clear()


def _default(column: models.Field[Any, Any]) -> Any:
    if column.null and not column.has_default():
        return None
    value = column.get_default()
    return json.dumps(value) if isinstance(column, models.JSONField) else value


def _insert(table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    marks, names = ", ".join("?" * len(columns)), ", ".join(f'"{column}"' for column in columns)
    connection.connection.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows)


def _copy(table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    names = ", ".join(f'"{column}"' for column in columns)
    with connection.connection.cursor() as cursor, cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row(row)


@contextmanager
def loading() -> Iterator[None]:
    """One transaction without checks of foreign keys, and fresh statistics after it."""
    connection.ensure_connection()
    with connection.cursor() as cursor:
        for line in _BEFORE[connection.vendor]:
            cursor.execute(line)
    connection.connection.execute("BEGIN")
    try:
        yield
        connection.connection.execute("COMMIT")
    except BaseException:
        connection.connection.execute("ROLLBACK")
        raise
    with connection.cursor() as cursor:
        for line in _AFTER[connection.vendor]:
            cursor.execute(line)


_BEFORE = {
    "sqlite": ["PRAGMA foreign_keys=OFF", "PRAGMA synchronous=OFF", "PRAGMA cache_size=-600000"],
    "postgresql": ["SET session_replication_role = replica", "SET synchronous_commit = off"],
}
_AFTER = {
    "sqlite": ["PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA foreign_keys=ON", "PRAGMA synchronous=NORMAL", "ANALYZE"],
    "postgresql": ["SET session_replication_role = DEFAULT", "VACUUM ANALYZE"],
}
