"""The events that are planned: where, on what kind of day, what else is at their hours, who is on their lists."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F

from qiao.missions.enums import InviteeStatus
from qiao.missions.hostdays import DayKind, HostDay, HostKind, can_meet, what_day
from qiao.missions.models import Invitee, Leg, Mission, PlannedEvent, Visit
from qiao.missions.travel import find_town
from qiao.missions.travel.clock import clock_of
from qiao.register.queries.labels import called
from qiao.zones.models import Membership

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Clash:
    """What else is at the hours of an event. `sort` is "event" or "visit"; times in minutes after local midnight."""

    sort: str
    id: UUID
    name: str
    language: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event and what speaks against its hours. `meets` is "yes", "asked" or "no": can one be held on such a day."""

    event: PlannedEvent
    host_day: HostDay | None
    meets: str
    clashes: tuple[Clash, ...]
    missing_hour: bool
    listed: int = 0
    came: int = 0

    @property
    def end(self) -> int:
        return self.event.start + self.event.minutes

    @property
    def is_off(self) -> bool:
        return self.host_day is not None and self.host_day.kind != DayKind.ORDINARY

    @property
    def has_findings(self) -> bool:
        return bool(self.clashes or self.missing_hour or self.is_off)


def mission_events(mission: Mission, member: Membership, language: str) -> list[EventLine]:
    """The events of a mission by day and hour, in a fixed number of queries."""
    events = list(PlannedEvent.objects.visible_to(member).live().filter(mission=mission))
    return event_lines(events, member, language)


def all_events(member: Membership, language: str, *, page: int = 0) -> tuple[list[EventLine], bool]:
    """One page of all events the member may see, the latest first, and whether more follow."""
    rows = PlannedEvent.objects.visible_to(member).live().select_related("mission")
    # Without a day they are still to be settled: they go first.
    listed = list(rows.order_by(F("day").desc(nulls_first=True), "-id")[page * SHOWN : (page + 1) * SHOWN + 1])
    lines = {line.event.pk: line for line in event_lines(listed[:SHOWN], member, language)}
    return [lines[event.pk] for event in listed[:SHOWN]], len(listed) > SHOWN


def event_lines(events: Sequence[PlannedEvent], member: Membership, language: str) -> list[EventLine]:
    """These events by day and hour, each with what is found about its hours."""
    missions = {event.mission_id for event in events if event.mission_id}
    legs = {
        (leg.mission_id, leg.place): leg for leg in Leg.objects.visible_to(member).live().filter(mission__in=missions)
    }
    counts = _counts(events, member)
    near = _beside(events, missions, member, language)
    found = [_line(event, legs, near, counts.get(event.pk, Counter()), language) for event in events]
    return sorted(found, key=lambda line: (str(line.event.day or "9"), line.event.start, str(line.event.pk)))


def _line(
    event: PlannedEvent,
    legs: Mapping[tuple[UUID | None, str], Leg],
    near: Mapping[UUID, list[Clash]],
    counts: Counter[str],
    language: str,
) -> EventLine:
    day = _host_day(event, legs.get((event.mission_id, event.place)), language)
    return EventLine(
        event=event,
        host_day=day,
        meets=can_meet(HostKind.EVENT, day.kind) if day else "yes",
        clashes=tuple(near.get(event.pk, ())),
        missing_hour=_lacks_hour(event),
        listed=sum(counts.values()),
        came=counts[InviteeStatus.CAME],
    )


def _host_day(event: PlannedEvent, leg: Leg | None, language: str) -> HostDay | None:
    if event.day is None:
        return None
    if leg is not None:
        return what_day(leg.country, leg.region, event.day, language)
    town = find_town(event.town) if event.town else None
    return what_day(town.country, town.region, event.day, language) if town else None


def _lacks_hour(event: PlannedEvent) -> bool:
    """Whether clocks skip a part of its hours."""
    if event.day is None or not event.time_zone:
        return False
    missing = clock_of(event.time_zone).missing(event.day)
    return missing is not None and event.start < missing[1] and missing[0] < event.start + event.minutes


def _counts(events: Iterable[PlannedEvent], member: Membership) -> dict[UUID, Counter[str]]:
    """Event -> status -> how many on its list."""
    rows = Invitee.objects.visible_to(member).live().filter(event__in=list(events))
    found: dict[UUID, Counter[str]] = defaultdict(Counter)
    for event, status, n in rows.order_by().values_list("event_id", "status").annotate(n=Count("id")):
        found[event][status] += n
    return found


def _beside(
    events: Sequence[PlannedEvent], missions: Iterable[UUID], member: Membership, language: str
) -> dict[UUID, list[Clash]]:
    """Event -> what else of its mission is at its hours; of events without a mission, those at the same venue."""
    days = {event.day for event in events if event.day}
    others = PlannedEvent.objects.visible_to(member).live().filter(day__in=days)
    of_mission: dict[UUID | None, list[PlannedEvent]] = defaultdict(list)
    for other in others:
        of_mission[other.mission_id].append(other)
    visits: dict[UUID, list[Visit]] = defaultdict(list)
    held = Visit.objects.visible_to(member).live().filter(mission__in=list(missions), day__in=days, start__isnull=False)
    for visit in held.exclude(status="declined"):
        visits[visit.mission_id].append(visit)
    names = called([visit.host_id for listed in visits.values() for visit in listed], language)
    found: dict[UUID, list[Clash]] = {}
    for event in events:
        clashes = [
            Clash("event", other.pk, other.title, "", other.start, other.start + other.minutes)
            for other in of_mission[event.mission_id]
            if other.pk != event.pk and _meet(event, other) and (event.mission_id or _same_place(event, other))
        ]
        for visit in visits.get(event.mission_id, ()) if event.mission_id and event.everyone else ():
            start = visit.start or 0
            if visit.day == event.day and start < event.start + event.minutes and event.start < start + visit.minutes:
                name = names.get(visit.host_id)
                said = (name.text, name.language) if name else ("…", "")
                clashes.append(Clash("visit", visit.pk, *said, start, start + visit.minutes))
        found[event.pk] = sorted(clashes, key=lambda one: (one.start, str(one.id)))
    return found


def _meet(one: PlannedEvent, other: PlannedEvent) -> bool:
    return (
        one.day is not None
        and one.day == other.day
        and one.start < other.start + other.minutes
        and other.start < one.start + one.minutes
    )


def _same_place(one: PlannedEvent, other: PlannedEvent) -> bool:
    """Whether two gatherings would stand in each other's way: the same venue of the same town."""
    return bool(one.venue) and (one.town.casefold(), one.venue.casefold()) == (
        other.town.casefold(),
        other.venue.casefold(),
    )
