"""Which column holds what: guessed from its header and from its values, with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qiao.exchange.reading.fields import Field
from qiao.exchange.reading.table import Table

Mapped = Mapping[int, Field]
"""Column, counted from 0, -> its field."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What one column seems to hold.

    column       counted from 0.
    confidence   0 to 1; below `SURE` an officer should look.
    why          a code with `values` for its sentence: "header", "header_like", "values", "nothing".
    """

    column: int
    field: Field
    confidence: float
    why: str
    values: tuple[str, ...] = ()


SURE = 0.7


def guess(table: Table) -> tuple[Guess, ...]:
    """One guess for each column of a table, from its header and its first rows."""
    return tuple(Guess(at, Field.NOTE, 0.0, "nothing") for at in range(len(table.columns)))
