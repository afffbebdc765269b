"""Ties with dates as rows of a drawing: what is attested, what nobody has checked since, what is unknown or planned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import Any
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qiao.kit import show
from qiao.register.addresses import with_id
from qiao.register.enums import Modality, TieKind
from qiao.register.models import Tie
from qiao.register.queries.lines import end_words, holds
from qiao.register.queries.shown import Told, by_value
from qiao.register.queries.words import Piece, Speech

COLUMNS_AT_MOST = 6
ROWS_AT_MOST = 100  # the latest to begin are drawn
YEARS_BACK, YEARS_AHEAD = 150, 50
AHEAD = (Modality.PLAN, Modality.HOPE)
TURNED = {
    TieKind.HOLDS_POST: _("post held by"),
    TieKind.FOUNDED: _("founded by"),
    TieKind.SUBSIDIARY_OF: _("parent of"),
    TieKind.INVESTED_IN: _("investment by"),
    TieKind.LOCATED_IN: _("houses"),
    TieKind.MEMBER_OF: _("has as member"),
    TieKind.STUDIED_AT: _("studied here:"),
    TieKind.INTRODUCED_BY: _("introduced"),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a row: `shape` is held, since or maybe; places in per cent of the width."""

    shape: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class TieRow:
    """One tie: the relation, who is on the other side, its stretches and what is to be said of them."""

    relation: Piece
    other: Piece
    claim_id: UUID
    url: str  # of the claim
    modality: str
    modality_words: str
    sources: int
    bars: tuple[Bar, ...]
    note: str


@dataclass(frozen=True)
class Timeline:
    """Years from left to right, where today stands among them, and the rows."""

    years: tuple[int, ...]
    grid: tuple[str, ...]
    now: str
    rows: tuple[TieRow, ...]
    more: int  # ties that are not drawn


@dataclass(frozen=True)
class _Scale:
    first: date
    last: date  # the first day that is no longer drawn

    def place(self, day: date) -> float:
        share = (day - self.first).days / (self.last - self.first).days
        return min(100.0, max(0.0, 100 * share))

    def bar(self, shape: str, start: date, end: date) -> Bar:
        left = self.place(start)
        return Bar(shape, f"{left:.2f}%", f"{max(1.2, self.place(end) - left):.2f}%")


def timeline(
    ties: Iterable[Tie], records: frozenset[UUID], speech: Speech, preferred: frozenset[UUID], today: date
) -> Timeline | None:
    """The ties of a group as a drawing, the oldest first; None when there are none."""
    every = _told(ties, records, preferred)
    told = every[-ROWS_AT_MOST:]
    if not told:
        return None
    step, scale = _scale(told, today)
    years = tuple(range(scale.first.year, scale.last.year, step))
    return Timeline(
        years=years,
        grid=tuple(f"{scale.place(date(year, 1, 1)):.2f}%" for year in years),
        now=f"{scale.place(today):.2f}%",
        rows=tuple(_row(value, records, speech, scale, today) for value in told),
        more=len(every) - len(told),
    )


def attested_on(tie: Tie) -> date:
    """The day to which a claim speaks: when its source was published, else when it was recorded."""
    return tie.evidence.source.published_date or tie.recorded.at.date()


def _told(ties: Iterable[Tie], records: frozenset[UUID], preferred: frozenset[UUID]) -> list[Told[Tie]]:
    pairs: dict[tuple[Any, ...], list[Tie]] = defaultdict(list)
    for tie in ties:
        ours = tie.subject_id in records
        other = tie.object.canonical_id if ours else tie.subject.canonical_id
        pairs[(ours, other, tie.valid_from, tie.valid_until)].append(tie)
    told = [value for pair in pairs.values() for value in by_value(pair, preferred)]
    return sorted(told, key=lambda value: (_begin(value), str(value.claim.pk)))


def _begin(told: Told[Tie]) -> date:
    return told.claim.valid_from or min(attested_on(tie) for tie in told.claims)


def _scale(told: list[Told[Tie]], today: date) -> tuple[int, _Scale]:
    """Whole years around everything that is drawn, in at most six equal columns.

    What lies further away than anybody plans or remembers is drawn at the edge.
    """
    ends = [told.claim.valid_until for told in told if told.claim.valid_until]
    first = min([_begin(value).year for value in told] + [today.year - 1])
    last = max([end.year for end in ends] + [today.year]) + 1
    last += any(value.claim.modality in AHEAD and not value.claim.valid_until for value in told)
    first, last = max(first, today.year - YEARS_BACK), min(last, today.year + YEARS_AHEAD)
    step = ceil((last - first) / COLUMNS_AT_MOST)
    columns = ceil((last - first) / step)
    return step, _Scale(date(last - columns * step, 1, 1), date(last, 1, 1))


def _row(told: Told[Tie], records: frozenset[UUID], speech: Speech, scale: _Scale, today: date) -> TieRow:
    tie = told.claim
    ours = tie.subject_id in records
    return TieRow(
        relation=_relation(tie, ours),
        other=speech.entity(tie.object if ours else tie.subject),
        claim_id=tie.pk,
        url=with_id("register:claim", "claim", speech.slug, tie.pk, table="tie"),
        modality=tie.modality,
        modality_words=str(tie.get_modality_display()),
        sources=told.sources,
        bars=_bars(told, scale, today),
        note=_note(told, speech.language),
    )


def _relation(tie: Tie, ours: bool) -> Piece:
    if tie.role:
        return Piece(tie.role, "zh" if any("\u4e00" <= char <= "\u9fff" for char in tie.role) else "")
    return Piece(str(tie.get_kind_display() if ours else TURNED[TieKind(tie.kind)]))


def _bars(told: Told[Tie], scale: _Scale, today: date) -> tuple[Bar, ...]:
    tie = told.claim
    if tie.modality in AHEAD:
        return (scale.bar("maybe", tie.valid_from or today, tie.valid_until or scale.last),)
    if tie.modality == Modality.DENIAL:
        return ()
    days = sorted(attested_on(claim) for claim in told.claims)
    seen_first, seen_last = days[0], days[-1] + timedelta(days=1)
    bars: list[Bar] = []
    if tie.valid_from is None:
        bars.append(scale.bar("maybe", scale.first, min(seen_first, tie.valid_until or seen_first)))
    begin = tie.valid_from or min(seen_first, tie.valid_until or seen_first)
    end = tie.valid_until or max(seen_last, begin)
    bars.append(scale.bar("held", begin, max(begin, min(end, today))))
    if end > today:
        bars.append(scale.bar("maybe", max(today, begin), end))
    elif tie.valid_until is None:
        bars.append(scale.bar("since", end, today))
    return tuple(bars)


def _note(told: Told[Tie], language: str) -> str:
    """When it holds, as far as the source says; else when it was last attested."""
    tie = told.claim
    said = holds(tie, language)
    latest = max(told.claims, key=attested_on)
    last = show.day(attested_on(latest), language)
    if tie.modality in AHEAD:
        return said or gettext("no date given")
    if tie.valid_until:
        return said
    if tie.valid_from:
        begin = end_words(tie.valid_from, tie.precision or "day", language)
        return gettext("since %(begin)s, last attested %(day)s") % {"begin": begin, "day": last}
    if latest.evidence.source.published_date is None:
        return gettext("begin unknown, recorded %(day)s") % {"day": last}
    return gettext("begin unknown, attested %(day)s") % {"day": last}
