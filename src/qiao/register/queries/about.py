"""Everything that is said about one group of records, as far as a member may see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.db.models import Q

from qiao.kit.instants import Moment
from qiao.register.models import (
    Claim,
    ClaimQuerySet,
    Classification,
    ContactPoint,
    Dating,
    Identifier,
    Location,
    Name,
    Tie,
)
from qiao.zones.models import Membership

C = TypeVar("C", bound=Claim)

SOURCED = ("evidence__source__stated_by", "recorded__actor", "subject")
HEAVY = ("evidence__source__text", "evidence__quote")


@dataclass(frozen=True)
class Said:
    """The claims of the register about a group. `ties` has both directions."""

    records: frozenset[UUID]
    names: tuple[Name, ...]
    locations: tuple[Location, ...]
    identifiers: tuple[Identifier, ...]
    contacts: tuple[ContactPoint, ...]
    classifications: tuple[Classification, ...]
    datings: tuple[Dating, ...]
    ties: tuple[Tie, ...]

    def __iter__(self) -> Iterator[Claim]:
        yield from self.names
        yield from self.locations
        yield from self.identifiers
        yield from self.contacts
        yield from self.classifications
        yield from self.datings
        yield from self.ties

    @property
    def own_ties(self) -> tuple[Tie, ...]:
        """Ties whose subject is this group."""
        return tuple(tie for tie in self.ties if tie.subject_id in self.records)


def said_about(member: Membership, records: Sequence[UUID], moment: Moment) -> Said:
    """All claims of the register's own tables about these records: seven queries, whatever their number."""

    def told(table: type[C], *more: str) -> tuple[C, ...]:
        return tuple(known(table, member, moment, *more).filter(subject_id__in=records))

    ties = known(Tie, member, moment, "object").filter(Q(subject_id__in=records) | Q(object_id__in=records))
    return Said(
        records=frozenset(records),
        names=told(Name),
        locations=told(Location),
        identifiers=told(Identifier),
        contacts=told(ContactPoint),
        classifications=told(Classification, "segment"),
        datings=told(Dating),
        ties=tuple(ties),
    )


def said_elsewhere(member: Membership, records: Sequence[UUID], moment: Moment) -> list[Claim]:
    """Claims of other rooms' tables that name these records: one query for each table."""
    own = {Name, Location, Identifier, ContactPoint, Classification, Dating, Tie}
    return [
        claim
        for table in Claim.kinds()
        if table not in own
        for claim in known(table, member, moment).filter(_names_one_of(table, records))
    ]


def _names_one_of(table: type[Claim], records: Sequence[UUID]) -> Q:
    about = Q(subject_id__in=records)
    if any(column.name == "object" for column in table._meta.concrete_fields):
        about |= Q(object_id__in=records)
    return about


def known(table: type[C], member: Membership, moment: Moment, *more: str) -> ClaimQuerySet[C]:
    """Claims that a member may see as known and held at a moment, with what is needed to weigh them."""
    claims: ClaimQuerySet[C] = table._default_manager.all()  # type: ignore[assignment]  # every claim's manager
    return (
        claims.visible_to(member)
        .known_at(moment.as_of)
        .holding_on(moment.on)
        .select_related(*SOURCED, *more)
        .defer(*HEAVY)
        .order_by("id")
    )
