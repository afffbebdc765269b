"""The rows of the list of parties: what is known of each at a glance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from qiao.kit import show
from qiao.kit.kept_query import Among, AsIds
from qiao.register.addresses import address_of
from qiao.register.enums import PARTIES, EntityKind, TieKind
from qiao.register.models import Claim, Entity, Label, Location, Tie
from qiao.register.panels import last_met
from qiao.register.queries.labels import Called, called
from qiao.register.queries.matches import matching_names
from qiao.register.queries.shown import standing_of
from qiao.register.queries.words import Piece
from qiao.zones.models import Membership
from qiao.zones.queries.kept import KeptFor

Weighed = tuple[UUID, UUID, str, datetime, str, Any]  # subject, claim, kind of source, recorded, and two values


@dataclass(frozen=True, slots=True)
class PartyRow:
    """One party of the list. `matched` is the name that was found when it is not the one shown."""

    entity_id: UUID
    name: Piece  # leading to the party's page
    kind: str
    country: str
    tie: tuple[Piece, ...]
    met: date | None
    sources: int
    matched: Piece | None


def party_rows(member: Membership, labels: Sequence[Label], *, typed: str, language: str) -> tuple[PartyRow, ...]:
    """The rows of these labels, in their order: five queries and those of the rooms that know of meetings."""
    if not labels:
        return ()
    record_of = _records(member, labels)
    records = list(record_of)
    places = _first(_PLACES.ask(member, ids=records), record_of)
    posts = _first(_POSTS.ask(member, ids=records), record_of)
    employers = called([post[1] for post in posts.values()], language)
    sources = _sources(member, record_of)
    met = _latest(last_met(member, records), record_of)
    matched = matching_names(member, record_of, typed) if typed else {}
    kinds, slug = {kind.value: str(kind.label) for kind in PARTIES}, member.zone.slug
    return tuple(
        PartyRow(
            entity_id=label.entity_id,
            name=Piece(label.text, label.text_language, address_of(slug, label.entity.kind, label.entity_id)),
            kind=kinds.get(label.entity.kind) or str(EntityKind(label.entity.kind).label),
            country=_country(places.get(label.entity_id), language),
            tie=_tie(posts.get(label.entity_id), places.get(label.entity_id), employers, language),
            met=met.get(label.entity_id),
            sources=sources.get(label.entity_id, 0),
            matched=_other_name(matched.get(label.entity_id), label),
        )
        for label in labels
    )


def _records(member: Membership, labels: Sequence[Label]) -> dict[UUID, UUID]:
    """Record -> the party of the list that stands for its group."""
    shown_for = {label.entity.canonical_id: label.entity_id for label in labels}
    return {record: shown_for[group] for record, group in _GROUPED.ask(member, ids=list(shown_for))}


def _first(claims: Iterable[Weighed], record_of: Mapping[UUID, UUID]) -> dict[UUID, tuple[str, Any]]:
    """Party -> the two values to show of the claims about it: what `shown` would put first."""
    best: dict[UUID, tuple[tuple[int, float, str], str, Any]] = {}
    for record, claim, kind, at, words, value in claims:
        party, standing = record_of[record], standing_of(kind, at, claim)
        if party not in best or standing < best[party][0]:
            best[party] = (standing, words, value)
    return {party: (words, value) for party, (_standing, words, value) in best.items()}


def _weighed(member: Membership, table: type[Claim], kept: Q, words: str, value: str) -> QuerySet[Any, Any]:
    claims = table._default_manager.visible_to(member).live()  # type: ignore[attr-defined]  # every claim's manager
    told = claims.filter(Among("subject_id"), kept)
    return told.values_list("subject_id", "id", "evidence__source__kind", "recorded__at", words, value)  # type: ignore[no-any-return]  # rows of a claim's manager


_PLACES = KeptFor(lambda member: _weighed(member, Location, Q(), "place", "country"))
_POSTS = KeptFor(lambda member: _weighed(member, Tie, Q(kind=TieKind.HOLDS_POST), "role", "object_id"))
_GROUPED = KeptFor(
    lambda member: Entity.objects.visible_to(member).filter(Among("canonical_id")).values_list("id", "canonical_id")
)


def _sources(member: Membership, record_of: Mapping[UUID, UUID]) -> dict[UUID, int]:
    """Party -> how many sources speak of it, in any table of claims: one query."""
    told: dict[UUID, set[Any]] = defaultdict(set)
    ids = AsIds()
    for record, source in _CITED.ask(member, ids=list(record_of)):
        told[record_of[ids[record]]].add(source)
    return {party: len(found) for party, found in told.items()}


def _cited(member: Membership) -> QuerySet[Any, Any]:
    parts = [
        table._default_manager.visible_to(member)  # type: ignore[attr-defined]  # every claim's manager
        .live()
        .filter(Among("subject_id"))
        .order_by()
        .values_list("subject_id", "evidence__source_id")
        for table in Claim.kinds()
    ]
    return parts[0].union(*parts[1:])  # type: ignore[no-any-return]  # rows of a claim's manager


_CITED = KeptFor(_cited, plain_ids=True)


def _latest(days: Mapping[UUID, date], record_of: Mapping[UUID, UUID]) -> dict[UUID, date]:
    latest: dict[UUID, date] = {}
    for record, day in days.items():
        party = record_of[record]
        latest[party] = max(day, latest.get(party, day))
    return latest


def _country(place: tuple[str, str] | None, language: str) -> str:
    return show.country(place[1], language) if place and place[1] else ""


def _tie(
    post: tuple[str, UUID] | None, place: tuple[str, str] | None, employers: Mapping[UUID, Called], language: str
) -> tuple[Piece, ...]:
    """The post of a person; else the place of a house."""
    if post is not None:
        role, house = post
        employer = employers.get(house)
        said = (Piece(role), Piece(employer.text, employer.language) if employer else Piece(""))
        return tuple(piece for piece in said if piece.text)
    return (Piece(show.place(place[0], language)),) if place and place[0] else ()


def _other_name(found: Piece | None, label: Label) -> Piece | None:
    return found if found is not None and found.text != label.text else None
