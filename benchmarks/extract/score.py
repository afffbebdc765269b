"""One text's score, and how scores add up over texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from benchmarks.extract.entities import ENTITY_TYPES, Comparison, compare
from benchmarks.extract.relations import agree_by_object, agree_strictly, compare_relations, names_of
from benchmarks.extract.spans import is_same, touches
from benchmarks.extract.tally import Share, Tally
from benchmarks.extract.texts import Expected
from benchmarks.extract.values import VALUED, judge_persons, judge_values
from qiao.engines.extract import Fact, FactType

ALL_ENTITIES = "all"
STRICT, BY_OBJECT = "relation strict", "relation by object"
Counted = TypeVar("Counted", Tally, Share)


@dataclass(frozen=True, slots=True)
class Score:
    """Tallies of entities by type and over all types, of relations by strictness; shares by what is judged."""

    exact: Mapping[str, Tally] = field(default_factory=dict)
    overlap: Mapping[str, Tally] = field(default_factory=dict)
    relations: Mapping[str, Tally] = field(default_factory=dict)
    shares: Mapping[str, Share] = field(default_factory=dict)

    def __add__(self, other: Score) -> Score:
        return Score(
            _sum_by_key(self.exact, other.exact),
            _sum_by_key(self.overlap, other.overlap),
            _sum_by_key(self.relations, other.relations),
            _sum_by_key(self.shares, other.shares),
        )


def score_text(expected: Sequence[Expected], given: Sequence[Fact]) -> Score:
    exact = {kind: compare(expected, given, kind, is_same) for kind in ENTITY_TYPES}
    overlap = {kind: compare(expected, given, kind, touches) for kind in ENTITY_TYPES}
    return Score(
        exact=_tallies(exact),
        overlap=_tallies(overlap),
        relations={
            STRICT: compare_relations(expected, given, agree_strictly),
            BY_OBJECT: compare_relations(expected, given, agree_by_object),
        },
        shares=_shares(exact, names_of(expected)),
    )


def sum_scores(scores: Iterable[Score]) -> Score:
    return sum(scores, start=Score())


def _tallies(comparisons: Mapping[FactType, Comparison]) -> dict[str, Tally]:
    by_type = {kind.value: comparison.tally for kind, comparison in comparisons.items()}
    return by_type | {ALL_ENTITIES: sum(by_type.values(), start=Tally())}


def _shares(exact: Mapping[FactType, Comparison], norms: Mapping[str, str]) -> dict[str, Share]:
    persons = exact[FactType.PERSON].pairs
    shares = {f"{kind.value} value": judge_values(exact[kind].pairs) for kind in VALUED}
    return shares | {
        "person role": judge_persons(persons, "role", norms),
        "person employer": judge_persons(persons, "org", norms),
    }


def _sum_by_key(left: Mapping[str, Counted], right: Mapping[str, Counted]) -> dict[str, Counted]:
    total = dict(left)
    for key, value in right.items():
        total[key] = total[key] + value if key in total else value
    return total
