"""Records of a zone compared with each other: through the register's index, or held in memory for many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from qiao.engines.resolve import Pair, Record
from qiao.register.adapt import adapted
from qiao.register.enums import EntityKind
from qiao.register.models import Entity
from qiao.register.queries.alike import Alike, weigh
from qiao.register.queries.candidates import candidates
from qiao.register.queries.readers import Reader, groups_of_kind, open_to_all, open_to_circle
from qiao.zones.models import Circle, Zone

if TYPE_CHECKING:
    from qiao.engines.resolve import Registry

FEW = 300  # records asked for: fewer are looked up one by one, more against a registry of all
NEAREST = 5  # matches looked at for each
BEAT_EVERY = 2000
Comparer = Callable[[Sequence[Record]], list[Alike]]


def comparer(reader: Reader, kind: EntityKind, *, few: bool, beat: Callable[[], None] = lambda: None) -> Comparer:
    """What compares batches of records of a kind with all that the reader sees.

    few     whether the index is asked for each, instead of reading in all: worth it for no more than `FEW`.
    beat    called now and then while records are read in.
    """
    if few:
        return lambda batch: [_looked_up(reader, query) for query in batch]
    from qiao.engines.resolve import Registry  # loads what compares: when first needed

    known = {record.id: record for record in _beating(adapted(reader, kind, groups_of_kind(reader, kind)), beat)}
    registry = Registry(known.values())
    return lambda batch: _weighed(registry, batch, known)


def circle_pairs(zone: Zone, circle: Circle, kind: EntityKind, *, since: datetime | None = None) -> list[Pair]:
    """Pairs of what a circle keeps, with each other and with what is open. They are asked, never sure."""
    from qiao.engines.resolve import Registry

    reader = open_to_circle(zone, circle)
    own = _kept_by(reader, circle, kind, since)
    kept = list(adapted(reader, kind, own))
    if not kept:
        return []
    everything = {record.id: record for record in adapted(reader, kind, _kept_by(reader, circle, kind, None))}
    opened = {record.id: record for record in adapted(open_to_all(zone), kind, groups_of_kind(open_to_all(zone), kind))}
    known = opened | everything
    found = _weighed(Registry(known.values()), kept, known)
    return [pair for alike in found for pair in (*alike.asked, *alike.sure)]


def _kept_by(reader: Reader, circle: Circle, kind: EntityKind, since: datetime | None) -> dict[UUID, list[UUID]]:
    """The groups that hold a record of the circle, each under the lowest of these."""
    kept = set(Entity.objects.filter(zone=reader.zone, kind=kind, audience=circle).values_list("id", flat=True))
    groups: dict[UUID, list[UUID]] = {}
    for records in groups_of_kind(reader, kind, since=since).values() if kept else ():
        own = [record for record in records if record in kept]
        if own:
            groups[min(own)] = records
    return groups


def _looked_up(reader: Reader, query: Record) -> Alike:
    from qiao.engines.resolve import Registry

    known = {record.id: record for record in (*candidates(reader, query), query)}
    (alike,) = _weighed(Registry(known.values()), [query], known)
    return alike


def _weighed(registry: Registry, queries: Sequence[Record], known: Mapping[str, Record]) -> list[Alike]:
    from qiao.engines.resolve.model import load_model

    least = load_model().ask
    near = registry.nearest(queries, top=NEAREST, least=least, but_itself=True, reasons=False)
    return weigh(queries, near, known, registry.decisions)


def _beating(records: Iterator[Record], beat: Callable[[], None]) -> Iterator[Record]:
    for number, record in enumerate(records):
        if number % BEAT_EVERY == 0:
            beat()
        yield record
