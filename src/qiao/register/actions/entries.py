"""The search entries of records: their names, and the tokens that both databases index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from qiao.engines.text.names import FOLD_VERSION
from qiao.engines.text.search_tokens import index_tokens
from qiao.kit.insert import insert_values
from qiao.register.kept_names import KeptName, kept, pack, unpack
from qiao.register.models import Entity, SearchEntry
from qiao.register.queries.told_names import ToldName
from qiao.register.scope_tokens import scope_of

Findable = tuple[Entity, Sequence[ToldName], Sequence[ToldName] | None]


def write_entries(zone_id: UUID, records: Sequence[Findable]) -> None:
    """Write the entries of these records that are not yet as they should be.

    records   each with the names it is found by and, for a record of a circle, with those of the circle alone.
    """
    held = _held(zone_id, [record.pk for record, *_names in records])
    changed = [
        _entry(record, is_own, lines)
        for record, is_own, lines in _wanted(records)
        if held.get((record.pk, is_own), ("", FOLD_VERSION)) != (lines, FOLD_VERSION)
    ]
    key, said = ("zone", "entity", "is_own"), ("names", "tokens", "fold_version")
    insert_values(SearchEntry, (*key, *said), changed, over=key, update=said)


def _wanted(records: Iterable[Findable]) -> Iterator[tuple[Entity, bool, str]]:
    for record, names, own in records:
        yield record, False, _lines(names)
        if own is not None:
            yield record, True, _lines(own)


def _lines(names: Iterable[ToldName]) -> str:
    return pack(kept(name.text, name.language, name.kind) for name in names)


def _held(zone_id: UUID, records: Sequence[UUID]) -> dict[tuple[UUID, bool], tuple[str, int]]:
    rows = SearchEntry.objects.filter(zone_id=zone_id, entity__in=records)
    columns = rows.values_list("entity_id", "is_own", "names", "fold_version")
    return {(entity, is_own): (names, version) for entity, is_own, names, version in columns}


def _entry(record: Entity, is_own: bool, lines: str) -> tuple[UUID, UUID, bool, str, str, int]:
    names: list[KeptName] = unpack(lines)
    tokens = " ".join([*scope_of(record, is_own=is_own), *index_tokens(name.forms for name in names)])
    return record.zone_id, record.pk, is_own, lines, tokens, FOLD_VERSION
