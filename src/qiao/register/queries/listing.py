"""The list of parties: filtered, in the order of the reader's language, one page after another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from qiao.kit import show
from qiao.register.enums import PARTIES, EntityKind, TieKind
from qiao.register.models import Claim, Classification, Entity, Label, Location, Segment, Tie
from qiao.register.panels import last_met
from qiao.register.queries.about import SOURCED
from qiao.register.queries.labels import Called, called
from qiao.register.queries.matches import matching_names
from qiao.register.queries.search import search_entities
from qiao.register.queries.shown import shown
from qiao.register.queries.words import Piece
from qiao.zones.models import Membership

PAGE = 50


@dataclass(frozen=True)
class Wanted:
    """The filters of the list, each empty when not used."""

    kind: str = ""
    country: str = ""
    segment: str = ""  # a segment's code
    typed: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.kind or self.country or self.segment or self.typed)


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


@dataclass(frozen=True)
class PartyList:
    """A page of parties and the mark after which the next page begins; empty on the last."""

    rows: tuple[PartyRow, ...]
    after: str


@dataclass(frozen=True)
class Choices:
    """What the filters can be set to: codes and words."""

    kinds: tuple[tuple[str, str], ...]
    countries: tuple[tuple[str, str], ...]
    segments: tuple[tuple[str, str], ...]


def party_list(member: Membership, wanted: Wanted, *, language: str, after: str = "") -> PartyList:
    """One page of the parties a member may see, by sort key and id of their labels in the reader's language.

    after    the mark of the page before; what cannot be read as one begins at the top.
    """
    labels = _labels(member, wanted, language)
    mark = _mark(after)
    if mark is not None:
        key, entity_id = mark
        labels = labels.filter(Q(sort_key__gt=key) | Q(sort_key=key, entity_id__gt=entity_id))
    page = list(labels[: PAGE + 1])
    rows = _rows(member, page[:PAGE], wanted, language)
    last = page[PAGE - 1] if len(page) > PAGE else None
    return PartyList(rows, f"{last.entity_id}.{last.sort_key}" if last else "")


def choices(member: Membership, language: str) -> Choices:
    """The kinds, and the countries and segments that some visible party has."""
    places = Location.objects.visible_to(member).live().filter(subject__kind__in=PARTIES).exclude(country="")
    countries = {code: show.country(code, language) for code in set(places.values_list("country", flat=True))}
    segments = Segment.objects.visible_to(member).filter(
        Exists(Classification.objects.visible_to(member).live().filter(segment=OuterRef("pk")))
    )
    return Choices(
        kinds=tuple((kind.value, str(kind.label)) for kind in PARTIES),
        countries=tuple(sorted(countries.items(), key=lambda pair: pair[1])),
        segments=tuple((segment.code, segment.name_in(language)) for segment in segments.order_by("code")),
    )


def _labels(member: Membership, wanted: Wanted, language: str):  # type: ignore[no-untyped-def]
    parties = Entity.objects.standing_for(member)
    if wanted.typed:
        parties = search_entities(member, wanted.typed)
    kinds = [wanted.kind] if wanted.kind in PARTIES else list(PARTIES)
    parties = parties.filter(kind__in=kinds)
    for table, column, value in (
        (Location, "country", wanted.country),
        (Classification, "segment__code", wanted.segment),
    ):
        if value:
            told = table.objects.visible_to(member).live().filter(**{column: value})
            parties = parties.filter(Exists(told.filter(subject__canonical=OuterRef("canonical"))))
    labels = Label.objects.visible_to(member).filter(language=language, entity__in=parties).exclude(text="")
    return labels.select_related("entity").order_by("sort_key", "entity_id")


def _mark(after: str) -> tuple[str, UUID] | None:
    entity_id, _, key = after.partition(".")
    try:
        return (key, UUID(entity_id)) if entity_id else None
    except ValueError:
        return None


def _rows(member: Membership, labels: Sequence[Label], wanted: Wanted, language: str) -> tuple[PartyRow, ...]:
    if not labels:
        return ()
    shown_for = {label.entity.canonical_id: label.entity_id for label in labels}
    group = dict(Entity.objects.visible_to(member).filter(canonical__in=shown_for).values_list("id", "canonical_id"))
    record_of = {record: shown_for[canonical] for record, canonical in group.items()}
    places = _first_by_party(_told(Location, member, record_of), record_of)
    posts = _first_by_party(_told(Tie, member, record_of, kind=TieKind.HOLDS_POST), record_of)
    employers = called([post.object_id for post in posts.values()], language)
    sources = _sources(member, record_of)
    met = _latest(last_met(member, list(record_of)), record_of)
    matched = matching_names(member, record_of, wanted.typed) if wanted.typed else {}

    def row(label: Label) -> PartyRow:
        party, place = label.entity_id, places.get(label.entity_id)
        other = matched.get(party)
        return PartyRow(
            entity_id=party,
            name=Piece(label.text, label.text_language),
            kind=str(EntityKind(label.entity.kind).label),
            country=show.country(place.country, language) if place and place.country else "",
            tie=_tie(posts.get(party), place, employers),
            met=met.get(party),
            sources=sources.get(party, 0),
            matched=other if other and other.text != label.text else None,
        )

    return tuple(row(label) for label in labels)


def _told(table, member, records, **narrower):  # type: ignore[no-untyped-def]
    told = table.objects.visible_to(member).live().filter(subject_id__in=list(records), **narrower)
    return told.select_related(*SOURCED, *(["object"] if table is Tie else [])).defer("evidence__source__text")


def _first_by_party(claims, record_of):  # type: ignore[no-untyped-def]
    """Party -> the claim to show of those about it."""
    by_party = defaultdict(list)
    for claim in claims:
        by_party[record_of[claim.subject_id]].append(claim)
    return {party: shown(told).first.claim for party, told in by_party.items()}


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


def _tie(post: Tie | None, place: Location | None, employers: Mapping[UUID, Called]) -> tuple[Piece, ...]:
    if post is not None:
        employer = employers.get(post.object_id)
        said = (Piece(post.role), Piece(employer.text, employer.language) if employer else Piece(""))
        return tuple(piece for piece in said if piece.text)
    return (Piece(place.place),) if place and place.place else ()
