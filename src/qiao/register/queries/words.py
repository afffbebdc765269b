"""What a claim of any table says, in pieces that a page can print and link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from qiao.engines.text.language import language_of
from qiao.kit import show
from qiao.kit.quantity_columns import QuantityColumns
from qiao.register.addresses import address_of
from qiao.register.enums import EntityKind
from qiao.register.models import Claim, ContactPoint, Dating, Entity, Identifier, Location, Name, Tie
from qiao.register.queries.labels import Called, called

_QUANTITY = frozenset({"low", "high", "low_open", "high_open", "approx", "currency"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, the language they are in when it is not the reader's, and where they lead."""

    text: str
    language: str = ""
    url: str = ""


@dataclass(frozen=True)
class Speech:
    """For whom claims are put into words: the language, the zone's place in addresses, what entities are called."""

    language: str
    slug: str
    names: Mapping[UUID, Called]

    def entity(self, entity: Entity) -> Piece:
        """An entity by its name, leading to its page; by its kind when it has no name."""
        return self.record(entity.pk, entity.kind, entity.canonical_id)

    def record(self, record: UUID, kind: str, group: UUID) -> Piece:
        """The same of an entity of which no more was read."""
        name, url = self.names.get(record), address_of(self.slug, kind, group)
        if name is None:
            return Piece(str(EntityKind(kind).label), "", url)
        return Piece(name.text, name.language, url)


def speech(claims: Iterable[Claim], language: str, slug: str) -> Speech:
    """The names needed to put these claims into words: one query."""
    ids = {claim.subject_id for claim in claims} | {claim.object_id for claim in claims if hasattr(claim, "object_id")}
    return Speech(language, slug, called(ids, language))


def pieces(claim: Claim, speech: Speech) -> tuple[Piece, ...]:
    """The value of a claim in words, its head first. `object`, where there is one, must have been fetched."""
    if isinstance(claim, Name):
        return (Piece(claim.text, claim.language), Piece(str(claim.get_kind_display())))
    if isinstance(claim, Identifier):
        return (Piece(claim.number), Piece(str(claim.get_scheme_display())))
    if isinstance(claim, ContactPoint):
        return (Piece(claim.address), Piece(str(claim.get_kind_display())))
    if isinstance(claim, Dating):
        span = show.span(claim.start_date, claim.end_date, claim.precision or "day", speech.language)
        return (Piece(span),)
    if isinstance(claim, Location):
        return _place(claim, speech.language)
    if isinstance(claim, Tie):
        head = _spoken(claim.role) if claim.role else Piece(str(claim.get_kind_display()))
        return (head, speech.entity(claim.object))
    found = [_piece(claim, column, speech) for column in claim.VALUES if column not in _QUANTITY]
    if isinstance(claim, QuantityColumns):
        found.insert(0, Piece(show.quantity(claim.quantity, speech.language)))
    return tuple(piece for piece in found if piece.text)


def _place(claim: Location, language: str) -> tuple[Piece, ...]:
    """The place as the reader calls it, its country, and the name the source used when that is another."""
    place = show.place(claim.place, language) if claim.place else ""
    country = show.country(claim.country, language) if claim.country else ""
    said = _spoken(claim.place) if claim.place != place else Piece("")
    return tuple(piece for piece in (Piece(place), Piece(country), said) if piece.text)


def _piece(claim: Claim, column: str, speech: Speech) -> Piece:
    value: Any = getattr(claim, column)
    if column == "object_id":
        return speech.entity(claim.object)  # type: ignore[attr-defined]  # a table with object_id has object
    if column == "segment_id":
        return Piece(claim.segment.name_in(speech.language))  # type: ignore[attr-defined]  # the same
    if getattr(claim._meta.get_field(column), "choices", None):
        return Piece(str(getattr(claim, f"get_{column}_display")()))
    if isinstance(value, bool):
        return Piece("")
    return _spoken(str(value))


def _spoken(text: str) -> Piece:
    language = language_of(text) if text else ""
    return Piece(text, "" if language == "und" else language)
