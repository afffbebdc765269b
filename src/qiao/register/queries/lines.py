"""One value with what tells it, as one line of a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from qiao.kit import show
from qiao.register.models import Claim
from qiao.register.queries.shown import Told
from qiao.register.queries.words import Piece, Speech, pieces
from qiao.register.tables import slug_of, title_of


@dataclass(frozen=True, slots=True)
class Line:
    """A value in pieces; the claim that tells it best; how many sources tell it; when it holds."""

    table: str
    title: str
    claim_id: UUID
    pieces: tuple[Piece, ...]
    modality: str
    modality_words: str
    sources: int
    holds: str

    @property
    def head(self) -> Piece:
        return self.pieces[0] if self.pieces else Piece("")

    @property
    def rest(self) -> tuple[Piece, ...]:
        return self.pieces[1:]


def line_of(claim: Claim, speech: Speech, *, sources: int = 1) -> Line:
    """One claim as a line."""
    return Line(
        table=slug_of(type(claim)),
        title=title_of(type(claim)),
        claim_id=claim.pk,
        pieces=pieces(claim, speech),
        modality=claim.modality,
        modality_words=str(claim.get_modality_display()),  # type: ignore[attr-defined]  # made by Django
        sources=sources,
        holds=holds(claim, speech.language),
    )


def line_told(told: Told[Claim], speech: Speech) -> Line:
    """One value and its sources as a line."""
    return line_of(told.claim, speech, sources=told.sources)


def holds(claim: Claim, language: str) -> str:
    """From when to when a claim holds, in its own precision; empty when nothing is said."""
    first, last, precision = claim.valid_from, claim.valid_until, claim.precision or "day"
    if first and last and precision == "day":
        return show.span(first, last, precision, language)
    if first and last:
        return f"{end_words(first, precision, language)} – {end_words(last, precision, language)}"
    if first:
        return f"{end_words(first, precision, language)} –"
    if last:
        return f"– {end_words(last, precision, language)}"
    return ""


def end_words(day: date, precision: str, language: str) -> str:
    """One end of a span, no more exact than it was said."""
    return show.span(day, day, precision, language)
