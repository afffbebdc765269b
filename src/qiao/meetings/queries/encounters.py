"""Where a party was met: meetings and events it attended, as a member may see them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from qiao.kit import show
from qiao.kit.instants import Moment
from qiao.kit.kept_query import Among, AsIds
from qiao.meetings.enums import EventKind, MeetingKind
from qiao.meetings.models import Attendance, Event, Meeting
from qiao.register.addresses import address_of, with_id
from qiao.register.enums import EntityKind, Modality
from qiao.register.models import Claim, Dating, Entity, Location
from qiao.register.queries.labels import called
from qiao.register.queries.shown import standing_of
from qiao.register.queries.words import Piece, Speech
from qiao.zones.models import Membership
from qiao.zones.queries.kept import KeptFor

OTHERS_SHOWN = 4
GROUP = "subject__canonical_id"
WEIGHED = ("id", "evidence__source__kind", "recorded__at")
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Encounter:
    """One meeting or event: when, what, where, who else was there, and the claim that says the party was."""

    claim_id: UUID
    url: str  # of the claim
    modality: str
    modality_words: str
    when: str
    what: Piece
    where: str
    others: tuple[Piece, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Encounters:
    """The latest meetings and events, and how many there are in all."""

    met: tuple[Encounter, ...]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.met)


def encounters(
    member: Membership, records: Sequence[UUID], *, moment: Moment, language: str, limit: int
) -> Encounters | None:
    """The meetings and events these records attended, the latest first; those without a day come last.

    limit     how many are told of; the others are only counted.
    Returns   None when there are none. The number of queries does not depend on how many there are.
    """
    there = _rows(member, moment, Attendance, "object_id", records, (GROUP, "id", "modality", "subject_id"))
    own = {row[0]: row[1:] for row in there}
    if not own:
        return None
    days = _best(_rows(member, moment, Dating, GROUP, own, (GROUP, *WEIGHED, "start_date", "end_date", "precision")))
    latest = sorted(own, key=lambda group: days[group][0] if group in days else date.min, reverse=True)[:limit]
    return Encounters(
        _lines(member, records, {group: own[group] for group in latest}, days, moment, language), len(own)
    )


def _lines(
    member: Membership,
    records: Sequence[UUID],
    own: dict[UUID, Row],
    days: dict[UUID, Row],
    moment: Moment,
    language: str,
) -> tuple[Encounter, ...]:
    present = defaultdict(list)
    for group, *other in _rows(
        member, moment, Attendance, GROUP, own, (GROUP, "object_id", "object__kind", "object__canonical_id")
    ):
        present[group].append(Entity(**dict(zip(("id", "kind", "canonical_id"), other, strict=True))))
    places = _best(_rows(member, moment, Location, GROUP, own, (GROUP, *WEIGHED, "place")))
    kinds = _kinds(member, own)
    subjects = {group: subject for group, (_claim, _modality, subject) in own.items()}
    ids = {*subjects.values(), *(other.pk for others in present.values() for other in others)}
    speech, inside = Speech(language, member.zone.slug, called(ids, language)), set(records)

    def line(group: UUID) -> Encounter:
        claim, modality, subject = own[group]
        others = dict.fromkeys(speech.entity(other) for other in present[group] if other.pk not in inside)
        return Encounter(
            claim_id=claim,
            url=with_id("register:claim", "claim", speech.slug, claim, table="attendance"),
            modality=modality,
            modality_words=str(Modality(modality).label),
            when=_when(days[group], language) if group in days else "",
            what=_what(Entity(id=subject, kind=kinds[group][0], canonical_id=group), kinds[group][1], speech),
            where=places[group][0] if group in places else "",
            others=tuple(others)[:OTHERS_SHOWN],
            more=max(0, len(others) - OTHERS_SHOWN),
        )

    return tuple(line(group) for group in own)


def last_days(member: Membership, records: Sequence[UUID]) -> dict[UUID, date]:
    """Record -> the last day of the latest meeting or event it attended: two queries."""
    attended = _FACTS.ask(member, ids=list(records))
    days: dict[Any, date] = {}
    for group, day in _ENDS.ask(member, ids={group for _record, group in attended}):
        days[group] = max(day, days.get(group, day))
    latest: dict[Any, date] = {}
    for record, group in attended:
        if group in days:
            latest[record] = max(days[group], latest.get(record, days[group]))
    ids = AsIds()
    return {ids[record]: day for record, day in latest.items()}


def _rows(
    member: Membership, moment: Moment, table: type[Claim], path: str, ids: Iterable[UUID], columns: tuple[str, ...]
) -> list[Row]:
    """Columns of the visible claims whose `path` is one of the ids, by id; what stands now by a kept query."""
    if moment.is_present:
        return _NOW.ask(member, table, path, columns, ids=list(ids))
    told = table._default_manager.visible_to(member).known_at(moment.as_of).holding_on(moment.on)  # type: ignore[attr-defined]  # every claim's manager
    return list(told.filter(**{f"{path.removesuffix('_id')}__in": list(ids)}).order_by("id").values_list(*columns))


def _now(member: Membership, table: type[Claim], path: str, columns: tuple[str, ...]) -> QuerySet[Any, Any]:
    told = table._default_manager.visible_to(member).live().filter(Among(path))  # type: ignore[attr-defined]  # every claim's manager
    return told.order_by("id").values_list(*columns)  # type: ignore[no-any-return]  # rows of that manager


def _best(rows: Iterable[Row]) -> dict[UUID, Row]:
    """Group -> the values to show of the claims about it: what `shown` would put first."""
    best: dict[UUID, tuple[Any, Row]] = {}
    for group, claim, source_kind, recorded_at, *values in rows:
        standing = standing_of(source_kind, recorded_at, claim)
        if group not in best or standing < best[group][0]:
            best[group] = (standing, tuple(values))
    return {group: values for group, (_standing, values) in best.items()}


def _kinds(member: Membership, groups: Iterable[UUID]) -> dict[UUID, tuple[str, str]]:
    """Group -> its kind of entity, and what sort of meeting or event it was, in words."""
    ids = list(groups)
    found = {group: (kind, "") for group, kind in _ENTITIES.ask(member, ids=ids)}
    there = {kind for kind, _sort in found.values()}
    words = (
        (EntityKind.MEETING, _MEETINGS, dict(MeetingKind.choices)),
        (EntityKind.EVENT, _EVENTS, dict(EventKind.choices)),
    )
    for sort_of, rows, choices in words:
        if sort_of not in there:
            continue
        found |= {group: (kind, str(choices[sort])) for group, kind, sort in rows.ask(member, ids=ids)}
    return found


def _what(subject: Entity, kind: str, speech: Speech) -> Piece:
    """A named event by its name, anything else by its kind."""
    if subject.pk in speech.names or not kind:
        return speech.entity(subject)
    return Piece(kind, "", address_of(speech.slug, subject.kind, subject.canonical_id))


_NOW = KeptFor(_now)
_FACTS = KeptFor(
    lambda member: (
        Attendance.objects.visible_to(member)
        .live()
        .filter(Among("object_id"), modality=Modality.FACT)
        .values_list("object_id", GROUP)
    ),
    plain_ids=True,
)
_ENDS = KeptFor(
    lambda member: Dating.objects.visible_to(member).live().filter(Among(GROUP)).values_list(GROUP, "end_date"),
    plain_ids=True,
)
_ENTITIES = KeptFor(
    lambda member: Entity.objects.visible_to(member).filter(Among("canonical_id")).values_list("canonical_id", "kind")
)
_SORT = ("entity__canonical_id", "entity__kind", "kind")
_MEETINGS = KeptFor(
    lambda member: Meeting.objects.visible_to(member).filter(Among("entity__canonical_id")).values_list(*_SORT)
)
_EVENTS = KeptFor(
    lambda member: Event.objects.visible_to(member).filter(Among("entity__canonical_id")).values_list(*_SORT)
)


def _when(told: Row, language: str) -> str:
    start, end, precision = told
    return show.span(start, end, precision or "day", language)
