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
from qiao.kit.kept_query import Among
from qiao.meetings.enums import EventKind, MeetingKind
from qiao.meetings.models import Attendance
from qiao.register.addresses import address_of, with_id
from qiao.register.enums import Modality
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
        present[group].append(other)
    places = _best(_rows(member, moment, Location, GROUP, own, (GROUP, *WEIGHED, "place")))
    kinds = _kinds(member, own)
    subjects = {group: subject for group, (_claim, _modality, subject) in own.items()}
    ids = {*subjects.values(), *(other[0] for others in present.values() for other in others)}
    speech, inside = Speech(language, member.zone.slug, called(ids, language)), set(records)

    def line(group: UUID) -> Encounter:
        claim, modality, subject = own[group]
        others = dict.fromkeys(speech.record(*other) for other in present[group] if other[0] not in inside)
        return Encounter(
            claim_id=claim,
            url=with_id("register:claim", "claim", speech.slug, claim, table="attendance"),
            modality=modality,
            modality_words=str(Modality(modality).label),
            when=_when(days[group], language) if group in days else "",
            what=_what(subject, group, *kinds[group], speech),
            where=places[group][0] if group in places else "",
            others=tuple(others)[:OTHERS_SHOWN],
            more=max(0, len(others) - OTHERS_SHOWN),
        )

    return tuple(line(group) for group in own)


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
    best: dict[UUID, Row] = {}
    for row in rows:
        held = best.get(row[0])
        if held is None or _standing(row) < _standing(held):
            best[row[0]] = row
    return {group: row[1 + len(WEIGHED) :] for group, row in best.items()}


def _standing(row: Row) -> tuple[Any, ...]:
    _group, claim, source_kind, recorded_at = row[: 1 + len(WEIGHED)]
    return standing_of(source_kind, recorded_at, claim)


def _kinds(member: Membership, groups: Iterable[UUID]) -> dict[UUID, tuple[str, str]]:
    """Group -> its kind of entity, and what sort of meeting or event it was, in words: one query."""
    found = {}
    for group, kind, meeting, event in _SORTS.ask(member, ids=list(groups)):
        sort = MeetingKind(meeting).label if meeting else EventKind(event).label if event else ""
        found[group] = (kind, str(sort))
    return found


def _what(subject: UUID, group: UUID, kind: str, sort: str, speech: Speech) -> Piece:
    """A named event by its name, anything else by its kind."""
    if subject in speech.names or not sort:
        return speech.record(subject, kind, group)
    return Piece(sort, "", address_of(speech.slug, kind, group))


_NOW = KeptFor(_now)
_SORTS = KeptFor(
    lambda member: (
        Entity.objects.visible_to(member)
        .filter(Among("canonical_id"))
        .values_list("canonical_id", "kind", "meeting_row__kind", "event_row__kind")
    )
)


def _when(told: Row, language: str) -> str:
    start, end, precision = told
    return show.span(start, end, precision or "day", language)
