"""How a source is named where a claim cites it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext

from qiao.kit.kept_query import Among
from qiao.register.enums import SourceKind
from qiao.register.models import Claim, Source
from qiao.register.queries.passages import Passage
from qiao.zones.models import Membership
from qiao.zones.queries.kept import KeptFor

SHOWN = 2  # sentences shown for each source before the page refers to the source itself
LOOKED_AT = 6  # places among which sentences that differ are sought


@dataclass(frozen=True, slots=True)
class SourceName:
    """A source as a line of a list; `date` is the day it was published, when it says so."""

    source_id: UUID
    text: str
    language: str
    kind: str
    date: date | None


@dataclass(frozen=True)
class SourceUse:
    """A source, how many claims rest on it here, and some of the sentences they were read in."""

    name: SourceName
    claims: int
    passages: tuple[Passage, ...]
    more: int


def source_name(source: Source) -> SourceName:
    """The source by its title; what a member stated, by the member."""
    if source.stated_by is not None and not source.title:
        text, language = gettext("Stated by %(member)s") % {"member": source.stated_by}, ""
    else:
        text, language = source.title or gettext("Untitled source"), source.language
    return SourceName(source.pk, text, language, str(source.get_kind_display()), source.published_date)


@dataclass(frozen=True, slots=True)
class Citation:
    """That a claim rests on a place of a source; `start` is empty for what has no characters."""

    evidence_id: UUID
    source_id: UUID
    start: int | None


def cited_by(claim: Claim) -> Citation:
    """What a claim rests on; its evidence must have been fetched."""
    return Citation(claim.evidence_id, claim.evidence.source_id, claim.evidence.start)


def sources_cited(member: Membership, citations: Iterable[Citation]) -> dict[UUID, Source]:
    """The sources of these citations, without their texts: one query."""
    wanted = {citation.source_id for citation in citations}
    return {source.pk: source for source in _SOURCES.ask(member, ids=wanted)} if wanted else {}


_SOURCES = KeptFor(
    lambda member: Source.objects.visible_to(member).filter(Among("id")).select_related("stated_by").defer("text")
)


def places_to_show(citations: Iterable[Citation]) -> dict[UUID, list[UUID]]:
    """Source -> the first places of it that are cited."""
    places: dict[UUID, list[UUID]] = defaultdict(list)
    for citation in sorted(citations, key=lambda one: (one.start or 0, one.evidence_id)):
        cited = places[citation.source_id]
        if citation.start is not None and citation.evidence_id not in cited and len(cited) < LOOKED_AT:
            cited.append(citation.evidence_id)
    return places


def sources_used(
    citations: Iterable[Citation],
    sources: Mapping[UUID, Source],
    places: Mapping[UUID, list[UUID]],
    found: Mapping[UUID, Passage],
) -> tuple[SourceUse, ...]:
    """The sources of these citations, the most trusted first, then the latest."""
    by_source: dict[UUID, list[Citation]] = defaultdict(list)
    for citation in citations:
        by_source[citation.source_id].append(citation)

    def standing(source: Source) -> tuple[int, int, str]:
        day = source.published_date
        return SourceKind(source.kind).rank, -(day.toordinal() if day else 0), str(source.pk)

    ordered = sorted((sources[pk] for pk in by_source if pk in sources), key=standing)
    return tuple(_use(source, by_source[source.pk], places, found) for source in ordered)


def _use(
    source: Source, citations: list[Citation], places: Mapping[UUID, list[UUID]], found: Mapping[UUID, Passage]
) -> SourceUse:
    sentences: dict[str, Passage] = {}
    for place in places.get(source.pk, ()):
        if place in found:
            sentences.setdefault(found[place].sentence, found[place])
    shown = tuple(sentences.values())[:SHOWN]
    cited = {citation.evidence_id for citation in citations if citation.start is not None}
    return SourceUse(source_name(source), len(citations), shown, len(cited) - len(shown))
