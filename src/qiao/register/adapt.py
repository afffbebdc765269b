"""Rows to the records that `engines.resolve` compares: whole groups, as far as a reader may see them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import phonenumbers

from qiao.engines.resolve import Kind, Named, Record, Role
from qiao.kit.domains import mail_domain, web_domain
from qiao.register.enums import ContactKind, EntityKind, IdentifierScheme, Modality, NameKind, TieKind
from qiao.register.models import Claim, ContactPoint, Dating, Identifier, Location, Name, Tie
from qiao.register.queries.readers import Reader, groups_of_kind

BATCH = 1000  # groups adapted at once
DAYS_AT_MOST = 31
KINDS = {
    EntityKind.ORGANISATION: Kind.ORGANISATION,
    EntityKind.PERSON: Kind.PERSON,
    EntityKind.EVENT: Kind.EVENT,
    EntityKind.STATION: Kind.STATION,
}
ROLES = {
    NameKind.OFFICIAL: Role.OFFICIAL,
    NameKind.SHORT: Role.SHORT,
    NameKind.ALIAS: Role.ALIAS,
    NameKind.FORMER: Role.FORMER,
    NameKind.PRINTED: Role.OFFICIAL,
}
WORKS_OR_STUDIED = (TieKind.HOLDS_POST, TieKind.FOUNDED, TieKind.STUDIED_AT, TieKind.MEMBER_OF)

Groups = Mapping[UUID, Sequence[UUID]]
"""Key -> records of one group; the key names the group and is one of its records."""


def adapted(reader: Reader, kind: EntityKind, groups: Groups) -> Iterator[Record]:
    """The records of these groups, nameless ones left out: one query for each table and thousand groups."""
    keys = list(groups)
    for first in range(0, len(keys), BATCH):
        part = {key: groups[key] for key in keys[first : first + BATCH]}
        yield from _batch(reader, kind, part)


def adapt_all(reader: Reader, kind: EntityKind) -> Iterator[Record]:
    """Every group of a kind that the reader sees, as one record each. The id is the lowest of its records."""
    return adapted(reader, kind, groups_of_kind(reader, kind))


@dataclass(slots=True)
class _Known:
    """What is gathered of one group."""

    names: list[Named] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)
    places: dict[tuple[Any, ...], str] = field(default_factory=dict)
    domains: set[str] = field(default_factory=set)
    identifiers: set[str] = field(default_factory=set)
    organisations: list[str] = field(default_factory=list)
    days: set[str] = field(default_factory=set)


def _batch(reader: Reader, kind: EntityKind, groups: Groups) -> Iterator[Record]:
    key_of = {record: key for key, records in groups.items() for record in records}
    known: dict[UUID, _Known] = {key: _Known() for key in groups}

    def rows(table: type[Claim], *columns: str) -> Iterator[tuple[Any, ...]]:
        told = reader.claims(table).filter(subject_id__in=list(key_of)).exclude(modality=Modality.DENIAL)
        for record, *values in told.order_by("id").values_list("subject_id", *columns):
            yield (known[key_of[record]], *values)

    for group, text, language, role in rows(Name, "text", "language", "kind"):
        group.names.append(Named(text, language, ROLES[NameKind(role)]))
    for group, place, country, latitude, longitude in rows(Location, "place", "country", "latitude", "longitude"):
        _locate(group, place, country, latitude, longitude)
    for group, scheme, number in rows(Identifier, "scheme", "number"):
        if scheme != IdentifierScheme.OTHER and number:
            group.identifiers.add(f"{scheme}:{number.casefold()}")
    for group, contact, address in rows(ContactPoint, "kind", "address"):
        _contact(group, kind, contact, address)
    if kind == EntityKind.PERSON:
        _employers(reader, key_of, known)
    if kind == EntityKind.EVENT:
        for group, start, end in rows(Dating, "start_date", "end_date"):
            group.days |= _days(start, end)
    for key, group in known.items():
        if group.names:
            yield _record(key, kind, group)


def _record(key: UUID, kind: EntityKind, group: _Known) -> Record:
    """Where the claims name two countries or two places, neither is told: an empty value never disagrees."""
    return Record(
        id=str(key),
        names=tuple(dict.fromkeys(group.names)),
        kind=KINDS[kind],
        country=next(iter(group.countries)) if len(group.countries) == 1 else "",
        city=next(iter(group.places.values())) if len(group.places) == 1 else "",
        domains=frozenset(group.domains),
        identifiers=frozenset(group.identifiers),
        organisations=tuple(dict.fromkeys(group.organisations)),
        days=frozenset(group.days),
    )


def _locate(group: _Known, place: str, country: str, latitude: float | None, longitude: float | None) -> None:
    if country:
        group.countries.add(country)
    if place:
        exact = latitude is not None and longitude is not None
        where = (round(latitude or 0, 2), round(longitude or 0, 2)) if exact else (place.casefold(),)
        group.places.setdefault(where, place)


def _contact(group: _Known, kind: EntityKind, contact: str, address: str) -> None:
    if contact == ContactKind.WEB:
        group.domains.add(web_domain(address))
    elif contact == ContactKind.EMAIL:
        group.identifiers.add(f"email:{address.strip().casefold()}")
        if kind != EntityKind.PERSON:  # colleagues share a domain
            group.domains.add(mail_domain(address))
    elif contact == ContactKind.PHONE:
        number = _dialled(address)
        if number:
            group.identifiers.add(f"phone:{number}")
    elif contact == ContactKind.WECHAT:
        group.identifiers.add(f"wechat:{address.strip().casefold()}")
    group.domains.discard("")


def _dialled(number: str) -> str:
    """A telephone number as it is dialled from anywhere; empty for one without its country."""
    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return ""
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))


def _employers(reader: Reader, key_of: Mapping[UUID, UUID], known: Mapping[UUID, _Known]) -> None:
    """The names of the houses that persons work for or studied at: two queries."""
    ties = reader.claims(Tie).filter(subject_id__in=list(key_of), kind__in=WORKS_OR_STUDIED)
    pairs = ties.exclude(modality=Modality.DENIAL).order_by("id")
    tied = list(pairs.values_list("subject_id", "object__canonical_id"))
    named = reader.claims(Name).filter(subject__canonical_id__in={house for _person, house in tied})
    names: dict[UUID, list[str]] = defaultdict(list)
    for house, text in named.order_by("id").values_list("subject__canonical_id", "text"):
        names[house].append(text)
    for person, house in tied:
        known[key_of[person]].organisations += names[house]


def _days(start: date, end: date) -> set[str]:
    length = min((end - start).days + 1, DAYS_AT_MOST)
    return {(start + timedelta(days=at)).isoformat() for at in range(max(length, 1))}
