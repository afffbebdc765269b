"""What stands behind one figure: named records, and the sentences with their words marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from qiao.missions.counting import Item
from qiao.missions.queries.claims import Asking
from qiao.missions.queries.figures import FigureLine
from qiao.missions.queries.gathered import Gathered
from qiao.register.models import Evidence, Location, Source
from qiao.register.queries.labels import Called
from qiao.register.queries.passages import Passage, passages
from qiao.register.queries.sentences import paragraph_of
from qiao.register.queries.sources import SourceName, source_name


@dataclass(frozen=True)
class Cited:
    """A place in a source: which, where, and the paragraph it stands in; 0 for a member's own word."""

    source: SourceName
    start: int | None
    end: int | None
    paragraph: int


@dataclass(frozen=True)
class NamedItem:
    """A record held against the figure, under a name a reader knows, and where that is said."""

    record: UUID
    called: Called | None
    place: Location | None
    cited: Cited | None
    modality: str
    because: Any


@dataclass(frozen=True)
class Sentence:
    """One place that states the figure; `passage` is None for a member's own word."""

    cited: Cited
    passage: Passage | None


@dataclass(frozen=True)
class OpenedFigure:
    """A figure with everything it rests on."""

    line: FigureLine
    counted: list[NamedItem]
    not_counted: list[NamedItem]
    sentences: list[Sentence]


def open_figure(line: FigureLine, mission: Gathered, asking: Asking) -> OpenedFigure:
    """The figure's records by name, and each place that states it: two queries."""
    reckoning = line.reckoning
    items = [*reckoning.counted, *reckoning.not_counted] if reckoning else []
    evidence = [item.evidence for item in items if item.evidence] + [claim.evidence for claim in line.claims]
    cited = _cited(evidence, asking)
    found = passages(asking.member, {claim.evidence_id for claim in line.claims})
    return OpenedFigure(
        line=line,
        counted=[_named(item, mission, cited) for item in reckoning.counted] if reckoning else [],
        not_counted=[_named(item, mission, cited) for item in reckoning.not_counted] if reckoning else [],
        sentences=_sentences(line, cited, found),
    )


def _sentences(line: FigureLine, cited: Mapping[UUID, Cited], found: Mapping[UUID, Passage]) -> list[Sentence]:
    """Each sentence once, though two facts were read from it; the wider words are marked."""
    told: dict[object, Sentence] = {}
    for claim in line.claims:
        passage = found.get(claim.evidence_id)
        sentence = Sentence(cited[claim.evidence_id], passage)
        key = (passage.source_id, passage.start - len(passage.before)) if passage else claim.evidence_id
        held = told.get(key)
        if held is None or (passage and held.passage and len(passage.words) > len(held.passage.words)):
            told[key] = sentence
    return list(told.values())


def _named(item: Item, mission: Gathered, cited: Mapping[UUID, Cited]) -> NamedItem:
    """An agreement or meeting goes by the other side, else by its place; everything else by its own name."""
    part = next((part for part in mission.parts if part.id == item.entity_id), None)
    others = [claim.object_id for claim in mission.others(part)] if part else []
    record = next((pk for pk in (*others, item.entity_id) if pk in mission.called), item.entity_id)
    return NamedItem(
        record=record,
        called=mission.called.get(record),
        place=part.locations[0] if part and part.locations else None,
        cited=cited.get(item.evidence.pk) if item.evidence else None,
        modality=item.modality,
        because=item.because,
    )


def _cited(evidence: Iterable[Evidence], asking: Asking) -> dict[UUID, Cited]:
    """Where each piece of evidence stands; the texts are fetched once to number their paragraphs."""
    places = {place.pk: place for place in evidence}
    sources = Source.objects.visible_to(asking.member).filter(id__in={p.source_id for p in places.values()})
    texts = dict(sources.values_list("id", "text"))
    return {pk: _place(place, texts.get(place.source_id, "")) for pk, place in places.items()}


def _place(evidence: Evidence, text: str) -> Cited:
    paragraph = paragraph_of(text, evidence.start) if evidence.start is not None and text else 0
    return Cited(source_name(evidence.source), evidence.start, evidence.end, paragraph)
