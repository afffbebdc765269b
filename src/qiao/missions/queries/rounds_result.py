"""A timetable as people read it: tables by slots, each person's own hours, and the wishes it leaves out with why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from qiao.missions.models import Invitee, PlannedEvent, Round
from qiao.missions.queries.rounds import people_seen, seen_requests
from qiao.missions.reasons_round import why_unheld
from qiao.register.queries.labels import Called, called
from qiao.zones.models import Membership

TABLES_SHOWN = 20
PEOPLE_SHOWN = 100
UNHELD_SHOWN = 200
MUST = 8


@dataclass(frozen=True, slots=True)
class Guest:
    """One person or firm of a timetable: the id of the invitee, the party's, and what it is called."""

    id: str
    party_id: UUID
    name: Called | None

    @property
    def words(self) -> str:
        return self.name.text if self.name else "…"


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot of a round, from 0, with its minutes after midnight; None while nobody said when the first begins."""

    number: int
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Seat:
    """One meeting at a table. `moved`: its slot is another than in the timetable this one was changed from."""

    slot: int
    table: int
    one: Guest
    other: Guest
    must: bool
    moved: bool


@dataclass(frozen=True, slots=True)
class Left:
    """A wish that is not held, and why."""

    one: Guest
    other: Guest
    must: bool
    because: str
    lost: bool  # the timetable this one was changed from held it


@dataclass(frozen=True, slots=True)
class OwnDay:
    """One person's timetable: each slot with the meeting in it, or None, and whether they are away."""

    guest: Guest
    hours: tuple[tuple[Slot, Seat | None, Guest | None, bool], ...]

    @property
    def meetings(self) -> int:
        return sum(seat is not None for _slot, seat, _other, _away in self.hours)


@dataclass(frozen=True)
class Result:
    """A timetable with names in place."""

    made: Round
    slots: tuple[Slot, ...]
    seats: tuple[Seat, ...]
    left: tuple[Left, ...]
    guests: Mapping[str, Guest]
    away: Mapping[str, frozenset[int]]
    since: int | None  # for a changed one: the first slot that could change
    tables: int

    def grid(self, page: int) -> list[tuple[int, list[Seat | None]]]:
        """One page of tables, each with its meetings by slot."""
        at = {(seat.table, seat.slot): seat for seat in self.seats}
        shown = range(page * TABLES_SHOWN, min(self.tables, (page + 1) * TABLES_SHOWN))
        return [(table, [at.get((table, slot.number)) for slot in self.slots]) for table in shown]

    def days(self, ids: Sequence[str]) -> list[OwnDay]:
        """The own timetables of these guests."""
        held: dict[str, dict[int, Seat]] = defaultdict(dict)
        for seat in self.seats:
            held[seat.one.id][seat.slot] = seat
            held[seat.other.id][seat.slot] = seat
        return [self._day(self.guests[one], held[one]) for one in ids if one in self.guests]

    def in_order(self, typed: str = "") -> list[str]:
        """Ids of the guests by name; of those whose name holds what was typed."""
        wanted = typed.strip().casefold()
        held = [one for one, guest in self.guests.items() if wanted in guest.words.casefold()]
        return sorted(held, key=lambda one: (self.guests[one].words.casefold(), one))

    def _day(self, guest: Guest, held: Mapping[int, Seat]) -> OwnDay:
        hours = []
        for slot in self.slots:
            seat = held.get(slot.number)
            other = None if seat is None else seat.other if seat.one.id == guest.id else seat.one
            hours.append((slot, seat, other, slot.number in self.away.get(guest.id, frozenset())))
        return OwnDay(guest, tuple(hours))


def round_result(made: Round, event: PlannedEvent, member: Membership, language: str) -> Result:
    """The timetable as far as the member may see it: meetings of which one side is hidden are left out."""
    requests = seen_requests(made.problem, people_seen(event, member))
    guests = _guests(made, event, member, language)
    before = {held["id"]: held["slot"] for held in (made.previous.answer if made.previous else {}).get("meetings", ())}
    seats = tuple(
        Seat(
            slot=held["slot"],
            table=held["table"],
            one=guests[requests[held["id"]]["a"]],
            other=guests[requests[held["id"]]["b"]],
            must=requests[held["id"]]["priority"] >= MUST,
            moved=held["id"] in before and before[held["id"]] != held["slot"],
        )
        for held in made.answer.get("meetings", ())
        if held["id"] in requests
    )
    words = {key: guest.words for key, guest in guests.items()}
    words |= {key: f"{words[one['a']]} – {words[one['b']]}" for key, one in requests.items()}
    left = tuple(
        Left(
            one=guests[requests[told["id"]]["a"]],
            other=guests[requests[told["id"]]["b"]],
            must=requests[told["id"]]["priority"] >= MUST,
            because=why_unheld(str(told.get("because", "")), words),
            lost=told["id"] in before,
        )
        for told in made.answer.get("unheld", ())
        if told["id"] in requests
    )
    after = made.problem.get("after")
    return Result(
        made=made,
        slots=slots_of(event, int(made.problem.get("slots", 0))),
        seats=seats,
        left=tuple(sorted(left, key=lambda one: (not one.lost, not one.must))),
        guests=guests,
        away={person["id"]: frozenset(person["forbidden"]) for person in made.problem.get("people", ())},
        since=int(after["slot"]) if after else None,
        tables=int(made.problem.get("tables", 0)),
    )


def slots_of(event: PlannedEvent, count: int) -> tuple[Slot, ...]:
    """The slots of a round with their times."""
    first, length = event.round_start, event.slot_minutes
    if first is None:
        return tuple(Slot(number, None, None) for number in range(count))
    return tuple(Slot(n, first + n * length, first + (n + 1) * length) for n in range(count))


def _guests(made: Round, event: PlannedEvent, member: Membership, language: str) -> dict[str, Guest]:
    wanted = {person["id"] for person in made.problem.get("people", ())}
    rows = Invitee.objects.visible_to(member).filter(event=event).values_list("id", "party_id")
    parties = {str(pk): party for pk, party in rows if str(pk) in wanted}
    names = called(parties.values(), language)
    return {pk: Guest(pk, party, names.get(party)) for pk, party in parties.items()}
