"""Ties as our own export writes them in one cell, a line each, and as it reads them back.

A line is `kind: role → name <id of the other>`, with `(from – until)` where days are known:
`holds_post: Vice president → Sensitec GmbH <0190…> (2019-01-01 – )`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

_LINE = re.compile(
    r"(?P<kind>[a-z_]{2,16}):[ ]?(?P<role>.*?)[ ]?(?P<arrow>→|←)[ ](?P<name>.*?)[ ]<(?P<id>[0-9a-f-]{36})>"
    r"(?:[ ]\((?P<start>[\d-]*)[ ]–[ ](?P<end>[\d-]*)\))?"
)


@dataclass(frozen=True, slots=True)
class SaidTie:
    """One tie of a cell. kind is a value of register.enums.TieKind; `name` is what the other was called."""

    kind: str
    role: str
    name: str
    other_id: str
    valid_from: date | None = None
    valid_until: date | None = None


def tie_line(said: SaidTie) -> str:
    """A tie as a line that `tie_lines` reads back the same."""
    span = ""
    if said.valid_from or said.valid_until:
        start = said.valid_from.isoformat() if said.valid_from else ""
        end = said.valid_until.isoformat() if said.valid_until else ""
        span = f" ({start} – {end})"
    role, name = (" ".join(text.split()).replace("→", "->") for text in (said.role, said.name))
    return f"{said.kind}: {role} → {name} <{said.other_id}>{span}"


def tie_lines(cell: str) -> Iterator[SaidTie | str]:
    """The ties of a cell; a line that is none is given back as it stands."""
    for line in cell.split("\n"):
        if line.strip():
            yield _tie(line.strip()) or line.strip()


def _tie(line: str) -> SaidTie | None:
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    try:
        other = str(UUID(match["id"]))
        days = [date.fromisoformat(day) if day else None for day in (match["start"], match["end"])]
    except ValueError:
        return None
    return SaidTie(match["kind"], match["role"].strip(), match["name"], other, *days)
