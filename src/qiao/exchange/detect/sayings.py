"""What a draft says of its party, statement by statement, each with the key by which it is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from qiao.engines.text.names import fold
from qiao.exchange.detect import keys
from qiao.exchange.detect.keys import Key
from qiao.exchange.reading import Draft, DraftTie
from qiao.register.actions.state import name_values
from qiao.register.enums import NameKind
from qiao.register.models import Claim, Classification, ContactPoint, Identifier, Location, Name, Segment, Tie

Segments = Mapping[str, Segment]
"""Folded code or name -> segment of the zone."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement: its key, the table it belongs in, and the part of the draft it comes from.

    other   of a tie: the record on its other side.
    """

    key: Key
    table: type[Claim]
    part: Any
    other: UUID | None = None


def sayings(draft: Draft, others: Sequence[UUID], segments: Segments) -> Iterator[Saying]:
    """Everything a draft says.

    others   for each of the draft's ties, the record that stands for the other party.
    """
    for name in draft.names:
        former = name.role == NameKind.FORMER
        yield Saying((keys.former_key if former else keys.name_key)(name.text), Name, name)
    places = keys.place_keys(draft.city, draft.country)
    if places:
        yield Saying(places[-1], Location, (draft.city, draft.country))
    for number in draft.numbers:
        yield Saying(keys.number_key(number.scheme, number.number), Identifier, number)
    for contact in draft.contacts:
        yield Saying(keys.point_key(contact.kind, contact.address, draft.country), ContactPoint, contact)
    for word in draft.segments:
        segment = segments.get(fold(word))
        if segment is not None:
            yield Saying(keys.segment_key(segment.pk), Classification, segment)
    for tie, other in zip(draft.ties, others, strict=True):
        yield Saying(tie_key(tie, other), Tie, tie, other)


def tie_key(tie: DraftTie, other: UUID) -> Key:
    """The key of the most that a drafted tie says."""
    found = keys.tie_keys(
        tie.kind, other, tie.role, is_outward=tie.is_outward, first=tie.valid_from, last=tie.valid_until
    )
    return keys.told_tie(found, tie.role, is_dated=bool(tie.valid_from or tie.valid_until))


def values_of(saying: Saying) -> dict[str, Any]:
    """The columns of its claim; a tie's object is the caller's to give."""
    part = saying.part
    if saying.table is Name:
        return dict(name_values(part.text, part.language, NameKind(part.role)))
    if saying.table is Location:
        return _location(*part)
    if saying.table is Identifier:
        return {"scheme": part.scheme, "number": part.number}
    if saying.table is ContactPoint:
        return {"kind": part.kind, "address": part.address}
    if saying.table is Classification:
        return {"segment": part}
    return {"kind": part.kind, "role": part.role, "valid_from": part.valid_from, "valid_until": part.valid_until}


def _location(city: str, country: str) -> dict[str, Any]:
    """As a form records it: with coordinates when the gazetteer knows the town."""
    known = keys.known_place(city, country) if city else None
    if known is None:
        return {"place": city, "country": country, "latitude": None, "longitude": None}
    if known.kind == "country":
        return {"place": "", "country": known.country, "latitude": None, "longitude": None}
    return {"place": city, "country": known.country, "latitude": known.latitude, "longitude": known.longitude}
