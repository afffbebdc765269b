"""Which of several claims is shown, and by which rule. The one function of its kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar
from uuid import UUID

from qiao.register.enums import SourceKind
from qiao.register.models import Claim

C = TypeVar("C", bound=Claim)
_RANKS = {kind.value: kind.rank for kind in SourceKind}


class ShownBy(StrEnum):
    """The rule that put one value before the others."""

    ONLY = "only"
    PERSON = "person"
    SOURCE = "source"
    LATEST = "latest"


@dataclass(frozen=True)
class Told(Generic[C]):
    """One value and the claims that tell it, the best first."""

    claims: tuple[C, ...]

    @property
    def claim(self) -> C:
        return self.claims[0]

    @property
    def sources(self) -> int:
        return len({claim.evidence.source_id for claim in self.claims})


@dataclass(frozen=True)
class Shown(Generic[C]):
    """The values told of one thing: the one shown first, the rule, and those that differ."""

    first: Told[C]
    others: tuple[Told[C], ...]
    rule: ShownBy


def by_value(claims: Iterable[C], preferred: Set[UUID] = frozenset()) -> list[Told[C]]:
    """Claims grouped by what they say, the group to show first in front."""
    groups: dict[tuple[Any, ...], list[C]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: _standing(claim, preferred)):
        groups[(*claim.answer, claim.modality)].append(claim)
    return [Told(tuple(group)) for group in groups.values()]


def shown(claims: Iterable[C], preferred: Set[UUID] = frozenset()) -> Shown[C] | None:
    """The value to show of claims that answer one question; None when there are none.

    Order: preferred by a person, then kind of source (paper, own record, press, say-so), then latest.
    """
    told = by_value(claims, preferred)
    if not told:
        return None
    return Shown(told[0], tuple(told[1:]), _rule(told, preferred))


def standing_of(source_kind: str, recorded_at: datetime, claim_id: UUID) -> tuple[int, float, str]:
    """What puts one claim before another that no person preferred: the lower comes first."""
    return _RANKS[source_kind], -recorded_at.timestamp(), str(claim_id)


def _standing(claim: Claim, preferred: Set[UUID]) -> tuple[bool, int, float, str]:
    kind = claim.evidence.source.kind
    return (claim.pk not in preferred, *standing_of(kind, claim.recorded.at, claim.pk))


def _rule(told: list[Told[C]], preferred: Set[UUID]) -> ShownBy:
    if len(told) == 1:
        return ShownBy.ONLY
    first, second = told[0].claim, told[1].claim
    if first.pk in preferred:
        return ShownBy.PERSON
    if first.evidence.source.kind != second.evidence.source.kind:
        return ShownBy.SOURCE
    return ShownBy.LATEST
