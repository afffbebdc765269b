"""Rows compared with the register and with the rows before them, some hundred at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from qiao.engines.resolve import Decision, Kind, Linked, Record
from qiao.exchange.detect.batch import Batch, Item
from qiao.exchange.detect.facts import Facts, Packed, facts_of
from qiao.exchange.detect.found import Found, Place
from qiao.exchange.detect.index import Index
from qiao.exchange.detect.neighbours import neighbours
from qiao.exchange.detect.placing import Placing
from qiao.exchange.detect.records import record_of
from qiao.exchange.detect.sayings import Segments, sayings
from qiao.exchange.detect.told import with_likelihoods
from qiao.exchange.detect.weigh import weighed
from qiao.exchange.reading import Draft
from qiao.kit.ids import new_id

LOOK_AT = 0.05  # rows of one batch less alike are not asked of each other

KnownOf = Callable[[set[UUID]], Mapping[UUID, Facts]]


class Detector:
    """Compares rows with everything open to the import, and with the rows that came before.

    index, records   who bears which name or number, and the same records for the engine.
    known_of         records -> what the register says of their groups.
    joins            whether the zone lets records of a kind be judged the same unasked.
    """

    def __init__(
        self,
        *,
        index: Index,
        records: Iterable[Record],
        segments: Segments,
        known_of: KnownOf,
        joins: Callable[[str], bool],
    ) -> None:
        from qiao.engines.resolve import Registry  # loads what compares: when first needed

        self.index = index
        self.segments = segments
        self.joins = joins
        self._registry = Registry(records)
        self._known_of = known_of
        self._said: dict[UUID, Packed] = {}
        self.made: dict[str, Record] = {}
        self._joined: dict[UUID, UUID] = {}
        self.row_of: dict[UUID, int] = {}

    def compare(self, items: Sequence[Item]) -> list[Found]:
        """The fate of each row, in order. Rows of one batch are compared with each other too."""
        batch = self._prepare(items)
        found = [self._row(item, batch) for item in items]
        found = with_likelihoods(found, self._registry, self._record)
        self._put_away(batch)
        return found

    def remember(self, items: Sequence[tuple[int, Draft, Place, Sequence[Place]]]) -> None:
        """Take in rows that were compared before this detector was made: number, draft, place, others."""
        batch = Batch(known={})
        for number, draft, place, others in items:
            for tie, other in zip(draft.ties, others, strict=True):
                self.enter(number, tie.other, other, (), batch)
            self.enter(number, draft, place, others, batch)
        self._put_away(batch)

    def enter(self, number: int, draft: Draft, place: Place, others: Sequence[Place], batch: Batch) -> None:
        """Let a party be found by the rows that follow, and what it says be known to them."""
        target = place.target
        told = list(sayings(draft, [other.target for other in others], self.segments)) if others else []
        facts = facts_of(told or sayings(_alone(draft), (), self.segments))
        batch.facts(target).take(facts)
        batch.touched.add(target)
        for tie, other in zip(draft.ties, others, strict=False):
            mirrored = batch.facts(other.target)
            mirrored.add(("tie", tie.kind, not tie.is_outward, target))
            batch.touched.add(other.target)
        if place.own is not None and place.own not in self.row_of:
            self._make(number, draft, place, batch)

    def _record(self, id: UUID) -> Record | None:
        return self.made.get(str(id)) or self._registry.held(str(id))

    def _make(self, number: int, draft: Draft, place: Place, batch: Batch) -> None:
        own = place.own
        assert own is not None
        self.row_of[own] = number
        self.index.add(draft, own)
        record = batch.asked.get(id(draft)) or record_of(draft, own)
        batch.new.append(record)  # the registry takes them in together, which costs a tenth
        self.made[record.id] = record
        batch.made.add(own)
        if place.joined and place.matched is not None:
            self._joined[own] = place.matched

    def _prepare(self, items: Sequence[Item]) -> Batch:
        drafts = [draft for item in items for draft in item.parties()]
        wanted = self.index.candidates(drafts)
        wanted |= {item.prior.record for item in items if item.prior} | {item.by_id for item in items if item.by_id}
        batch = Batch(known=self._known(wanted))
        placing = Placing(self, batch)
        unsure = [
            draft
            for item in items
            for draft in item.parties()
            if not (item.is_known and draft is item.draft) and placing.exact(draft, ()) is None
        ]
        batch.asked = {id(draft): record_of(draft, new_id()) for draft in unsure}
        self._weigh([batch.asked[id(draft)] for draft in unsure], batch)
        close = {UUID(near[0]) for near in batch.near.values() if near}
        batch.known |= self._known(close - set(batch.known))
        return batch

    def _weigh(self, queries: Sequence[Record], batch: Batch) -> None:
        """How likely each query is the nearest of what was there before, and those of the queries that are like it.

        All pairs are decided together: one by one takes twenty times as long.
        """
        batch.here = frozenset(query.id for query in queries)
        from qiao.engines.resolve import Registry
        from qiao.engines.resolve.model import load_model

        model = load_model()
        found = self._registry.nearest(queries, top=1, least=model.ask, reasons=False)
        batch.near = {linked.query: [match.id for match in linked.matches] for linked in found}
        known = {other: self._registry.held(other) for near in batch.near.values() for other in near}
        like = neighbours(queries)
        for linked in Registry(like).nearest(like, top=3, least=LOOK_AT, but_itself=True, reasons=False):
            batch.near[linked.query] += [match.id for match in linked.matches]
        known |= {query.id: query for query in like}
        pairs = [(query, there) for query in queries for other in batch.near[query.id] if (there := known[other])]
        told = self._registry.decisions(pairs)
        batch.likely = {(query.id, there.id): one for (query, there), one in zip(pairs, told, strict=True)}
        for query, linked in zip(queries, found, strict=True):
            if query.kind == Kind.PERSON and linked.decision is None:
                _ask_first(linked, batch)

    def _known(self, records: set[UUID]) -> dict[UUID, Facts]:
        """What the register and the rows before say of some records."""
        reached = records | {self._joined[record] for record in records if record in self._joined}
        told: dict[UUID, Facts] = {}
        for record, facts in self._known_of(reached).items():
            told.setdefault(record, Facts()).take(facts)
        for record in reached:
            if record in self._said:
                told.setdefault(record, Facts()).unpack(self._said[record])
        for record in records:
            if record in self._joined:
                told.setdefault(record, Facts()).take(told.get(self._joined[record], Facts()))
        return told

    def _row(self, item: Item, batch: Batch) -> Found:
        placing = Placing(self, batch)
        placed = placing.main(item)
        if placed is None:
            assert item.prior is not None
            return Found.before(item.prior.record, item.digest)
        main, others = placed
        found = weighed(item, main, others, self.row_of)
        place = found.place
        assert place is not None
        self.enter(item.number, item.draft, place, [other.place for other in others], batch)
        return found

    def _put_away(self, batch: Batch) -> None:
        """What this import says of the records it touched, kept small until it is asked for."""
        self._registry.extend(batch.new)
        for record in batch.touched:
            self._said[record] = batch.known[record].packed()


def _alone(draft: Draft) -> Draft:
    """A party without its ties."""
    return replace(draft, ties=()) if draft.ties else draft


def _ask_first(linked: Linked, batch: Batch) -> None:
    """Who may be two of the persons known is neither unasked: their rules compare two, and know no rivals."""
    for match in linked.matches:
        told = batch.likely[linked.query, match.id]
        if told.decision == Decision.SAME:
            batch.likely[linked.query, match.id] = replace(told, decision=Decision.ASK)
