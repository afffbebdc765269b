"""What the register says of some groups, as facts that a row can be held against."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from qiao.engines.text.names import fold
from qiao.exchange.detect import keys
from qiao.exchange.detect.facts import Facts
from qiao.exchange.detect.sayings import Segments
from qiao.register.enums import Modality, NameKind
from qiao.register.models import Claim, Classification, ContactPoint, Entity, Identifier, Location, Name, Segment, Tie
from qiao.register.queries.readers import Reader, groups_around
from qiao.zones.models import Zone

MOST = 900  # ids in one question


def known_of(reader: Reader, records: Collection[UUID]) -> dict[UUID, Facts]:
    """Record -> what the reader's claims say of its whole group; records that the reader does not see are left out.

    One query for each table and some hundred groups.
    """
    groups = {key: held for part in _parts(records) for key, held in groups_around(reader, part).items()}
    key_of = {record: key for key, held in groups.items() for record in held}
    facts = {key: Facts() for key in groups}
    for part in _parts(key_of):
        _read(reader, part, key_of, facts)
    return {record: facts[key_of[record]] for record in records if record in key_of}


def heads_of(reader: Reader, records: Iterable[UUID]) -> dict[UUID, UUID]:
    """Record -> the lowest record of its group that the reader sees."""
    heads: dict[UUID, UUID] = {}
    for part in _parts(set(records)):
        groups = groups_around(reader, part)
        heads |= {record: key for key, held in groups.items() for record in held}
    return heads


def segments_of(zone: Zone) -> Segments:
    """Every code and name of the zone's segments, folded."""
    found: dict[str, Segment] = {}
    for segment in Segment.objects.filter(zone=zone).order_by("code"):
        for word in (segment.code, *map(str, segment.names.values())):
            found.setdefault(fold(word), segment)
    return found


def existing(zone: Zone, ids: Iterable[UUID]) -> dict[UUID, Entity]:
    """Those of these records that there are."""
    found: dict[UUID, Entity] = {}
    for part in _parts(set(ids)):
        found |= {entity.pk: entity for entity in Entity.objects.filter(zone=zone, id__in=part)}
    return found


def _read(reader: Reader, records: list[UUID], key_of: Mapping[UUID, UUID], facts: Mapping[UUID, Facts]) -> None:
    def rows(table: type[Claim], *columns: str, end: str = "subject_id") -> Iterator[tuple[Any, ...]]:
        told = reader.claims(table).filter(**{f"{end}__in": records}).exclude(modality=Modality.DENIAL)
        for record, *values in told.values_list(end, *columns):
            yield (facts[key_of[record]], *values)

    for group, text, kind in rows(Name, "text", "kind"):
        group.add((keys.former_key if kind == NameKind.FORMER else keys.name_key)(text))
    for group, place, country in rows(Location, "place", "country"):
        for key in keys.place_keys(place, country):
            group.add(key)
    for group, scheme, number in rows(Identifier, "scheme", "number"):
        group.add(keys.number_key(scheme, number))
    for group, kind, address in rows(ContactPoint, "kind", "address"):
        group.add(keys.point_key(kind, address))
    for group, segment in rows(Classification, "segment_id"):
        group.add(keys.segment_key(segment))
    _read_ties(rows)


def _read_ties(rows: Any) -> None:
    """A tie is known under every record of the group on its other side."""
    sides = (("subject_id", "object", True), ("object_id", "subject", False))
    for end, far, outward in sides:
        columns = ("kind", f"{far}_id", f"{far}__canonical_id", "role", "valid_from", "valid_until")
        for group, kind, other, canonical, role, first, last in rows(Tie, *columns, end=end):
            for each in {other, canonical}:
                for key in keys.tie_keys(kind, each, role, is_outward=outward, first=first, last=last):
                    group.add(key)


def _parts(ids: Iterable[UUID]) -> Iterator[list[UUID]]:
    held = list(ids)
    for first in range(0, len(held), MOST):
        yield held[first : first + MOST]
