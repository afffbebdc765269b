"""The live records of a mission as the values of a print, as one member may see them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override, pgettext

from qiao.kit import show
from qiao.missions.adapt import Planned
from qiao.missions.models import AgendaItem, Mission, MissionRole, Plan, PlannedEvent, Printing, Traveller, Visit
from qiao.missions.press.changes import imprint, marked
from qiao.missions.press.clock import short_day
from qiao.missions.press.values import Briefing, Day, Fact, Someone, Sort, Standing, Stop, local_zone
from qiao.missions.queries.briefing_known import Known, known_of
from qiao.missions.queries.briefing_stands import Stand, Stands, ending, instant, kept_stands, same, stands_of
from qiao.missions.queries.claims import Asking
from qiao.missions.queries.plan_page import host_days, nights_of
from qiao.missions.queries.planned import planned_of
from qiao.missions.queries.timeline import clock
from qiao.missions.queries.titles import titles
from qiao.register.queries.labels import Called, called

PRINTS_LOOKED_AT = 30


@dataclass(frozen=True)
class Held:
    """A mission's live rows, what a reader may see of them, and what was printed before."""

    planned: Planned
    travellers: Sequence[Traveller]
    roles: Sequence[MissionRole]
    agenda: Mapping[UUID, list[AgendaItem]]
    names: Mapping[UUID, Called]
    nights: Mapping[date, str]
    printings: Sequence[Printing]  # the latest first
    gone: Mapping[str, Visit | PlannedEvent]
    whole: Stands  # of all rows, whoever sees them: ids and hours, kept with a print and never shown
    zones: Mapping[str, ZoneInfo] = field(default_factory=dict)

    @property
    def mission(self) -> Mission:
        return self.planned.mission

    @property
    def stands(self) -> Stands:
        """What the reader sees of how things stand."""
        return stands_of(self.planned.visits, self.planned.events)

    @property
    def last(self) -> Printing | None:
        return self.printings[0] if self.printings else None

    @property
    def base(self) -> Printing | None:
        """The print to mark changes against: the last that tells another state, for two prints of one state are one."""
        other = (one for one in self.printings if not same(self.whole, kept_stands(one.stops)))
        return next(other, self.printings[-1] if self.printings else None)

    def town(self, place: str, language: str) -> str:
        found = next((leg.town for leg in self.planned.legs if leg.place == place), "")
        return show.place(found, language) if found else ""

    def zone(self, place: str, otherwise: str = "") -> ZoneInfo:
        """The clock of a town; where nobody knows it, that of the event or of home."""
        return self.zones.get(place) or _zone(otherwise) or _zone(self.mission.zone.time_zone) or ZoneInfo("UTC")


def held_of(mission: Mission, asking: Asking) -> Held:
    """Load what papers are made of: a fixed number of queries, however much belongs to the mission."""
    member = asking.member
    planned = planned_of(mission, member)
    travellers = list(Traveller.objects.visible_to(member).live().filter(mission=mission).order_by("order", "id"))
    roles = list(MissionRole.objects.visible_to(member).live().filter(mission=mission).order_by("kind", "id"))
    agenda: dict[UUID, list[AgendaItem]] = defaultdict(list)
    for item in AgendaItem.objects.visible_to(member).live().filter(event__mission=mission).order_by("start", "id"):
        agenda[item.event_id].append(item)
    chosen = Plan.objects.visible_to(member).live().filter(mission=mission, chosen=True).first()
    printings = list(
        Printing.objects.visible_to(member)
        .filter(mission=mission)
        .select_related("printed__actor")
        .order_by("-number")[:PRINTS_LOOKED_AT]
    )
    gone = _gone(planned, printings, asking)
    ids = [one.host_id for one in [*planned.visits, *(one for one in gone.values() if isinstance(one, Visit))]]
    people = [*(one.person_id for one in travellers), *(one.party_id for one in roles)]
    return Held(
        planned=planned,
        travellers=travellers,
        roles=roles,
        agenda=agenda,
        names=called([*ids, *people], asking.language),
        nights=nights_of(planned, chosen),
        printings=printings,
        gone=gone,
        whole=_whole(mission),
        zones={leg.place: zone for leg in planned.legs if (zone := _zone(leg.time_zone)) is not None},
    )


def _whole(mission: Mission) -> Stands:
    visits = Visit.objects.filter(zone=mission.zone_id, mission=mission, live=True, day__isnull=False)
    events = PlannedEvent.objects.filter(zone=mission.zone_id, mission=mission, live=True, day__isnull=False)
    return stands_of(visits, events)


def _gone(planned: Planned, printings: Sequence[Printing], asking: Asking) -> dict[str, Visit | PlannedEvent]:
    """Rows of earlier prints that are no longer in the plan, as far as the member may see them."""
    here = stands_of(planned.visits, planned.events)
    ids = {key for one in printings for key in one.stops if key not in here}
    visits = Visit.objects.visible_to(asking.member).filter(mission=planned.mission, pk__in=ids)
    events = PlannedEvent.objects.visible_to(asking.member).filter(mission=planned.mission, pk__in=ids)
    return {str(one.pk): one for one in [*visits, *events]}


def briefing_of(held: Held, asking: Asking, *, number: int, now: datetime) -> Briefing:
    """All of a mission that the member may see, changes since the last print marked, in the language of `asking`.

    number    of this print.    now    when it is printed.
    """
    language = asking.language
    with override(language):
        known = known_of({visit.host_id for visit in held.planned.visits}, asking, now.date())
        stops = stops_of(held, language, known)
        base = held.base
        briefing = Briefing(
            title=titles([held.mission.pk], asking)[held.mission.pk].text,
            lang=language,
            number=number,
            printed_at=now,
            facts=_facts(held, language),
            delegates=[Someone(_name(held, one.person_id), _duty(one)) for one in held.travellers],
            days=_days(held, stops, language),
            for_whom=asking.member.user.name or asking.member.user.email,
            zone=held.mission.zone.time_zone,
            since=base.number if base else 0,
        )
        return marked(briefing, _kept(held, briefing, base, language) if base else None)


def stops_of(held: Held, language: str, known: Mapping[UUID, Known] | None = None) -> dict[str, Stop]:
    """Id -> its stop, for every visit and event that has an hour. Needs the language to be active."""
    stands = held.stands
    found = {}
    ways = _ways(held, stands)
    for visit in held.planned.visits:
        if stand := stands.get(str(visit.pk)):
            told = (known or {}).get(visit.host_id, Known())
            found[str(visit.pk)] = _visit(held, visit, stand, told, language, ways)
    for event in held.planned.events:
        if stand := stands.get(str(event.pk)):
            found[str(event.pk)] = _event(held, event, stand, language, ways)
    return found


def ended(held: Held, key: str, stand: Stand) -> tuple[str, datetime, datetime, ZoneInfo]:
    """Title, start, end and clock of a stop that is gone, from what a print kept and rows the member sees."""
    live: list[Visit | PlannedEvent] = [*held.planned.visits, *held.planned.events]
    row = held.gone.get(key) or next(one for one in live if str(one.pk) == key)
    title = _name(held, row.host_id) if isinstance(row, Visit) else row.title
    zone = held.zone(stand.place, "" if isinstance(row, Visit) else row.time_zone)
    starts = instant(stand.day, stand.start, zone)
    return title, starts, ending(starts, stand.minutes), zone


def _visit(held: Held, visit: Visit, stand: Stand, known: Known, language: str, ways: Mapping[str, int]) -> Stop:
    zone = held.zone(visit.place)
    starts = instant(stand.day, stand.start, zone)
    return Stop(
        key=str(visit.pk),
        title=_name(held, visit.host_id),
        starts_at=starts,
        ends_at=ending(starts, stand.minutes),
        zone=zone.key,
        standing=Standing.CONFIRMED if visit.status == "confirmed" else Standing.TENTATIVE,
        party=_party(held, visit.party),
        city=held.town(visit.place, language),
        address=visit.address,
        phone=known.phone,
        contact=visit.contact,
        purpose=visit.purpose,
        leg_minutes=ways.get(str(visit.pk)),
        ours=[Someone(_name(held, one.person_id), _duty(one)) for one in held.travellers if goes(held, one, stand)],
        theirs=known.theirs,
        ties=known.ties,
        last_contact=known.last_contact,
        promises=known.promises,
        sources=known.sources,
    )


def _event(held: Held, event: PlannedEvent, stand: Stand, language: str, ways: Mapping[str, int]) -> Stop:
    zone = held.zone(event.place, event.time_zone)
    starts = instant(stand.day, stand.start, zone)
    agenda = [f"{clock(item.start)}  {item.title}" for item in held.agenda.get(event.pk, ())]
    return Stop(
        key=str(event.pk),
        title=event.title,
        starts_at=starts,
        ends_at=ending(starts, stand.minutes),
        zone=zone.key,
        sort=Sort.EVENT,
        standing=Standing.CONFIRMED,
        city=held.town(event.place, language) or event.town,
        address=event.venue,
        leg_minutes=ways.get(str(event.pk)),
        ours=[Someone(_name(held, one.person_id), _duty(one)) for one in held.travellers if goes(held, one, stand)],
        notes="\n".join(agenda),
    )


def goes(held: Held, traveller: Traveller, stand: Stand) -> bool:
    """Whether a traveller is at a stop: there on that day, and in the group that goes to it."""
    of_group = held.planned.terms.parties < 2 or stand.party < 0 or stand.party == traveller.party
    return traveller.is_there(stand.day) and of_group


def _ways(held: Held, stands: Stands) -> dict[str, int]:
    """Stop -> minutes of the way to it from the stop before, or from where the night was spent, where known.

    Ways within a town are left out: a street is not a town, and a guess printed for a driver would be taken for more.
    """
    found: dict[str, int] = {}
    parties = range(max(1, held.planned.terms.parties))
    travel = held.planned.travel
    for party in parties:
        before, day = "", None
        for key, one in sorted(stands.items(), key=lambda pair: (pair[1].day, pair[1].start, pair[0])):
            if one.party not in (-1, party) and held.planned.terms.parties > 1:
                continue
            if one.day != day:
                before = held.nights.get(date.fromordinal(one.day.toordinal() - 1), before)
            if before != one.place and one.place in travel.get(before, {}):
                found.setdefault(key, travel[before][one.place])
            before, day = one.place, one.day
    return found


def _kept(held: Held, briefing: Briefing, base: Printing, language: str) -> dict[str, dict[str, str]]:
    """The print before as `marked` reads it, its words looked up among what the member may see today."""
    stands, here = held.stands, {stop.key: stop for stop in briefing.stops}
    marks = imprint(briefing)
    found: dict[str, dict[str, str]] = {}
    for key, was in kept_stands(base.stops).items():
        if was.is_gone or not (key in here or key in held.gone):
            continue
        if key in here:
            found[key] = _before(held, here[key], stands[key], was, marks[key]["digest"], language)
        else:
            title, starts, ends, zone = ended(held, key, was)
            found[key] = {
                "title": title,
                "starts_at": starts.astimezone(UTC).isoformat(),
                "ends_at": ends.astimezone(UTC).isoformat(),
                "zone": zone.key,
                "place": "",
                "city": held.town(was.place, language),
                "standing": Standing.TENTATIVE.value,
                "digest": "",
            }
    return found


def _before(held: Held, stop: Stop, now: Stand, was: Stand, digest: str, language: str) -> dict[str, str]:
    starts = instant(was.day, was.start, held.zone(was.place) if was.place != now.place else local_zone(stop.zone))
    untouched = (now.status, now.minutes, now.party, now.digest) == (was.status, was.minutes, was.party, was.digest)
    return {
        "title": stop.title,
        "starts_at": starts.astimezone(UTC).isoformat(),
        "ends_at": ending(starts, was.minutes).astimezone(UTC).isoformat(),
        "zone": stop.zone,
        "place": stop.place if now.place == was.place else held.town(was.place, language),
        "city": stop.city,
        "standing": Standing.TENTATIVE.value,
        "digest": digest if untouched else "",
    }


def _days(held: Held, stops: Mapping[str, Stop], language: str) -> list[Day]:
    of_day: dict[date, list[Stop]] = defaultdict(list)
    for stop in stops.values():
        of_day[stop.begins.date()].append(stop)
    kinds: Mapping[date, Any] = host_days(held.planned, held.nights, language)
    days = sorted({*held.planned.days, *of_day})
    return [Day(day, of_day.get(day, ()), _day_note(held, day, kinds.get(day), language)) for day in days]


def _day_note(held: Held, day: date, kind: Any, language: str) -> str:
    told = []
    if kind is not None and kind.name:
        told.append(_("Holiday: %(name)s.") % {"name": kind.name})
    if night := held.town(held.nights.get(day, ""), language):
        told.append(_("Night in %(town)s.") % {"town": night})
    return " ".join(told)


def _facts(held: Held, language: str) -> list[Fact]:
    mission = held.mission
    found = [Fact(_("Purpose"), mission.purpose)] if mission.purpose else []
    if mission.departs_on and mission.returns_on:
        count = ngettext("%(count)d day", "%(count)d days", mission.days) % {"count": mission.days}
        span = f"{short_day(mission.departs_on, language)} – {short_day(mission.returns_on, language)}"
        found.append(Fact(pgettext("of a journey", "Days"), f"{span} ({count})"))
    towns = show.names([show.place(leg.town, language) for leg in held.planned.legs], language)
    found += [Fact(_("Towns"), towns)] if towns else []
    for role in held.roles:
        if role.party_id in held.names:
            note = f" ({role.note})" if role.note else ""
            found.append(Fact(str(role.get_kind_display()), held.names[role.party_id].text + note))
    return found


def _name(held: Held, entity: UUID) -> str:
    return held.names[entity].text if entity in held.names else "…"


def _duty(one: Traveller) -> str:
    return ", ".join(filter(None, [one.rank, str(one.get_duty_display())]))


def _party(held: Held, party: int) -> str:
    if held.planned.terms.parties < 2:
        return ""
    return pgettext("a part of a delegation", "Group %(name)s") % {"name": chr(ord("A") + min(party, 25))}


def _zone(name: str) -> ZoneInfo | None:
    try:
        return local_zone(name) if name else None
    except ValueError:
        return None
