"""What a trip report says, as frozen values. A field that is empty is printed as missing, never left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from qiao.missions.press.values import Owed, Someone, known_language

FIGURES = 15


@dataclass(frozen=True, slots=True)
class Carried:
    """One line of the itinerary: as planned, as carried out, and why they differ. Empty `done`: it did not happen."""

    on: date
    planned: str
    done: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Cost:
    """One head of cost in one currency (ISO 4217); None where the amount is not known yet.

    Raises   ValueError for an amount that is no number or has more than fifteen figures before the point.
    """

    label: str
    currency: str
    budget: Decimal | None
    spent: Decimal | None
    payer: str = ""

    def __post_init__(self) -> None:
        for amount in (self.budget, self.spent):
            if amount is not None and not (amount.is_finite() and amount.adjusted() < FIGURES):
                raise ValueError(f"Expected an amount of at most {FIGURES} figures; found {str(amount)[:40]}.")


@dataclass(frozen=True, slots=True)
class Result:
    """What was agreed or learnt, and where that is written."""

    told: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Photograph:
    """The bytes of a picture and what it shows."""

    data: bytes = field(repr=False)
    caption: str


@dataclass(frozen=True, slots=True)
class TripReport:
    """The report on a mission after it is home.

    left_on, back_on   the days of leaving and entering the country of the delegation.
    papers_returned    whether passports and approvals are handed back; None when nobody said.
    discipline         what is to be said of conduct and of changes to route or stay.
    due_on             the last day on which the report is in time; written_on when it was finished.
    """

    title: str
    lang: str
    purpose: str = ""
    inviter: str = ""
    inviting_person: str = ""
    members: Sequence[Someone] = ()
    countries: Sequence[str] = ()
    left_on: date | None = None
    back_on: date | None = None
    itinerary: Sequence[Carried] = ()
    results: Sequence[Result] = ()
    promises: Sequence[Owed] = ()
    costs: Sequence[Cost] = ()
    papers_returned: bool | None = None
    discipline: str = ""
    follow_up: str = ""
    suggestions: str = ""
    due_on: date | None = None
    written_on: date | None = None
    photographs: Sequence[Photograph] = ()

    def __post_init__(self) -> None:
        known_language(self.lang)
        if self.left_on and self.back_on and self.back_on < self.left_on:
            raise ValueError(f"Expected the return on or after {self.left_on}; found {self.back_on}.")
