"""What the reading of one table may spend, and how large the table may be."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from qiao.engines.documents.problem import MEBIBYTE, Limits

LONGEST_CELL = 32_767
"""Characters that one cell of a workbook may hold; a longer cell costs its row, not the table."""


@dataclass(frozen=True, slots=True)
class TableLimits:
    """Bounds on one table; every number is > 0.

    rows       rows that say something, headers excluded.
    columns    cells of the longest row.
    parsing    bounds on the process that parses the file.
    """

    rows: int = 1_100_000
    columns: int = 500
    parsing: Limits = field(
        default_factory=lambda: Limits(
            file_bytes=200 * MEBIBYTE, inflated_bytes=2048 * MEBIBYTE, cpu_seconds=300, wall_seconds=600.0
        )
    )

    def __post_init__(self) -> None:
        for entry in fields(self):
            value = getattr(self, entry.name)
            if isinstance(value, int) and value <= 0:
                raise ValueError(f"Expected {entry.name} above 0, found {value}.")


DEFAULT = TableLimits()
