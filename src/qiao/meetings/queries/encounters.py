"""Where a party was met: meetings and events it attended, as a member may see them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from qiao.kit import show
from qiao.kit.instants import Moment
from qiao.meetings.models import Attendance, Event, Meeting
from qiao.register.addresses import address_of
from qiao.register.models import Claim, Dating, Entity, Location
from qiao.register.queries.labels import called
from qiao.register.queries.shown import shown
from qiao.register.queries.words import Piece, Speech
from qiao.zones.models import Membership

OTHERS_SHOWN = 4
C = TypeVar("C", bound=Claim)


@dataclass(frozen=True)
class Encounter:
    """One meeting or event: when, what, where, who else was there, and the claim that says the party was."""

    claim_id: UUID
    modality: str
    modality_words: str
    when: str
    what: Piece
    where: str
    others: tuple[Piece, ...]
    more: int


def encounters(member: Membership, records: Sequence[UUID], *, moment: Moment, language: str) -> tuple[Encounter, ...]:
    """The meetings and events these records attended, the latest first; those without a day come last."""
    own = _known(Attendance, member, moment).filter(object_id__in=records)
    own_by_group = {claim.subject.canonical_id: claim for claim in own}
    if not own_by_group:
        return ()
    groups = _groups(member, own_by_group)
    present = _by_group(_known(Attendance, member, moment).filter(subject_id__in=groups), groups)
    dated = _by_group(_known(Dating, member, moment).filter(subject_id__in=groups), groups)
    placed = _by_group(_known(Location, member, moment).filter(subject_id__in=groups), groups)
    kinds = _kinds(member, groups)
    ids = set(groups) | {claim.object_id for told in present.values() for claim in told}
    speech = Speech(language, member.zone.slug, called(ids, language))
    inside = set(records)

    def line(group: UUID, claim: Attendance) -> tuple[date, Encounter]:
        dating = shown(dated[group])
        where = shown(placed[group])
        others = [other.object for other in present[group] if other.object_id not in inside]
        pieces = tuple(dict.fromkeys(speech.entity(other) for other in others))
        return dating.first.claim.start_date if dating else date.min, Encounter(
            claim_id=claim.pk,
            modality=claim.modality,
            modality_words=str(claim.get_modality_display()),
            when=_when(dating.first.claim, language) if dating else "",
            what=_what(claim.subject, kinds.get(group, ""), speech),
            where=where.first.claim.place if where else "",
            others=pieces[:OTHERS_SHOWN],
            more=max(0, len(pieces) - OTHERS_SHOWN),
        )

    lines = [line(group, claim) for group, claim in own_by_group.items()]
    return tuple(encounter for _day, encounter in sorted(lines, key=lambda one: one[0], reverse=True))


def last_days(member: Membership, records: Sequence[UUID]) -> dict[UUID, date]:
    """Record -> the last day of the latest meeting or event it attended: two queries."""
    present = (
        Attendance.objects.visible_to(member)
        .live()
        .filter(object_id__in=list(records), modality="fact")
        .values_list("object_id", "subject__canonical_id")
    )
    attended = list(present)
    days = dict(
        Dating.objects.visible_to(member)
        .live()
        .filter(subject__canonical__in={group for _record, group in attended})
        .order_by("end_date")
        .values_list("subject__canonical_id", "end_date")
    )
    latest: dict[UUID, date] = {}
    for record, group in attended:
        if group in days:
            latest[record] = max(days[group], latest.get(record, days[group]))
    return latest


def _known(table: type[C], member: Membership, moment: Moment):  # type: ignore[no-untyped-def]
    more = ["object"] if table is Attendance else []
    return (
        table._default_manager.visible_to(member)  # type: ignore[attr-defined]  # every claim's manager
        .known_at(moment.as_of)
        .holding_on(moment.on)
        .select_related("subject", "evidence__source", "recorded", *more)
        .defer("evidence__source__text", "evidence__quote")
        .order_by("id")
    )


def _groups(member: Membership, canonical: Iterable[UUID]) -> dict[UUID, UUID]:
    """Record -> its group, of all visible records of these groups."""
    records = Entity.objects.visible_to(member).filter(canonical__in=list(canonical))
    return dict(records.values_list("id", "canonical_id"))


def _by_group(claims: Iterable[C], groups: dict[UUID, UUID]) -> dict[UUID, list[C]]:
    told: dict[UUID, list[C]] = defaultdict(list)
    for claim in claims:
        told[groups[claim.subject_id]].append(claim)
    return told


def _kinds(member: Membership, groups: dict[UUID, UUID]) -> dict[UUID, str]:
    """Group -> what sort of meeting or event it was, in words."""
    rows: list[Meeting | Event] = [
        *Meeting.objects.visible_to(member).filter(entity__in=groups),
        *Event.objects.visible_to(member).filter(entity__in=groups),
    ]
    return {groups[row.entity_id]: str(row.get_kind_display()) for row in rows}


def _what(subject: Entity, kind: str, speech: Speech) -> Piece:
    """A named event by its name, anything else by its kind."""
    named = subject.pk in speech.names
    if named or not kind:
        return speech.entity(subject)
    return Piece(kind, "", address_of(speech.slug, subject.kind, subject.canonical_id))


def _when(dating: Dating, language: str) -> str:
    return show.span(dating.start_date, dating.end_date, dating.precision or "day", language)
