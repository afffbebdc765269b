"""What the likeness of records asks for: nothing, a person's word, or none at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from qiao.engines.resolve import Decision, Kind, Likeness, Match, Pair, Record, compare
from qiao.engines.text.names import fold, script_of

HAN = ("Hans", "Hant")


@dataclass(frozen=True)
class Alike:
    """Pairs to ask a person about, and pairs as good as sure."""

    asked: tuple[Pair, ...]
    sure: tuple[Pair, ...]


def decision_on(left: Record, right: Record, likeness: Likeness | None = None) -> Decision:
    """The engine's decision, but never SAME for persons who share no more than a romanised name."""
    likeness = likeness or compare(left, right)
    if likeness.decision == Decision.SAME and left.kind == Kind.PERSON and not _shares_more(left, right):
        return Decision.ASK
    return likeness.decision


def weigh(query: Record, matches: Iterable[Match], known: Mapping[str, Record]) -> Alike:
    """What the matches of one record ask for; its match with itself is passed over.

    Pairs are sure only when all records taken for the query are also taken for each other: of two that are not,
    one is wrong, and a person must say which.
    """
    asked: list[Pair] = []
    same: list[Pair] = []
    for match in matches:
        if match.id == query.id or match.id not in known:
            continue
        likeness = compare(query, known[match.id])
        decision = decision_on(query, known[match.id], likeness)
        pair = Pair(query.id, match.id, match.score, likeness.reasons or match.reasons)
        if decision == Decision.SAME:
            same.append(pair)
        elif decision == Decision.ASK:
            asked.append(pair)
    if all(decision_on(known[a.right], known[b.right]) == Decision.SAME for a, b in combinations(same, 2)):
        return Alike(tuple(asked), tuple(same))
    return Alike((*asked, *same), ())


def _shares_more(left: Record, right: Record) -> bool:
    """A name in Han, a contact or number, or a house: more than two persons of one romanised name share."""
    if left.identifiers & right.identifiers:
        return True
    if {fold(name) for name in left.organisations} & {fold(name) for name in right.organisations}:
        return True
    return bool(_han(left) & _han(right))


def _han(record: Record) -> set[str]:
    return {fold(name.text) for name in record.names if script_of(name.text) in HAN}
