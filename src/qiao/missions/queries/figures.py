"""The figures of a mission: what is claimed, by whom, and what can be named for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass
from uuid import UUID

from qiao.engines.text.quantity import Bound, Quantity
from qiao.meetings.enums import Measure
from qiao.meetings.models import Figure
from qiao.missions.counting import RULES, CountingRule, Reckoning
from qiao.missions.queries.gather import Gathered
from qiao.register.queries.shown import Shown, Told, by_value, shown

MARKS_AT_MOST = 12  # more are told in figures, not drawn


@dataclass(frozen=True)
class FigureLine:
    """One figure of the row: the value shown, its rule, and what was reckoned for it."""

    shown: Shown[Figure]
    rule: CountingRule | None
    reckoning: Reckoning | None
    computed_days: int | None = None

    @property
    def claim(self) -> Figure:
        return self.shown.first.claim

    @property
    def key(self) -> UUID:
        return self.claim.pk

    @property
    def quantity(self) -> Quantity:
        return self.claim.quantity

    @property
    def named(self) -> int:
        return len(self.reckoning.counted) if self.reckoning else 0

    @property
    def claimed(self) -> int:
        return int(self.quantity.stated)

    @property
    def missing(self) -> int:
        """How many of those claimed have no name yet; 0 when the claim is only an upper bound."""
        if self.reckoning is None or self.quantity.bound in (Bound.NEARLY, Bound.UNDER):
            return 0
        return max(0, self.claimed - self.named)

    @property
    def marks(self) -> list[bool] | None:
        """Filled and open circles, or None when there are too many to draw."""
        if self.reckoning is None or self.claimed > MARKS_AT_MOST or not self.quantity.is_exact:
            return None
        named = min(self.named, self.claimed)
        return [True] * named + [False] * (self.claimed - named)

    @property
    def differs(self) -> bool:
        """Whether the calendar says another number of days than the report."""
        return self.computed_days is not None and self.computed_days != self.claimed


def figure_lines(mission: Gathered, preferred: Set[UUID] = frozenset()) -> list[FigureLine]:
    """The figures in the order of the measures; rivals of two sources share a line."""
    gathered: dict[str, list[Figure]] = defaultdict(list)
    for figure in mission.figures:
        gathered[figure.measure].append(figure)
    lines = []
    for measure in Measure:
        for choice in _lines_of(gathered.get(measure, []), preferred):
            rule = RULES.get(measure)
            lines.append(
                FigureLine(
                    shown=choice,
                    rule=rule,
                    reckoning=rule.reckon(mission) if rule else None,
                    computed_days=_days(mission) if measure == Measure.DURATION else None,
                )
            )
    return lines


def _lines_of(figures: list[Figure], preferred: Set[UUID]) -> list[Shown[Figure]]:
    """One line when every source states one value; else the values are different figures, a line each."""
    told: dict[UUID, set[tuple[object, ...]]] = defaultdict(set)
    for figure in figures:
        told[figure.evidence.source_id].add(figure.value)
    if all(len(values) == 1 for values in told.values()):
        one = shown(figures, preferred)
        return [one] if one else []
    return [_alone(value) for value in by_value(figures, preferred)]


def _alone(told: Told[Figure]) -> Shown[Figure]:
    one = shown(told.claims)
    assert one is not None
    return one


def _days(mission: Gathered) -> int | None:
    dating = shown(mission.datings)
    return dating.first.claim.days if dating else None
