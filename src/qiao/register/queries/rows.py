"""The rows of the list of parties: what is known of each at a glance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from qiao.kit import show
from qiao.kit.kept_query import AsIds, PlainId, plain_id
from qiao.register.addresses import address_of
from qiao.register.enums import PARTIES, EntityKind
from qiao.register.models import Label
from qiao.register.panels import last_met
from qiao.register.queries.matches import matching_names
from qiao.register.queries.row_facts import Place, Post, grouped, row_facts
from qiao.register.queries.words import Piece
from qiao.zones.models import Membership


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


class Listed(NamedTuple):
    """A label as a list reads it: ids as the database writes them."""

    record: PlainId
    text: str
    text_language: str
    sort_key: str
    kind: str
    group: PlainId


LISTED = ("entity_id", "text", "text_language", "sort_key", "entity__kind", "entity__canonical_id")


def party_rows(member: Membership, labels: Sequence[Label], *, typed: str, language: str) -> tuple[PartyRow, ...]:
    """The rows of these labels, in their order: four queries and those of the rooms that know of meetings."""
    return rows_of(member, [_listed(label) for label in labels], typed=typed, language=language)


def rows_of(member: Membership, labels: Sequence[Listed], *, typed: str, language: str) -> tuple[PartyRow, ...]:
    """The same of labels that were read as tuples."""
    if not labels:
        return ()
    shown_for = {label.group: label.record for label in labels}
    record_of = {record: shown_for[group] for record, group in grouped(member, list(shown_for))}
    facts = row_facts(member, record_of, language)
    met = _latest(last_met(member, list(record_of)), record_of)
    ids = AsIds()
    matched = matching_names(member, {ids[r]: ids[p] for r, p in record_of.items()}, typed) if typed else {}
    kinds, slug = {kind.value: str(kind.label) for kind in PARTIES}, member.zone.slug
    return tuple(
        PartyRow(
            entity_id=(entity_id := ids[record]),
            name=Piece(text, spoken, address_of(slug, kind, entity_id)),
            kind=kinds.get(kind) or str(EntityKind(kind).label),
            country=_country(place := facts.places.get(record), language),
            tie=_tie(facts.posts.get(record), place, language),
            met=met.get(record),
            sources=facts.sources.get(record, 0),
            matched=_other_name(matched.get(entity_id), text),
        )
        for record, text, spoken, _key, kind, _group in labels
    )


def _listed(label: Label) -> Listed:
    record, group = plain_id(label.entity_id), plain_id(label.entity.canonical_id)
    return Listed(record, label.text, label.text_language, label.sort_key, label.entity.kind, group)


def _latest(days: Mapping[PlainId, date], record_of: Mapping[PlainId, PlainId]) -> dict[PlainId, date]:
    latest: dict[PlainId, date] = {}
    for record, day in days.items():
        party = record_of[record]
        latest[party] = max(day, latest.get(party, day))
    return latest


def _country(place: Place | None, language: str) -> str:
    return show.country(place.country, language) if place and place.country else ""


def _tie(post: Post | None, place: Place | None, language: str) -> tuple[Piece, ...]:
    """The post of a person; else the place of a house."""
    if post is not None:
        said: tuple[Any, ...] = (Piece(post.role), Piece(post.house, post.language))
        return tuple(piece for piece in said if piece.text)
    return (Piece(show.place(place.text, language)),) if place and place.text else ()


def _other_name(found: Piece | None, shown: str) -> Piece | None:
    return found if found is not None and found.text != shown else None
