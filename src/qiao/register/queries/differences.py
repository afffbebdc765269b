"""Where sources give different answers to a question that has only one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass
from itertools import combinations
from typing import Any
from uuid import UUID

from qiao.register.models import Claim, Location
from qiao.register.queries.shown import Shown, Told, shown


@dataclass(frozen=True)
class Difference:
    """One question and the answers of its sources; the first is the one shown."""

    choice: Shown[Claim]

    @property
    def answers(self) -> tuple[Told[Claim], ...]:
        return (self.choice.first, *self.choice.others)


def differences(claims: Iterable[Claim], preferred: Set[UUID]) -> tuple[Difference, ...]:
    """The questions on which at least two sources contradict each other.

    One source that says two things, such as two posts held at once, contradicts nobody.
    """
    asked: dict[tuple[Any, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.is_exclusive:
            asked[(type(claim)._meta.label, *claim.question)].append(claim)
    choices = (shown(_compatible(rivals), preferred) for rivals in asked.values())
    return tuple(Difference(choice) for choice in choices if choice and _contradicts(choice))


def _compatible(rivals: list[Claim]) -> list[Claim]:
    """Without what only says less: a country, where another source names a place in it."""
    placed = {claim.country for claim in rivals if isinstance(claim, Location) and claim.place}
    return [claim for claim in rivals if not isinstance(claim, Location) or claim.place or claim.country not in placed]


def _contradicts(choice: Shown[Claim]) -> bool:
    told = (choice.first, *choice.others)
    return any(_sources(left).isdisjoint(_sources(right)) for left, right in combinations(told, 2))


def _sources(told: Told[Claim]) -> set[UUID]:
    return {claim.evidence.source_id for claim in told.claims}
