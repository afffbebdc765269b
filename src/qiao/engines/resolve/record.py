"""What resolve compares: one record of a thing that bears names, as somebody wrote it down."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a record is of; only records of one kind are compared."""

    ORGANISATION = "organisation"
    PERSON = "person"
    EVENT = "event"
    STATION = "station"


class Role(StrEnum):
    """What a name is to its bearer."""

    OFFICIAL = "official"
    SHORT = "short"
    ACRONYM = "acronym"
    FORMER = "former"
    ALIAS = "alias"


@dataclass(frozen=True, slots=True)
class Named:
    """One name: its text as written, and where known its language (BCP 47) and role."""

    text: str
    language: str = ""
    role: Role = Role.OFFICIAL


@dataclass(frozen=True, slots=True)
class Record:
    """One record. Everything but id and names may be empty: empty says nothing, it never disagrees.

    country       ISO 3166-1 alpha-2.           city        as written, in any language.
    domains       web domains without "www.".   identifiers "scheme:value", such as "lei:…", "email:…", "phone:+49…".
    organisations of a person: names of the organisations they are said to work for or to have studied at.
    days          of an event: ISO dates it is said to have taken place on.
    """

    id: str
    names: tuple[Named, ...]
    kind: Kind = Kind.ORGANISATION
    country: str = ""
    city: str = ""
    domains: frozenset[str] = frozenset()
    identifiers: frozenset[str] = field(default_factory=frozenset)
    organisations: tuple[str, ...] = ()
    days: frozenset[str] = frozenset()
