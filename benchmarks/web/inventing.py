"""A register of any size, all of it invented; the same for the same seed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from benchmarks.web.bulk import Ids, loading
from benchmarks.web.invented.firms import Called, Firm, firm
from benchmarks.web.invented.people import human
from benchmarks.web.invented.words import POSTS, SEGMENTS
from benchmarks.web.tables import Tables
from benchmarks.web.zone import fill_search, make_zone, mark_as_searched

OURS = 200  # people of the zone's own, one of whom is at each meeting
IN_CIRCLE = 0.03  # of the parties are kept by the station's circle
JUDGED_SHARE = 0.3  # of the second records have been judged the same as the first
FIRST_DAY = date(2014, 1, 6)
DAYS = 4400


@dataclass(frozen=True, slots=True)
class Size:
    """How much to invent. People and meetings follow from the organisations unless said."""

    organisations: int
    people: int
    meetings: int


@dataclass(frozen=True, slots=True)
class Held:
    """An invented party that was written: its record, and its circle or none."""

    record: str
    circle: str | None


class Invention:
    """One run: what has been written so far, and how the rest is written."""

    def __init__(self, size: Size, seed: int, tables: Tables, circle: str) -> None:
        self.size, self.tables, self.circle = size, tables, circle
        self.rng = Random(seed)
        self.firms: list[Firm] = []
        self.houses: list[Held] = []
        self.people: list[Held] = []
        self.staff: dict[int, list[int]] = defaultdict(list)

    def run(self) -> None:
        for _ in range(self.size.organisations):
            self._organisation()
        for _ in range(self.size.people):
            self._person()
        for at in range(self.size.meetings):
            self._meeting(at)

    def _organisation(self) -> None:
        rng, tables = self.rng, self.tables
        made = firm(rng, self.firms)
        held = self._held(tables.organisation, made.copy_of)
        place = tables.evidence_of_row(held.circle)
        self._names(held, made.names, place)
        tables.location(held.record, place, made.town[0], made.town[3], made.town[4], made.town[5])
        if rng.random() < 0.8:
            tables.contact(held.record, place, "web", f"https://{made.domain}")
        if rng.random() < 0.6:
            tables.classification(held.record, place, made.segment)
        if rng.random() < 0.25:
            tables.identifier(held.record, place, "other", f"{rng.randrange(10**9):09d}")
        if self.houses and rng.random() < 0.08:
            tables.tie(held.record, place, "subsidiary_of", self._some(self.houses).record, "", *self._span())
        self.firms.append(made)
        self.houses.append(held)

    def _person(self) -> None:
        rng, tables = self.rng, self.tables
        made = human(rng)
        held = self._held(tables.person, None)
        place = tables.evidence_of_row(held.circle)
        self._names(held, made.names, place)
        house = self._somewhere()
        tables.tie(held.record, place, "holds_post", self.houses[house].record, made.post, *self._span())
        if rng.random() < 0.25:
            earlier = self.houses[self._somewhere()].record
            role = rng.choice(POSTS)[rng.random() < 0.5]
            tables.tie(held.record, place, "holds_post", earlier, role, date(2008, 1, 1), date(2015, 6, 30))
        if rng.random() < 0.6:
            tables.contact(held.record, place, "email", f"{made.address}@{self.firms[house].domain}")
        self.staff[house].append(len(self.people))
        self.people.append(held)

    def _meeting(self, at: int) -> None:
        rng, tables = self.rng, self.tables
        day = FIRST_DAY + timedelta(days=at * DAYS // self.size.meetings)
        house = self._somewhere()
        there = [(self.houses[house].record, "host")]
        if staff := self.staff.get(house):
            there += [
                (self.people[one].record, "host") for one in rng.sample(staff, min(len(staff), rng.choice((1, 1, 2))))
            ]
        if self.people:
            there.append((self.people[rng.randrange(min(OURS, len(self.people)))].record, "ours"))
        town = self.firms[house].town
        tables.meeting(rng.choice(("visit", "talk", "call")), day, there, town if rng.random() < 0.6 else None)

    def _held(self, write: object, copy_of: int | None) -> Held:
        circle = self.circle if self.rng.random() < IN_CIRCLE else None
        same_as = None
        if copy_of is not None and self.rng.random() < JUDGED_SHARE and self.houses[copy_of].circle is circle is None:
            same_as = self.houses[copy_of].record
        return Held(write(circle, same_as), circle)  # type: ignore[operator]  # one of the two tables' methods

    def _names(self, held: Held, names: tuple[Called, ...], place: str) -> None:
        for name in names:
            self.tables.name(held.record, place, name)
        self.tables.label(held.record, names)

    def _some(self, parties: list[Held]) -> Held:
        return parties[self.rng.randrange(len(parties))]

    def _somewhere(self) -> int:
        """The place of a house in the sequence; a few are known to many, most to few."""
        return int(len(self.houses) * self.rng.random() ** 2)

    def _span(self) -> tuple[date | None, date | None]:
        """When a tie began, for six in ten; none has ended."""
        if self.rng.random() < 0.6:
            return date(self.rng.randrange(2005, 2026), self.rng.randrange(1, 13), 1), None
        return None, None


def register_of(size: Size, seed: int = 1) -> dict[str, int]:
    """Make the zone and everything in it, with its caches. Returns how many rows each table received.

    A search for duplicates is marked as done, so that the worker does not begin one while pages are measured.
    """
    made = make_zone(SEGMENTS)
    tables = Tables(made, Ids(seed), Random(seed + 1), datetime(2026, 1, 5, 9))
    with loading():
        Invention(size, seed, tables, made.circle).run()
        tables.flush()
    fill_search(made.zone)
    mark_as_searched(made.zone)
    return tables.counts()
