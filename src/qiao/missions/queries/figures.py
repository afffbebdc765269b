"""The figures of a mission: what is claimed, by whom, and what can be named for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from qiao.engines.text.names import fold
from qiao.engines.text.quantity import Bound, Quantity
from qiao.kit import show
from qiao.meetings.enums import Measure
from qiao.meetings.models import Figure
from qiao.missions.counting import RULES, CountingRule, Reckoning
from qiao.missions.queries.claims import facts_first
from qiao.missions.queries.gathered import Gathered
from qiao.register.enums import Modality
from qiao.register.queries.shown import Shown, Told, by_value, shown

MARKS_AT_MOST = 12  # more are told in figures, not drawn
LONG = 15  # characters
ORDER = (
    Measure.INVESTMENT,
    Measure.AGREEMENTS,
    Measure.VENTURES,
    Measure.PARTICIPANTS,
    Measure.COMPANIES,
    Measure.STATIONS,
    Measure.EVENTS,
    Measure.VISITS,
    Measure.JOBS,
    Measure.DELEGATION,
    Measure.DURATION,
    Measure.OTHER,
)


@dataclass(frozen=True)
class FigureLine:
    """One figure: the value shown, its rule, and what was reckoned for it.

    `shown` is None where nothing is claimed and only what is named is counted. `key` is its address within the
    mission: the measure, or the claim where a report states several figures of one measure.
    """

    key: str
    measure: Measure
    shown: Shown[Figure] | None
    rule: CountingRule | None
    reckoning: Reckoning | None
    computed_days: int | None = None
    is_long: bool = False  # printed, it needs smaller letters
    words: str = ""  # of the source, where they bound the number and the page does not say the same

    @property
    def label(self) -> str:
        return str(self.measure.label)

    @property
    def claim(self) -> Figure | None:
        return self.shown.first.claim if self.shown else None

    @property
    def quantity(self) -> Quantity | None:
        return self.claim.quantity if self.claim else None

    @property
    def named(self) -> int:
        return len(self.reckoning.counted) if self.reckoning else 0

    @property
    def claimed(self) -> int:
        return int(self.quantity.stated) if self.quantity else 0

    @property
    def missing(self) -> int:
        """How many of those claimed have no name yet; 0 when the claim is only an upper bound."""
        if self.reckoning is None or self.quantity is None or self.quantity.bound in (Bound.NEARLY, Bound.UNDER):
            return 0
        return max(0, self.claimed - self.named)

    @property
    def is_drawn(self) -> bool:
        """Whether claimed and named are few enough, and exact enough, to be drawn as circles."""
        return (
            self.reckoning is not None
            and self.quantity is not None
            and self.quantity.is_exact
            and max(self.claimed, self.named) <= MARKS_AT_MOST
        )

    @property
    def filled(self) -> range:
        return range(min(self.named, self.claimed))

    @property
    def open(self) -> range:
        return range(self.missing)

    @property
    def differs(self) -> bool:
        """Whether the calendar says another number of days than the report."""
        return self.computed_days is not None and self.computed_days != self.claimed

    @property
    def claims(self) -> list[Figure]:
        """Every claim behind the line, the one shown first."""
        if self.shown is None:
            return []
        return [claim for told in (self.shown.first, *self.shown.others) for claim in told.claims]


def figure_lines(mission: Gathered, language: str) -> list[FigureLine]:
    """The figures in the order of the measures; rivals of two sources share a line."""
    by_measure: dict[str, list[Figure]] = defaultdict(list)
    for figure in mission.figures:
        by_measure[figure.measure].append(figure)
    lines: list[FigureLine] = []
    for measure in ORDER:
        choices = _choices(by_measure.get(measure, []), mission.preferred)
        alone = len(choices) == 1
        lines += [_line(measure, choice, mission, language, alone=alone) for choice in choices]
    return lines


def named_line(measure: Measure, lines: list[FigureLine], mission: Gathered) -> FigureLine:
    """The line of a measure; where nothing is claimed, what is named is counted all the same."""
    claimed = [line for line in lines if line.measure == measure]
    if claimed:
        return claimed[0]
    rule = RULES[measure]
    return FigureLine(measure.value, measure, None, rule, rule.reckon(mission))


def claimed_line(measure: Measure, figures: Iterable[Figure], parts: Gathered | None) -> FigureLine | None:
    """One figure of a mission against its parts, for a list; None when nothing is claimed as a fact."""
    choice = shown(figure for figure in figures if figure.modality == Modality.FACT)
    rule = RULES[measure]
    if choice is None:
        return None
    return FigureLine(measure.value, measure, choice, rule, rule.reckon(parts) if parts else Reckoning(()))


def _line(measure: Measure, choice: Shown[Figure], mission: Gathered, language: str, *, alone: bool) -> FigureLine:
    claim = choice.first.claim
    printed = show.quantity(claim.quantity, language)
    rule = _rule(claim, mission)
    return FigureLine(
        key=measure.value if alone and measure != Measure.OTHER else str(claim.pk),
        measure=measure,
        shown=choice,
        rule=rule,
        reckoning=rule.reckon(mission) if rule else None,
        computed_days=_days(mission) if measure == Measure.DURATION else None,
        is_long=len(printed) > LONG,
        words=_words(claim, printed),
    )


def _rule(claim: Figure, mission: Gathered) -> CountingRule | None:
    """The rule of a measure; none for what is only planned, nor for companies where no investor is named.

    A report counts many kinds of companies; that those at home are meant, only a named investor shows.
    """
    invested = any(tie.modality == Modality.FACT for tie in mission.investors)
    if claim.modality != Modality.FACT or (claim.measure == Measure.COMPANIES and not invested):
        return None
    return RULES.get(Measure(claim.measure))


def _words(claim: Figure, printed: str) -> str:
    """What the source itself wrote, where that says more than the number."""
    is_plain = claim.quantity.bound is Bound.EXACT and claim.measure != Measure.OTHER
    return "" if is_plain or fold(claim.words) == fold(printed) else claim.words


def _choices(figures: list[Figure], preferred: frozenset[UUID]) -> list[Shown[Figure]]:
    """One line when every source states one value; else the values are different figures, a line each."""
    told: dict[UUID, set[tuple[object, ...]]] = defaultdict(set)
    for figure in figures:
        told[figure.evidence.source_id].add((figure.value, figure.modality, figure.counted))
    kinds = {figure.modality for figure in figures}
    if len(kinds) == 1 and all(len(values) == 1 for values in told.values()):
        one = shown(figures, preferred)
        return [one] if one else []
    return [_alone(value) for value in by_value(figures, preferred)]


def _alone(told: Told[Figure]) -> Shown[Figure]:
    one = shown(told.claims)
    assert one is not None  # a value is told by at least one claim
    return one


def _days(mission: Gathered) -> int | None:
    dating = shown(facts_first(mission.datings), mission.preferred)
    return dating.first.claim.days if dating and dating.first.claim.precision in ("", "day") else None
