"""The rows of the list of parties: what is known of each at a glance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from qiao.kit import show
from qiao.kit.instants import Moment
from qiao.register.enums import EntityKind, TieKind
from qiao.register.models import Claim, Entity, Label, Location, Tie
from qiao.register.panels import last_met
from qiao.register.queries.about import known
from qiao.register.queries.labels import Called, called
from qiao.register.queries.matches import matching_names
from qiao.register.queries.shown import shown
from qiao.register.queries.words import Piece
from qiao.zones.models import Membership

C = TypeVar("C", bound=Claim)
PRESENT = Moment()


@dataclass(frozen=True, slots=True)
class PartyRow:
    """One party of the list. `matched` is the name that was found when it is not the one shown."""

    entity_id: UUID
    name: Piece
    kind: str
    country: str
    tie: tuple[Piece, ...]
    met: date | None
    sources: int
    matched: Piece | None


def party_rows(member: Membership, labels: Sequence[Label], *, typed: str, language: str) -> tuple[PartyRow, ...]:
    """The rows of these labels, in their order: seven queries and those of the rooms that know of meetings."""
    if not labels:
        return ()
    record_of = _records(member, labels)
    places = _first(known(Location, member, PRESENT).filter(subject_id__in=list(record_of)), record_of)
    ties = known(Tie, member, PRESENT, "object").filter(subject_id__in=list(record_of))
    posts = _first(ties.filter(kind=TieKind.HOLDS_POST), record_of)
    employers = called([post.object_id for post in posts.values()], language)
    sources = _sources(member, record_of)
    met = _latest(last_met(member, list(record_of)), record_of)
    matched = matching_names(member, record_of, typed) if typed else {}
    return tuple(
        PartyRow(
            entity_id=label.entity_id,
            name=Piece(label.text, label.text_language),
            kind=str(EntityKind(label.entity.kind).label),
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
    records = Entity.objects.visible_to(member).filter(canonical__in=shown_for)
    return {record: shown_for[group] for record, group in records.values_list("id", "canonical_id")}


def _first(claims: Iterable[C], record_of: Mapping[UUID, UUID]) -> dict[UUID, C]:
    """Party -> the claim to show of those about it."""
    by_party: dict[UUID, list[C]] = defaultdict(list)
    for claim in claims:
        by_party[record_of[claim.subject_id]].append(claim)
    choices = {party: shown(told) for party, told in by_party.items()}
    return {party: choice.first.claim for party, choice in choices.items() if choice}


def _sources(member: Membership, record_of: Mapping[UUID, UUID]) -> dict[UUID, int]:
    """Party -> how many sources speak of it, in any table of claims: one query."""
    parts = [
        table._default_manager.visible_to(member)  # type: ignore[attr-defined]  # every claim's manager
        .live()
        .filter(subject_id__in=list(record_of))
        .order_by()
        .values_list("subject_id", "evidence__source_id")
        for table in Claim.kinds()
    ]
    told: dict[UUID, set[UUID]] = defaultdict(set)
    for record, source in parts[0].union(*parts[1:]):
        told[record_of[record]].add(source)
    return {party: len(found) for party, found in told.items()}


def _latest(days: Mapping[UUID, date], record_of: Mapping[UUID, UUID]) -> dict[UUID, date]:
    latest: dict[UUID, date] = {}
    for record, day in days.items():
        party = record_of[record]
        latest[party] = max(day, latest.get(party, day))
    return latest


def _country(place: Location | None, language: str) -> str:
    return show.country(place.country, language) if place and place.country else ""


def _tie(
    post: Tie | None, place: Location | None, employers: Mapping[UUID, Called], language: str
) -> tuple[Piece, ...]:
    """The post of a person; else the place of a house."""
    if post is not None:
        employer = employers.get(post.object_id)
        said = (Piece(post.role), Piece(employer.text, employer.language) if employer else Piece(""))
        return tuple(piece for piece in said if piece.text)
    return (Piece(show.place(place.place, language)),) if place and place.place else ()


def _other_name(found: Piece | None, label: Label) -> Piece | None:
    return found if found is not None and found.text != label.text else None
