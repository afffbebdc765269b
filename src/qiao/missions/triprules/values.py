"""What trip rules are made of: rules with their sources, a journey to hold against them, findings and deadlines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from qiao.missions.triprules.sentences import step_said

MOST_COUNT = 1_000_000


class Severity(StrEnum):
    """How a journey stands to a rule. Gravest first."""

    BROKEN = "broken"
    WARNING = "warning"
    UNKNOWN = "unknown"
    MET = "met"


class InviterKind(StrEnum):
    """Who a letter of invitation comes from."""

    COUNTERPART = "counterpart"  # a foreign body of the same field, or persons of matching level
    OTHER_FOREIGN = "other_foreign"
    OVERSEAS_CHINESE = "overseas_chinese"
    RESIDENT_IN_CHINA = "resident_in_china"  # a foreign mission or office standing in China
    INTERMEDIARY = "intermediary"
    OWN_MISSION = "own_mission"  # an embassy or consulate of the sending country


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule is written: the paper as we could read it, its day where it has one, and the place in it."""

    title: str
    dated: date | None = None
    article: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as data. `kind` names the check, `parameters` its numbers; `reading` marks our own reading of a text."""

    id: str
    kind: str
    source: Source
    parameters: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    valid_from: date | None = None
    valid_until: date | None = None
    reading: bool = False

    def holds_on(self, day: date | None) -> bool:
        """Whether the rule is in force on a day; an unknown day is taken for today's rules."""
        if day is None:
            return self.valid_until is None
        after = self.valid_from is None or self.valid_from <= day
        return after and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules of one jurisdiction for one kind of journey. `home` is the country whose working days count."""

    code: str
    title: str
    home: str
    version: str
    licence: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Journey:
    """What is known of a journey; None stands for what nobody said, never for nothing.

    departs_on, returns_on   the days of leaving and of entering home, both counted.
    countries                ISO 3166 alpha-2 codes of the countries where the party leaves the airport.
    travellers               persons, interpreters among them.
    business_minutes         substantive business abroad; programme_minutes: all of the programme abroad.
    unapproved_changes       changes of route or stay without a record of approval.
    done                     code of a deadline -> the day it was done; None: nobody keeps a record of them.
    report_parts             codes of the parts that the report holds; None before there is a report.
    cost, budget             in one currency.
    Raises                   ValueError, in a sentence, for what cannot be.
    """

    departs_on: date | None = None
    returns_on: date | None = None
    countries: tuple[str, ...] = ()
    travellers: int | None = None
    inviters: tuple[InviterKind, ...] | None = None
    business_minutes: int | None = None
    programme_minutes: int | None = None
    unapproved_changes: int | None = None
    done: Mapping[str, date] | None = None
    report_parts: frozenset[str] | None = None
    photographs: int | None = None
    cost: Decimal | None = None
    budget: Decimal | None = None

    def __post_init__(self) -> None:
        if self.departs_on and self.returns_on and self.returns_on < self.departs_on:
            raise ValueError(f"Expected a return on or after {self.departs_on}; found {self.returns_on}.")
        for code in self.countries:
            if not (len(code) == 2 and code.isascii() and code.isalpha() and code.isupper()):
                raise ValueError(f"Expected a country of two capital letters; found {code[:20]!r}.")
        for name in ("travellers", "business_minutes", "programme_minutes", "unapproved_changes", "photographs"):
            _bounded(name, getattr(self, name))
        for name in ("cost", "budget"):
            amount: Decimal | None = getattr(self, name)
            if amount is not None and not (amount.is_finite() and amount >= 0):
                raise ValueError(f"Expected a {name} of 0 or more; found {amount}.")

    @property
    def days(self) -> int | None:
        """Days on the calendar, both ends counted."""
        if self.departs_on is None or self.returns_on is None:
            return None
        return (self.returns_on - self.departs_on).days + 1

    @property
    def abroad(self) -> tuple[str, ...]:
        """Each country once, in the order of the journey."""
        return tuple(dict.fromkeys(self.countries))


@dataclass(frozen=True, slots=True)
class Finding:
    """How a journey stands to one rule. `words` is the key of its
    sentence (see `said`), which `parameters` fill; `expected` and `found` are plain values."""

    rule: str
    severity: Severity
    words: str
    expected: object
    found: object
    parameters: Mapping[str, object]
    source: Source
    reading: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day on which one step is on time. `counted_from` is the day and `anchor` the code it is counted from."""

    code: str
    rule: str
    due_on: date
    anchor: str
    counted_from: date
    amount: int
    unit: str  # "days", "working days" (of the home country) or "months"
    source: Source
    reading: bool = False
    certain: bool = True  # False where the home calendar of that year was not published when Qiao was

    @property
    def title(self) -> str:
        """The step in the language of the reader."""
        return step_said(self.code)


def _bounded(name: str, count: int | None) -> None:
    if count is not None and not 0 <= count <= MOST_COUNT:
        raise ValueError(f"Expected {name.replace('_', ' ')} from 0 to {MOST_COUNT}; found {count}.")
