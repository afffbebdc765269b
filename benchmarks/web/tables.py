"""The tables of an invented register, and how one thing becomes rows of several of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from random import Random

from benchmarks.web.bulk import Bulk, Ids
from benchmarks.web.invented.firms import Called, Town
from benchmarks.web.labels import labels_of
from benchmarks.web.zone import Made
from qiao.engines.text.names import script_of
from qiao.meetings.models import Attendance, Meeting
from qiao.register.models import (
    CanonicalSpan,
    Classification,
    ContactPoint,
    Dating,
    Entity,
    Evidence,
    Identifier,
    Judgement,
    Label,
    Location,
    Name,
    Organisation,
    Person,
    Source,
    Tie,
)
from qiao.zones.models import Action

ROWS_OF_A_LIST = 50  # parties read from one list: one source, one action
CLAIM = ("id", "zone", "subject", "evidence", "recorded")
LISTS = (("paper", "Commercial register"), ("press", "Trade press"), ("own_record", "Exhibitors"), ("say_so", "Cards"))


class Tables:
    """Everything that is written; each method writes one thing and returns its id where others need it."""

    def __init__(self, made: Made, ids: Ids, rng: Random, now: datetime) -> None:
        self.made, self.ids, self.rng, self.now = made, ids, rng, now
        self.action_rows = Bulk(Action, "id", "zone", "actor", "verb", "at", "touched")
        self.entity = Bulk(Entity, "id", "zone", "kind", "canonical", "audience")
        self.rows = {"organisation": Bulk(Organisation, "entity", "zone"), "person": Bulk(Person, "entity", "zone")}
        self.meeting_row = Bulk(Meeting, "entity", "zone", "kind")
        self.source = Bulk(Source, "id", "zone", "kind", "title", "published_date", "stated_by", "audience")
        self.evidence = Bulk(Evidence, "id", "zone", "source", "locator")
        self.judgement = Bulk(Judgement, "id", "zone", "left", "right", "verdict", "by_person", "score", "recorded")
        self.span = Bulk(CanonicalSpan, "id", "zone", "entity", "canonical", "since")
        self.names = Bulk(Name, *CLAIM, "text", "language", "script", "kind")
        self.locations = Bulk(Location, *CLAIM, "place", "country", "latitude", "longitude")
        self.contacts = Bulk(ContactPoint, *CLAIM, "kind", "address")
        self.segments = Bulk(Classification, *CLAIM, "segment")
        self.numbers = Bulk(Identifier, *CLAIM, "scheme", "number")
        self.ties = Bulk(Tie, *CLAIM, "kind", "object", "role", "valid_from", "valid_until", "precision")
        self.datings = Bulk(Dating, *CLAIM, "start_date", "end_date", "precision")
        self.attendances = Bulk(Attendance, *CLAIM, "object", "side")
        self.labels = Bulk(Label, "id", "zone", "entity", "language", "text", "text_language", "sort_key")
        self._lists: dict[str | None, tuple[str, int]] = {}
        self._word: dict[str | None, str] = {}
        self.action = ""

    # --- who ------------------------------------------------------------------------------------------
    def organisation(self, circle: str | None, same_as: str | None) -> str:
        return self._party("organisation", circle, same_as)

    def person(self, circle: str | None, same_as: str | None) -> str:
        return self._party("person", circle, same_as)

    def _party(self, kind: str, circle: str | None, same_as: str | None) -> str:
        record = self.ids.next()
        self.entity.add(record, self.made.zone, kind, same_as or record, circle)
        self.rows[kind].add(record, self.made.zone)
        if same_as:
            self._judged_same(same_as, record)
        return record

    def _judged_same(self, left: str, right: str) -> None:
        action, zone = self._acted("judge_same", self.now), self.made.zone
        self.judgement.add(self.ids.next(), zone, left, right, "same", True, None, action)
        self.span.add(self.ids.next(), zone, right, left, action)

    # --- what is said of them -------------------------------------------------------------------------
    def evidence_of_row(self, circle: str | None) -> str:
        """A row of the list being read; a new list, and a new action, begins every so many rows."""
        source, used = self._lists.get(circle, ("", ROWS_OF_A_LIST))
        if used == ROWS_OF_A_LIST:
            source, used = self.ids.next(), 0
            kind, title = self.rng.choice(LISTS)
            published = date(2019, 1, 1) + timedelta(days=self.rng.randrange(2500))
            self.source.add(source, self.made.zone, kind, f"{title} {published:%Y-%m}", published, None, circle)
            self.action = self._acted("accept_facts", datetime(published.year, published.month, published.day, 8))
        self._lists[circle] = (source, used + 1)
        place = self.ids.next()
        self.evidence.add(place, self.made.zone, source, f"row {used + 1}")
        return place

    def name(self, record: str, place: str, name: Called) -> None:
        self.names.add(*self._claim(record, place), name.text, name.language, script_of(name.text), name.kind)

    def location(self, record: str, place: str, town: str, country: str, north: float, east: float) -> None:
        self.locations.add(*self._claim(record, place), town, country, north, east)

    def contact(self, record: str, place: str, kind: str, address: str) -> None:
        self.contacts.add(*self._claim(record, place), kind, address)

    def classification(self, record: str, place: str, code: str) -> None:
        self.segments.add(*self._claim(record, place), self.made.segments[code])

    def identifier(self, record: str, place: str, scheme: str, number: str) -> None:
        self.numbers.add(*self._claim(record, place), scheme, number)

    def tie(
        self, record: str, place: str, kind: str, other: str, role: str, first: date | None, last: date | None
    ) -> None:
        spelt = [day.isoformat() if day else None for day in (first, last)]
        self.ties.add(*self._claim(record, place), kind, other, role, *spelt, "month" if first or last else "")

    # --- where they met -------------------------------------------------------------------------------
    def meeting(self, kind: str, day: date, there: Sequence[tuple[str, str]], town: Town | None) -> None:
        """A meeting entered by hand on its evening: one action, the officer's word."""
        record, zone = self.ids.next(), self.made.zone
        entered = datetime(day.year, day.month, day.day, 18) + timedelta(seconds=self.rng.randrange(7200))
        self.action = self._acted("enter_meeting", entered, [record])
        self.entity.add(record, zone, "meeting", record, None)
        self.meeting_row.add(record, zone, kind)
        place = self.ids.next()
        self.evidence.add(place, zone, self._own_word(), "")
        for party, side in there:
            self.attendances.add(*self._claim(record, place), party, side)
        self.datings.add(*self._claim(record, place), day.isoformat(), day.isoformat(), "day")
        if town:
            self.location(record, place, town[0], town[3], town[4], town[5])

    def _own_word(self) -> str:
        if None not in self._word:
            self._word[None] = self.ids.next()
            self.source.add(self._word[None], self.made.zone, "own_record", "", None, self.made.officer, None)
        return self._word[None]

    # --- bookkeeping ----------------------------------------------------------------------------------
    def label(self, record: str, names: Sequence[Called]) -> None:
        """What the product would call this record, were it of no group."""
        for label in labels_of(names):
            self.labels.add(self.ids.next(), self.made.zone, record, *label)

    def _claim(self, record: str, place: str) -> tuple[str, str, str, str, str]:
        return self.ids.next(), self.made.zone, record, place, self.action

    def _acted(self, verb: str, at: datetime, touched: Sequence[str] = ()) -> str:
        action = self.ids.next()
        self.action_rows.add(action, self.made.zone, self.made.officer, verb, f"{at}", json.dumps(list(touched)))
        return action

    def _all(self) -> list[Bulk]:
        own = [value for value in vars(self).values() if isinstance(value, Bulk)]
        return [*own, *self.rows.values()]

    def flush(self) -> None:
        for table in self._all():
            table.flush()

    def counts(self) -> dict[str, int]:
        return {table.model._meta.db_table: table.count for table in self._all()}
