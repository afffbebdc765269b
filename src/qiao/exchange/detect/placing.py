"""Where the parties of one row stand: with the bearer of their name or number, with whom they are like, or alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from qiao.engines.resolve import Decision, Kind, Likeness, Record
from qiao.exchange.detect.batch import Batch, Item, Placed
from qiao.exchange.detect.digest import tells_more_than_a_name
from qiao.exchange.detect.exact import Exact, by_number, exact_organisation, exact_person
from qiao.exchange.detect.facts import facts_of
from qiao.exchange.detect.found import Place
from qiao.exchange.detect.keys import Key
from qiao.exchange.detect.sayings import sayings
from qiao.exchange.reading import Draft
from qiao.kit.ids import new_id

if TYPE_CHECKING:
    from qiao.exchange.detect.detector import Detector


class Placing:
    """Places the parties of rows, one after another."""

    def __init__(self, detector: Detector, batch: Batch) -> None:
        self._detector = detector
        self._batch = batch

    def main(self, item: Item) -> tuple[Placed, list[Placed]] | None:
        """The row's own party and the others, in the order of its ties; None for a row of this file known before.

        Houses come first, as they tell persons apart; then the row's own party; then the persons it names.
        """
        if item.prior is not None and item.prior.same_file:
            return None
        ties = item.draft.ties
        placed = {at: self._other(item, tie.other, ()) for at, tie in enumerate(ties) if tie.other.kind != Kind.PERSON}
        bonds = [("tie", ties[at].kind, ties[at].is_outward, house.place.target) for at, house in placed.items()]
        place = self._own_place(item, bonds)
        for at, tie in enumerate(ties):
            if at not in placed:
                placed[at] = self._other(item, tie.other, [("tie", tie.kind, not tie.is_outward, place.target)])
        others = [placed[at] for at in range(len(ties))]
        return self._held_against(item.draft, place, [other.place.target for other in others]), others

    def exact(self, draft: Draft, bonds: Sequence[Key]) -> Exact | None:
        """The record that bears the party's number, or its very name where nothing speaks against it."""
        index, known = self._detector.index, self._batch.known
        found = by_number(draft, [record for record in index.numbered(draft) if record in known])
        if found is not None:
            return found
        facts = facts_of(sayings(replace(draft, ties=()), (), self._detector.segments))
        named = list(index.named(draft))
        if draft.kind == Kind.PERSON:
            return exact_person(draft, facts, bonds, named, known) if named else None
        return exact_organisation(draft, facts, named, known) if named else None

    def _own_place(self, item: Item, bonds: Sequence[Key]) -> Place:
        if item.by_id is not None:
            return Place(None, item.by_id, "id")
        if item.prior and item.prior.record in self._batch.known and tells_more_than_a_name(item.draft):
            return Place(None, item.prior.record, "row")
        return self._place(item.draft, bonds)

    def _other(self, item: Item, draft: Draft, bonds: Sequence[Key]) -> Placed:
        place = self._place(draft, bonds)
        alone = replace(draft, ties=())
        placed = self._held_against(alone, place, ())
        self._detector.enter(item.number, draft, placed.place, (), self._batch)
        return placed

    def _place(self, draft: Draft, bonds: Sequence[Key]) -> Place:
        exact = self.exact(draft, bonds)
        if exact is None:
            return self._likeness(draft)
        return Place(new_id() if exact.ask else None, exact.record, exact.how, ask=exact.ask)

    def _likeness(self, draft: Draft) -> Place:
        """The likeliest of the register's records, of those of the rows before and of this batch."""
        query = self._batch.asked.get(id(draft))
        if query is None:
            return Place(new_id(), None, "")
        best = Place(UUID(query.id), None, "")
        for other in self._batch.near[query.id]:
            if self._is_there(other):
                best = self._better(best, query, other, self._batch.likely[query.id, other])
        return best

    def _is_there(self, other: str) -> bool:
        """Whether a record was there before this batch, or a row of it has made it by now."""
        return other not in self._batch.here or UUID(other) in self._batch.made

    def _better(self, best: Place, query: Record, other: str, like: Likeness) -> Place:
        """The better of a place and a likeness: what the engine is sure of, else what a person should be asked."""
        if like.decision == Decision.DISTINCT or (best.matched is not None and (best.score or 0) >= like.score):
            return best
        joined = like.decision == Decision.SAME and self._detector.joins(query.kind)
        return Place(best.own, UUID(other), "likeness", not joined, joined, like.score, like.reasons)

    def _held_against(self, draft: Draft, place: Place, others: Sequence[UUID]) -> Placed:
        """What a party says beyond what is known of the record it stands with."""
        told = list(sayings(draft, others, self._detector.segments))
        if place.matched is None:
            return Placed(draft, place, frozenset(saying.table.__name__ for saying in told))
        known = self._batch.facts(place.matched)
        adds = frozenset(saying.table.__name__ for saying in told if not known.holds(saying.key))
        facts = facts_of(told)
        disputes = tuple(
            (question, " / ".join(sorted(known.only[question])), " / ".join(sorted(facts.only[question])))
            for question in known.disagrees(facts)
        )
        if place.joined and not adds:
            place = replace(place, own=None, joined=False)
        return Placed(draft, place, adds, disputes)
