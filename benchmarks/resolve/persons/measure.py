"""What is decided of each pair of records in a group of namesakes, held against who they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations
from time import process_time

from benchmarks.resolve.persons.namesakes import Group
from qiao.engines.resolve.persons import compare
from qiao.engines.resolve.persons.keys import keys_of
from qiao.engines.resolve.result import Decision


@dataclass(slots=True)
class Decided:
    """Counts of pairs by decision: of one person, and of two."""

    groups: int = 0
    one: Counter[str] = field(default_factory=Counter)
    two: Counter[str] = field(default_factory=Counter)
    one_without_key: int = 0

    @property
    def precision(self) -> float:
        """Of the pairs taken for one unasked, the share that are; 1 when none was taken."""
        taken = self.one[Decision.SAME] + self.two[Decision.SAME]
        return self.one[Decision.SAME] / taken if taken else 1.0

    def row(self) -> dict[str, float]:
        """Plain numbers; the shares are of the pairs of one person and of two."""
        one, two = sum(self.one.values()), sum(self.two.values())
        return {
            "groups": self.groups,
            "automatic": self.one[Decision.SAME] + self.two[Decision.SAME],
            "wrong": self.two[Decision.SAME],
            "precision": round(self.precision, 4),
            "same person: automatic": round(self.one[Decision.SAME] / max(one, 1), 3),
            "same person: asked": round(self.one[Decision.ASK] / max(one, 1), 3),
            "same person: found by a key": round(1 - self.one_without_key / max(one, 1), 3),
            "two persons: asked": round(self.two[Decision.ASK] / max(two, 1), 3),
        }


def measure(groups: Sequence[Group]) -> tuple[dict[str, Decided], int, list[tuple[str, str]]]:
    """Counts by kind of group and under "all", pairs compared per CPU second, and the pairs wrongly taken for one."""
    counts: dict[str, Decided] = {"all": Decided()}
    wrong: list[tuple[str, str]] = []
    started, pairs = process_time(), 0
    for group in groups:
        for into in (counts.setdefault(group.kind, Decided()), counts["all"]):
            into.groups += 1
        found = [keys_of(record) for record in group.records]
        for a, b in combinations(range(len(group.records)), 2):
            pairs += 1
            likeness = compare(group.records[a], group.records[b])
            is_one = group.owners[a] == group.owners[b]
            for into in (counts[group.kind], counts["all"]):
                (into.one if is_one else into.two)[likeness.decision] += 1
                into.one_without_key += is_one and not found[a].held & found[b].asked
            if likeness.decision == Decision.SAME and not is_one:
                wrong.append((str(group.records[a]), str(group.records[b])))
    return counts, round(pairs / (process_time() - started)), wrong
