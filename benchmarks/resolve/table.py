"""The measurements as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.resolve.peers.ours import SYSTEM

LINK = (
    "recall_at_1",
    "best_f1",
    "recall_at_p98",
    "recall_at_p99",
    "decided_precision",
    "decided_recall",
    "rate",
    "warm_rate",
)
ROWS = ("precision", "recall", "f1", "recall_at_p98", "largest", "rate")


def lines(name: str, rows: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """One set: a line for each system, how ours stands to the best of the others, recall@1 by kind."""
    columns = LINK if any("recall_at_1" in row for row in rows.values()) else ROWS
    yield f"{name}  (n = {next(iter(rows.values()))['n']})"
    yield "  " + " " * 24 + "".join(f"{column.replace('_', ' '):>19}" for column in columns)
    for system, row in rows.items():
        yield f"  {system:24}" + "".join(f"{_shown(row.get(column)):>19}" for column in columns)
    if SYSTEM in rows and len(rows) > 1:
        yield f"  {'ours : best of others':24}" + "".join(f"{_ratio(rows, column):>19}" for column in columns)
    kinds = {kind: own["n"] for row in rows.values() for kind, own in row.get("by_kind", {}).items()}
    for kind, count in kinds.items():
        shown = ", ".join(
            f"{system} {row['by_kind'].get(kind, {}).get('recall_at_1', 0):.3f}" for system, row in rows.items()
        )
        yield f"    {kind} (n = {count}): {shown}"


def _shown(value: Any) -> str:
    return "" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


def _ratio(rows: Mapping[str, Mapping[str, Any]], column: str) -> str:
    others = [row[column] for system, row in rows.items() if system != SYSTEM and row.get(column) is not None]
    own = rows[SYSTEM].get(column)
    if own is None or not others or column == "largest":
        return ""
    return f"{own / max(others):.2f}" if max(others) > 0 else "others reach 0"
