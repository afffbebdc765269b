"""Draw entries from the full-text index: FTS5 or a tsvector, the same tokens, the same answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from qiao.engines.text.search_probe import Asked
from qiao.register.scope_tokens import SHARES

FEW, MANY = 64, 256  # entries drawn for one question, by how many answers are wanted; they are ranked in Python
_COLUMNS = "s.number, s.entity_id, e.canonical_id, e.kind, s.names"
_JOINED = "JOIN register_entity e ON e.id = s.entity_id"
# A cross join keeps SQLite from asking the index once for each entry of the zone.
_SQLITE = (
    f"SELECT {_COLUMNS} FROM register_searchentry_fts CROSS JOIN register_searchentry s "
    "ON s.number = register_searchentry_fts.rowid "
    f"CROSS {_JOINED} WHERE register_searchentry_fts MATCH %s AND s.zone_id = %s"
)
_POSTGRES = f"SELECT {_COLUMNS} FROM register_searchentry s {_JOINED} WHERE s.vector @@ %s::tsquery AND s.zone_id = %s"

_SQLITE_NUMBERS = (
    "SELECT * FROM (SELECT %d, rowid FROM register_searchentry_fts WHERE register_searchentry_fts MATCH %%s LIMIT %d)"
)
_POSTGRES_NUMBERS = (
    "SELECT * FROM (SELECT %d, number FROM register_searchentry WHERE vector @@ %%s::tsquery LIMIT %d) AS q"
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One entry: its number, its kind, its names as they are kept, and the ids as the database writes them."""

    number: int
    record: UUID | str
    group: UUID | str
    kind: str
    names: str

    @property
    def entity_id(self) -> UUID:
        return _uuid(self.record)

    @property
    def canonical_id(self) -> UUID:
        """What stands for the record's group."""
        return _uuid(self.group)


def at_most(wanted: int) -> int:
    """How many entries are drawn for one question where so many answers are wanted."""
    return max(FEW, min(MANY, 2 * wanted))


def reads_all_first() -> bool:
    """Whether the database reads all that answer before it gives one: PostgreSQL; FTS5 gives them as it finds them."""
    return connection.vendor != "sqlite"


def draw(zone_id: UUID, asked: Asked, *, limit: int, is_common: bool = False) -> list[Drawn]:
    """Entries that answer, at most `limit`, the same on both databases.

    is_common   that more are expected than the limit: samples are looked at first. The answer is the same.

    Where more answer, they are drawn from the smallest sample that holds enough of them, the first entered first: a
    sort of all that answer would grow with the register.
    """
    if not is_common:
        found = entries(zone_id, asked, limit=limit + 1)
        if len(found) <= limit:
            return found
    for share in SHARES:
        found = entries(zone_id, (*asked, (f"v{share}",)), ordered=True, limit=limit)
        if len(found) >= limit // 3:
            return found
    return entries(zone_id, asked, ordered=True, limit=limit)


def entries(zone_id: UUID, asked: Asked, *, limit: int, ordered: bool = False) -> list[Drawn]:
    """Entries of a zone that bear, of each alternative, one token; without an order any, if more than the limit."""
    sqlite = connection.vendor == "sqlite"
    statement = (
        (_SQLITE if sqlite else _POSTGRES) + (" ORDER BY s.entity_id, s.is_own" if ordered else "") + " LIMIT %s"
    )
    zone = zone_id.hex if sqlite else zone_id
    with connection.cursor() as cursor:
        cursor.execute(statement, [match(asked), zone, limit])
        return [Drawn(*row) for row in cursor.fetchall()]


def numbers_of(questions: Sequence[Asked], *, limit: int) -> list[list[int]]:
    """For each question, the numbers of entries that answer, at most `limit` each, in no order: one query.

    Each question must name the zone by a token.
    """
    if not questions:
        return []
    sqlite = connection.vendor == "sqlite"
    parts = [(_SQLITE_NUMBERS if sqlite else _POSTGRES_NUMBERS) % (at, limit) for at in range(len(questions))]
    found: list[list[int]] = [[] for _question in questions]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), [match(asked) for asked in questions])
        for at, number in cursor.fetchall():
            found[at].append(number)
    return found


def match(asked: Asked) -> str:
    """A question in the words of the database. Tokens are letters and digits: nothing can be read into them."""
    if connection.vendor == "sqlite":
        return " AND ".join("(" + " OR ".join(f'"{token}"' for token in either) + ")" for either in asked)
    return " & ".join("(" + " | ".join(f"'{token}'" for token in either) + ")" for either in asked)


def _uuid(value: UUID | str) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)
