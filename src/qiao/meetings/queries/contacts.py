"""Of many parties at once: when each was last met and what was said, and what is promised between us."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q

from qiao.meetings.enums import EventKind, MeetingKind, NoteKind, PromiseState
from qiao.meetings.models import Attendance, Keeping, Note
from qiao.register.enums import Modality
from qiao.register.models import Dating, Entity
from qiao.register.queries.labels import called
from qiao.zones.models import Membership

NOTE = 300  # characters of what was said


@dataclass(frozen=True, slots=True)
class LastContact:
    """The last time a party was met: the day, what it was, and the source that says so."""

    on: date
    told: str
    source_id: UUID


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """A promise still open; `ours` when we owe it."""

    text: str
    ours: bool
    due_on: date | None
    owner: str
    source_id: UUID


def last_contacts(
    member: Membership, groups: Mapping[UUID, UUID], *, today: date, language: str
) -> dict[UUID, LastContact]:
    """What stands for a group -> its last meeting or event up to today, as far as the member sees it; five queries.

    groups    record -> what stands for its group; visible to the member.
    """
    there = Attendance.objects.visible_to(member).live().filter(object_id__in=groups, modality=Modality.FACT)
    rows = list(there.values_list("object_id", "subject_id", "subject__canonical_id", "evidence__source_id"))
    dated = Dating.objects.visible_to(member).live().exclude(modality=Modality.DENIAL)
    days: dict[UUID, date] = {}
    for group, day in (
        dated.filter(subject__canonical_id__in={row[2] for row in rows}, end_date__lte=today)
        .order_by("end_date", "id")
        .values_list("subject__canonical_id", "end_date")
    ):
        days[group] = day
    latest: dict[UUID, tuple[date, UUID, UUID, UUID]] = {}
    for party, meeting, group, source in rows:
        if group in days:
            told = (days[group], meeting, group, source)
            held = latest.get(groups[party])
            latest[groups[party]] = told if held is None else max(held, told, key=lambda one: (one[0], str(one[1])))
    words = _words(member, {one[1]: one[2] for one in latest.values()}, language)
    return {party: LastContact(day, words.get(group, ""), source) for party, (day, _m, group, source) in latest.items()}


def _words(member: Membership, meetings: Mapping[UUID, UUID], language: str) -> dict[UUID, str]:
    """Group of a meeting -> its name or kind, and the beginning of what was said."""
    names = called(meetings, language)
    kinds = Entity.objects.visible_to(member).filter(pk__in=meetings)
    notes = (
        Note.objects.visible_to(member)
        .live()
        .filter(subject__canonical_id__in=set(meetings.values()), kind__in=(NoteKind.SAID, NoteKind.NEXT))
    )
    said = dict(notes.order_by("kind", "id").values_list("subject__canonical_id", "text"))
    found = {}
    for record, meeting, event in kinds.values_list("id", "meeting_row__kind", "event_row__kind"):
        kind = MeetingKind(meeting).label if meeting else EventKind(event).label if event else ""
        what = names[record].text if record in names else str(kind)
        found[meetings[record]] = ". ".join(filter(None, [what, said.get(meetings[record], "")[:NOTE]]))
    return found


def open_between(member: Membership, groups: Mapping[UUID, UUID]) -> dict[UUID, list[OpenPromise]]:
    """What stands for a group -> the open promises that it made or received, the earliest due first; one query.

    groups    record -> what stands for its group; visible to the member.
    """
    live = Keeping.objects.visible_to(member).live().filter(state=PromiseState.OPEN, promise__withdrawn__isnull=True)
    with_them = live.filter(Q(promise__object_id__in=groups) | Q(promise__to_id__in=groups))
    rows = with_them.select_related("promise__evidence", "owner__user").order_by(F("due_on").asc(nulls_last=True), "id")
    found: dict[UUID, list[OpenPromise]] = defaultdict(list)
    for one in rows:
        promise = one.promise
        owner = one.owner.user.name or one.owner.user.email if one.owner else ""
        told = OpenPromise(promise.text, promise.ours, one.due_on or promise.due_on, owner, promise.evidence.source_id)
        for group in {groups[end] for end in (promise.object_id, promise.to_id) if end in groups}:
            found[group].append(told)
    return found
