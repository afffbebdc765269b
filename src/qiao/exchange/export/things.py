"""What is told of missions, meetings, agreements and stations, some hundreds at a time, so that memory stays flat."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise

from qiao.exchange.export.gather import CHUNK, best_name, records_of, stated_of
from qiao.exchange.export.listings import Asked
from qiao.exchange.export.party import Party
from qiao.kit.ids import id_or_none
from qiao.register.enums import EntityKind
from qiao.register.models import Claim, Dating, Entity, Location, Name
from qiao.zones.models import Membership

Narrower = Callable[[Membership, UUID], QuerySet[Any, Any]]
Titles = Callable[[Asked, Sequence[Party]], Mapping[UUID, str]]
COMMON: Mapping[type[Claim], tuple[str, ...]] = {
    Name: ("text", "language", "script", "kind"),
    Dating: ("start_date", "end_date", "precision"),
    Location: ("place", "country", "latitude", "longitude"),
}
"""What is said of every thing: its names, when it was, where it was."""


@dataclass(frozen=True)
class Told:
    """One table of claims that is exported with a thing, beside its names, days and places.

    key       what JSON calls it.     columns   those of the table that say what is claimed.
    words     these values, in words.
    """

    table: type[Claim]
    key: str
    columns: tuple[str, ...]
    words: Callable[[Mapping[str, Any]], str]


@dataclass(frozen=True)
class Things:
    """A list of one kind of thing that can be exported.

    key      its name in addresses.     words    how people call it.     told   the tables exported with it.
    schema   of FollowTheMoney.         titles   what those are called that bear no name.
    """

    key: str
    words: str | Promise
    kind: EntityKind
    schema: str
    told: tuple[Told, ...] = ()
    titles: Titles = field(default=lambda asked, page: {})

    @property
    def tables(self) -> dict[type[Claim], tuple[str, ...]]:
        """All tables that tell of it, with their columns."""
        return {**COMMON, **{told.table: told.columns for told in self.told}}


_narrowers: dict[tuple[str, str], Narrower] = {}


def register_narrower(things: str, parameter: str, narrower: Narrower) -> None:
    """Let a list be narrowed to what belongs to another thing, which a parameter of its address names.

    narrower   a member and the id -> the groups that belong to it, as that member may know.
    """
    _narrowers[things, parameter] = narrower


def narrowing(things: str) -> frozenset[str]:
    """The parameters that narrow a list of things."""
    return frozenset(parameter for key, parameter in _narrowers if key == things)


def thing_count(things: Things, asked: Asked) -> int:
    """How many things the member would get."""
    return _wanted(things, asked).count()


def told_things(things: Things, asked: Asked) -> Iterator[Party]:
    """The things of the list that the member may see, the latest recorded first."""
    rows = _wanted(things, asked).order_by("-pk")
    page = list(rows[:CHUNK])
    while page:
        yield from _told(things, asked, page)
        page = list(rows.filter(pk__lt=page[-1].pk)[:CHUNK])


def _wanted(things: Things, asked: Asked) -> QuerySet[Entity]:
    """Those of which something is told: the rest is empty, since its facts were taken back."""
    told = Q()
    for table in things.tables:
        claims = table._default_manager.visible_to(asked.member).live()  # type: ignore[attr-defined]  # every claim's
        told |= Q(Exists(claims.filter(subject__canonical=OuterRef("canonical"))))
    rows = Entity.objects.standing_for(asked.member).filter(told, kind=things.kind)
    for parameter in narrowing(things.key) & {key for key, value in asked.narrowed.items() if value}:
        named = id_or_none(asked.narrowed[parameter])
        among = _narrowers[things.key, parameter](asked.member, named) if named else ()
        rows = rows.filter(canonical__in=among)
    return rows


def _told(things: Things, asked: Asked, page: Sequence[Entity]) -> Iterator[Party]:
    records = records_of(asked.member, {entity.canonical_id: entity.pk for entity in page})
    stated = stated_of(asked.member, records, asked.language, things.tables)
    parties = []
    for entity in page:
        said = stated.get(entity.pk, [])
        name = best_name(said, asked.language)
        parties.append(Party(entity.pk, entity.kind, tuple(records[entity.pk]), name, tuple(said)))
    titles = things.titles(asked, [party for party in parties if not party.called])
    for party in parties:
        yield party if party.called else replace(party, called=titles.get(party.id, str(things.kind.label)))
