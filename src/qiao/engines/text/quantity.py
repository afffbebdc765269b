"""Numbers as people state them: with a bound, an approximation, a unit and the words used.

A quantity is never rounded into exactness. "over 20" is the open interval (20, ∞), "at least 20" is [20, ∞),
"under 20" is [0, 20), "nearly 200" is (-, 200] and approximate, "about 30" is [30, 30] and approximate.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Bound(StrEnum):
    """How the words around a number limit it."""

    EXACT = "exact"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    NEARLY = "nearly"
    ABOUT = "about"


class UnitsDiffer(ValueError):
    """Two quantities of different units or currencies were added."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """An interval of numbers with the words that stated it.

    low, high       ends of the interval; None means open. low <= high.
    low_open        the low end itself is excluded ("over 20").
    high_open       the high end itself is excluded ("under 20").
    approx          the source said "about", "nearly" or the like.
    unit            a measure word or noun, empty for a bare number.
    currency        ISO 4217 code, empty when the quantity is not money.
    words           the characters of the source, empty for a computed value.
    Raises ValueError when low > high.
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    approx: bool = False
    unit: str = ""
    currency: str = ""
    words: str = ""

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"Expected low end <= high end; found {self.low} > {self.high}.")

    @property
    def is_exact(self) -> bool:
        return not self.approx and self.low is not None and self.low == self.high

    @property
    def bound(self) -> Bound:
        """The word class this interval prints as."""
        if self.low is None or (self.low == 0 and self.high_open):
            return Bound.NEARLY if self.approx else Bound.UNDER
        if self.high is None:
            return Bound.OVER if self.low_open else Bound.AT_LEAST
        return Bound.ABOUT if self.approx else Bound.EXACT

    @property
    def stated(self) -> Decimal:
        """The one number the source printed, or the low end of a computed range."""
        if self.bound in (Bound.NEARLY, Bound.UNDER) and self.high is not None:
            return self.high
        return self.low if self.low is not None else Decimal(0)

    @property
    def norm(self) -> str:
        """The normalised form of the command contract: 20, >20, >=20, <20, ~<200, ~30, >100000000 CNY."""
        mark = {
            Bound.EXACT: "",
            Bound.OVER: ">",
            Bound.AT_LEAST: ">=",
            Bound.UNDER: "<",
            Bound.NEARLY: "~<",
            Bound.ABOUT: "~",
        }[self.bound]
        number = plain(self.stated)
        is_under = self.bound is Bound.UNDER
        if not is_under and self.low is not None and self.high is not None and self.low != self.high:
            number = f"{plain(self.low)}-{plain(self.high)}"
        return f"{mark}{number}" + (f" {self.currency}" if self.currency else "")

    def __add__(self, other: Quantity) -> Quantity:
        """Add two intervals of one currency; an open end stays open, approximation spreads.

        A missing low end counts as zero: nobody states negative guests or sums here.
        Raises UnitsDiffer when the currencies differ.
        """
        if self.currency != other.currency:
            raise UnitsDiffer(f"Expected one currency; found {self.currency or 'none'} and {other.currency or 'none'}.")
        low = (self.low or Decimal(0)) + (other.low or Decimal(0))
        high = None if self.high is None or other.high is None else self.high + other.high
        return Quantity(
            low=low,
            high=high,
            low_open=self.low_open or other.low_open,
            high_open=high is not None and (self.high_open or other.high_open),
            approx=self.approx or other.approx,
            unit=self.unit if self.unit == other.unit else "",
            currency=self.currency,
        )


def plain(number: Decimal) -> str:
    """A decimal without exponent and without trailing zeros."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def bounded(number: Decimal | int, bound: Bound, *, unit: str = "", currency: str = "", words: str = "") -> Quantity:
    """The quantity that a number and the bound word beside it state."""
    value = Decimal(number)
    ends: dict[Bound, tuple[Decimal | None, Decimal | None, bool, bool, bool]] = {
        Bound.EXACT: (value, value, False, False, False),
        Bound.OVER: (value, None, True, False, False),
        Bound.AT_LEAST: (value, None, False, False, False),
        Bound.UNDER: (Decimal(0), value, False, True, False),
        Bound.NEARLY: (None, value, False, False, True),
        Bound.ABOUT: (value, value, False, False, True),
    }
    low, high, low_open, high_open, approx = ends[bound]
    return Quantity(low, high, low_open, high_open, approx, unit, currency, words)


def total(quantities: Iterable[Quantity]) -> dict[str, Quantity]:
    """Sums by currency ("" for plain counts); currencies are never added together."""
    sums: dict[str, Quantity] = {}
    for quantity in quantities:
        held = sums.get(quantity.currency)
        sums[quantity.currency] = quantity if held is None else held + quantity
    return sums
