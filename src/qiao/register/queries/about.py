"""Everything that is said about one group of records, as far as a member may see it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
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
from qiao.register.queries.sources import Citation, cited_by
from qiao.register.queries.told import HEAVY, SOURCED, cited_now, has_object, told_now
from qiao.zones.models import Membership

C = TypeVar("C", bound=Claim)
__all__ = ["HEAVY", "SOURCED", "Said", "known", "said_about", "said_elsewhere"]
OWN = (Name, Location, Identifier, ContactPoint, Classification, Dating, Tie)
FETCHED: dict[type[Claim], tuple[str, ...]] = {Classification: ("segment",), Tie: ("object",)}


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


def said_about(
    member: Membership, records: Sequence[UUID], moment: Moment, tables: Collection[type[Claim]] = OWN
) -> Said:
    """All claims of the register's own tables about these records: a query for each, whatever their number.

    tables    those worth asking, where that is known.
    """

    def told(table: type[C]) -> tuple[C, ...]:
        if table not in tables:
            return ()
        return tuple(told_at(table, member, records, moment, *FETCHED.get(table, ()), either=table is Tie))

    return Said(
        records=frozenset(records),
        names=told(Name),
        locations=told(Location),
        identifiers=told(Identifier),
        contacts=told(ContactPoint),
        classifications=told(Classification),
        datings=told(Dating),
        ties=told(Tie),
    )


def said_elsewhere(member: Membership, records: Sequence[UUID], moment: Moment) -> list[Claim]:
    """Claims of other rooms' tables that name these records: one query for each table."""
    others = [table for table in Claim.kinds() if table not in OWN]
    return [claim for table in others for claim in told_at(table, member, records, moment, either=True)]


def cited_elsewhere(
    member: Membership, records: Sequence[UUID], moment: Moment, tables: Collection[type[Claim]]
) -> list[Citation]:
    """What claims of other rooms' tables that name these records rest on: one query for each of `tables`."""
    others = [table for table in Claim.kinds() if table in tables and table not in OWN]
    if moment.is_present:
        return [Citation(*row) for table in others for row in cited_now(table, member, records)]
    return [cited_by(claim) for table in others for claim in told_at(table, member, records, moment, either=True)]


def told_at(
    table: type[C], member: Membership, records: Sequence[UUID], moment: Moment, *more: str, either: bool = False
) -> list[C]:
    """Claims about these records as known and held at a moment; what stands now is asked by a kept query."""
    if moment.is_present:
        return told_now(table, member, records, *more, either=either)
    about = Q(subject_id__in=records)
    if either and has_object(table):
        about |= Q(object_id__in=records)
    return list(known(table, member, moment, *more).filter(about))


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
