"""Rows of the waiting line to values of the engines, and back."""

from __future__ import annotations

from django.conf import settings

from qiao.engines.documents import Limits, SourceText, read_document
from qiao.engines.extract import Fact, Reading, extract
from qiao.engines.extract.io import fact_to_json
from qiao.engines.extract.second import SecondReading
from qiao.intake.models import Document, Proposal
from qiao.intake.second_reader import Endpoint, second_reading

LONGEST_HEADLINE = 120  # characters


def text_of(document: Document) -> SourceText:
    """The text of a kept file. Raises UnreadableDocument."""
    with document.file.open("rb") as kept:
        data = kept.read()
    return read_document(data, document.filename, limits=Limits(file_bytes=settings.DOCUMENT_MAX_BYTES))


def title_of(content: SourceText) -> str:
    """The title a document gives itself, else its first line when that is short enough to be a headline."""
    first = next((line.strip() for line in content.text.splitlines() if line.strip()), "")
    return content.title or (first if len(first) <= LONGEST_HEADLINE else "")


def reading_of(document: Document, content: SourceText) -> Reading:
    """A text with the zone as the one who speaks."""
    return Reading(text=content.text, published=content.published, home=document.zone.home_name)


def facts_of(document: Document, content: SourceText) -> list[Fact]:
    """What the reader sees in a text."""
    return extract(reading_of(document, content))


def facts_read_twice(endpoint: Endpoint, document: Document, content: SourceText, facts: list[Fact]) -> SecondReading:
    """What the reader and a second one see in a text. Raises ReaderFailed."""
    return second_reading(endpoint, reading_of(document, content), facts, title_of(content))


def proposal_of(document: Document, position: int, fact: Fact, *, second_reader: bool = False) -> Proposal:
    """The fact as a row in waiting, not yet saved; `second_reader` when no one else saw it."""
    said = fact_to_json(fact)
    return Proposal(
        zone=document.zone,
        document=document,
        position=position,
        kind=fact.type.value,
        start=fact.start,
        end=fact.end,
        quote=fact.text,
        norm=fact.norm,
        modality=fact.modality.value,
        confidence=fact.confidence,
        attrs=said["attrs"],
        second_reader=second_reader,
    )
