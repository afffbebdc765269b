"""A document in words, ready to be set, in the language of the reader. docx and pdf are set from the same."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and what it says; `missing` when it should have been said."""

    label: str
    told: str
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One stop in the table of its day. `mark` is the word in the margin, "" for none."""

    hours: str
    title: str
    place: str
    standing: str
    party: str
    mark: str
    detail: str
    struck: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A heading within a meeting and its lines; `main` is set stronger than `detail`."""

    label: str
    items: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Meeting:
    """The sheet of one meeting."""

    heading: str
    when: str
    mark: str
    blocks: list[Block]
    struck: bool


@dataclass(frozen=True, slots=True)
class DaySheet:
    """One day: its table, then the sheets of its meetings."""

    heading: str
    note: str
    rows: list[Row]
    meetings: list[Meeting]


@dataclass(frozen=True, slots=True)
class Table:
    """A plain table under a heading; `words` says so in its place when it has no rows."""

    heading: str
    head: list[str]
    rows: list[list[str]]
    words: str = ""
    numbers: list[int] = field(default_factory=list)  # columns set to the right
    widths: list[float] = field(default_factory=list)  # centimetres, 17.2 in all; empty: all alike


@dataclass(frozen=True, slots=True)
class Paper:
    """A briefing book or a route sheet."""

    lang: str
    title: str
    subtitle: str
    stamp: str
    facts: list[Pair]
    tables: list[Table]
    days: list[DaySheet]
    labels: dict[str, str]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report: paragraphs, then perhaps a table; `missing` when it is empty and should not be."""

    heading: str
    paragraphs: list[str]
    table: Table | None = None
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture made fit for print: JPEG bytes, its size in pixels, what it shows."""

    data: bytes
    width: int
    height: int
    caption: str


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """A trip report. `lacking` lists at the front what is missing."""

    lang: str
    title: str
    subtitle: str
    stamp: str
    facts: list[Pair]
    lacking: Table | None
    sections: list[Section]
    pictures: list[Picture]
    labels: dict[str, str]


@dataclass(frozen=True, slots=True)
class RouteRow:
    """One place to drive to: when to be there, where it is, whom to ring, how long it takes from the last."""

    hours: str
    title: str
    address: str
    ring: str
    leg: str
    mark: str
    struck: bool


@dataclass(frozen=True, slots=True)
class RouteSheet:
    """One page for one driver: one day, one party."""

    heading: str
    party: str
    note: str
    rows: list[RouteRow]


@dataclass(frozen=True, slots=True)
class RoutePaper:
    """The sheets for all drivers of a mission."""

    lang: str
    title: str
    subtitle: str
    stamp: str
    sheets: list[RouteSheet]
    labels: dict[str, str]
