"""What the likeness of records asks for: nothing, a person's word, or none at all.

One pair has one likelihood: of the two, the record that came later is asked for, among all that the register holds.
So an import is told what the queue is told afterwards. Sure is only what is sure asked from either side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from qiao.engines.resolve import Decision, Kind, Likeness, Linked, Pair, Record
from qiao.engines.text.names import fold, script_of

HAN = ("Hans", "Hant")

Decide = Callable[[Sequence[tuple[Record, Record]]], list[Likeness]]
"""Pairs of records -> how likely the right one is the left, among those that may be meant instead."""

Ids = tuple[str, str]


@dataclass(frozen=True)
class Alike:
    """Pairs to ask a person about, and pairs as good as sure."""

    asked: tuple[Pair, ...]
    sure: tuple[Pair, ...]


def decision_on(left: Record, right: Record, likeness: Likeness) -> Decision:
    """The engine's decision, but never SAME for persons who share no more than a romanised name."""
    if likeness.decision == Decision.SAME and left.kind == Kind.PERSON and not _shares_more(left, right):
        return Decision.ASK
    return likeness.decision


def later_first(one: Record, other: Record) -> tuple[Record, Record]:
    """Two records in the order in which they are asked: ids tell which came later."""
    return (one, other) if one.id > other.id else (other, one)


def weigh(
    queries: Sequence[Record], near: Iterable[Linked], known: Mapping[str, Record], decide: Decide
) -> list[Alike]:
    """What the matches of each query ask for; one's match with itself is passed over.

    near     the matches of each query, in order.    known    the records by their ids; matches that are none are
             passed over.    decide   all pairs are decided together, which costs a fraction of one by one.
    Pairs are sure only when all records taken for the query are also taken for each other: of two that are not,
    one is wrong, and a person must say which.
    """
    matched = [
        [known[match.id] for match in linked.matches if match.id != query.id and match.id in known]
        for query, linked in zip(queries, near, strict=True)
    ]
    pairs = [later_first(query, other) for query, others in zip(queries, matched, strict=True) for other in others]
    told = _told(pairs, decide)
    taken = [
        [other for other in others if told[_ids(query, other)][1] == Decision.SAME]
        for query, others in zip(queries, matched, strict=True)
    ]
    sure = _both_ways(
        [(query, other) for query, others in zip(queries, taken, strict=True) for other in others], decide
    )
    sure |= _both_ways([pair for others in taken for pair in combinations(others, 2)], decide)
    return [
        _alike(query, others, told, all(_ids(*two) in sure for two in combinations((query, *same), 2)))
        for query, others, same in zip(queries, matched, taken, strict=True)
    ]


def _alike(
    query: Record, others: Iterable[Record], told: Mapping[Ids, tuple[Likeness, Decision]], is_sure: bool
) -> Alike:
    asked: list[Pair] = []
    sure: list[Pair] = []
    for other in others:
        likeness, decision = told[_ids(query, other)]
        if decision != Decision.DISTINCT:
            pair = Pair(query.id, other.id, likeness.score, likeness.reasons)
            (sure if decision == Decision.SAME and is_sure else asked).append(pair)
    return Alike(tuple(asked), tuple(sure))


def _told(pairs: Iterable[tuple[Record, Record]], decide: Decide) -> dict[Ids, tuple[Likeness, Decision]]:
    once = {_ids(*pair): pair for pair in pairs}
    found = zip(once.values(), decide(list(once.values())), strict=True)
    return {_ids(*pair): (likeness, decision_on(*pair, likeness)) for pair, likeness in found}


def _both_ways(pairs: Sequence[tuple[Record, Record]], decide: Decide) -> set[Ids]:
    """Those of these pairs that are taken for one whichever of the two is asked for."""
    later = _told([later_first(*pair) for pair in pairs], decide)
    same = [pair for pair in {_ids(*p): p for p in pairs}.values() if later[_ids(*pair)][1] == Decision.SAME]
    turned = _told([later_first(*pair)[::-1] for pair in same], decide)
    return {ids for ids, (_likeness, decision) in turned.items() if decision == Decision.SAME}


def _ids(one: Record, other: Record) -> Ids:
    return (one.id, other.id) if one.id < other.id else (other.id, one.id)


def _shares_more(left: Record, right: Record) -> bool:
    """A name in Han, a contact or number, or a house: more than two persons of one romanised name share."""
    if left.identifiers & right.identifiers:
        return True
    if {fold(name) for name in left.organisations} & {fold(name) for name in right.organisations}:
        return True
    return bool(_han(left) & _han(right))


def _han(record: Record) -> set[str]:
    return {fold(name.text) for name in record.names if script_of(name.text) in HAN}
