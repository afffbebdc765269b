"""Whom the register may already know: hints for one record at a time, such as a party of a document or a form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qiao.engines.resolve import Decision, Likeness, Named, Reason, Record
from qiao.engines.text.language import language_of
from qiao.engines.text.names import fold
from qiao.register.adapt import KINDS
from qiao.register.enums import EntityKind
from qiao.register.models import Entity
from qiao.register.queries.alike import decision_on
from qiao.register.queries.candidates import candidates
from qiao.register.queries.readers import Reader, open_to_all
from qiao.zones.models import Zone

HINTS = 5


@dataclass(frozen=True)
class Hint:
    """A record that may be the same, with a reason code, its score in [0, 1] and all reasons.

    `sure` when it may be taken unasked: no other record is as likely, and for a person more than a romanised name
    is shared.
    """

    entity: Entity
    reason: str
    sure: bool
    score: float = 0.0
    reasons: tuple[Reason, ...] = ()


def likely_same(zone: Zone, kind: EntityKind, names: Iterable[str]) -> Hint | None:
    """The record of the zone that most likely bears these names; None when none is likely.

    Records kept to a circle are not offered, and what only a circle's source says is not weighed: the hint would
    tell of it.
    """
    return next(iter(hints(zone, kind, record_named(kind, names))), None)


def record_named(kind: EntityKind, names: Iterable[str]) -> Record:
    """A record of which nothing is known but its names."""
    told = tuple(Named(name, _language(name)) for name in dict.fromkeys(names) if name.strip())
    return Record(id="", names=told, kind=KINDS[kind])


def hints(zone: Zone, kind: EntityKind, query: Record) -> list[Hint]:
    """Open records of the zone that the one asked for may be, the likeliest first, at most five."""
    from qiao.engines.resolve import Registry  # loads what compares: when first needed

    reader = open_to_all(zone)
    others = candidates(reader, query)
    told = Registry(others).decisions([(query, other) for other in others])
    compared = zip(others, told, strict=True)
    likely = [(other, likeness, decision_on(query, other, likeness)) for other, likeness in compared]
    likely = sorted((one for one in likely if one[2] != Decision.DISTINCT), key=lambda one: (-one[1].score, one[0].id))
    same = [other.id for other, _likeness, decision in likely if decision == Decision.SAME]
    same = same or _namesakes(kind, query, [other for other, _likeness, _decision in likely])
    entities = _entities(reader, kind, [other.id for other, _likeness, _decision in likely[:HINTS]])
    return [
        Hint(
            entity=entities[other.id],
            reason=_code(query, other, likeness),
            sure=same == [other.id],
            score=likeness.score,
            reasons=likeness.reasons,
        )
        for other, likeness, _decision in likely[:HINTS]
    ]


def _namesakes(kind: EntityKind, query: Record, others: Iterable[Record]) -> list[str]:
    """Organisations called exactly so, letters folded: the scorer is wary of names alone, a register is not.

    A person is never taken for another on a name.
    """
    asked = {fold(name.text) for name in query.names}
    alike = [other.id for other in others if asked & {fold(name.text) for name in other.names}]
    return alike if kind == EntityKind.ORGANISATION else []


def _code(query: Record, other: Record, likeness: Likeness) -> str:
    """The reason in one code: first how the names agree, then what speaks most for the two being one."""
    texts, asked = {name.text for name in other.names}, {name.text for name in query.names}
    if texts & asked:
        return "same_name"
    if {fold(text) for text in texts} & {fold(text) for text in asked}:
        return "same_name_folded"
    return next((reason.code for reason in likeness.reasons if reason.weight > 0), "")[:40]


def _entities(reader: Reader, kind: EntityKind, ids: Iterable[str]) -> dict[str, Entity]:
    found = Entity.objects.filter(reader.entities, zone=reader.zone, kind=kind, id__in=list(ids))
    return {str(entity.pk): entity for entity in found}


def _language(name: str) -> str:
    language = language_of(name)
    return "" if language == "und" else language
