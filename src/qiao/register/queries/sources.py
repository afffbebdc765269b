"""How a source is named where a claim cites it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext

from qiao.register.enums import SourceKind
from qiao.register.models import Claim, Source
from qiao.register.queries.passages import Passage

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


def places_to_show(claims: Iterable[Claim]) -> dict[UUID, list[UUID]]:
    """Source -> the first places of it that these claims cite."""
    places: dict[UUID, list[UUID]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: (claim.evidence.start or 0, claim.evidence_id)):
        cited = places[claim.evidence.source_id]
        if claim.evidence.start is not None and claim.evidence_id not in cited and len(cited) < LOOKED_AT:
            cited.append(claim.evidence_id)
    return places


def sources_used(
    claims: Iterable[Claim], places: Mapping[UUID, list[UUID]], found: Mapping[UUID, Passage]
) -> tuple[SourceUse, ...]:
    """The sources of these claims, the most trusted first, then the latest."""
    by_source: dict[UUID, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_source[claim.evidence.source_id].append(claim)

    def standing(source: Source) -> tuple[int, int, str]:
        day = source.published_date
        return SourceKind(source.kind).rank, -(day.toordinal() if day else 0), str(source.pk)

    sources = sorted((told[0].evidence.source for told in by_source.values()), key=standing)
    return tuple(_use(source, by_source[source.pk], places, found) for source in sources)


def _use(
    source: Source, claims: list[Claim], places: Mapping[UUID, list[UUID]], found: Mapping[UUID, Passage]
) -> SourceUse:
    sentences: dict[str, Passage] = {}
    for place in places.get(source.pk, ()):
        if place in found:
            sentences.setdefault(found[place].sentence, found[place])
    shown = tuple(sentences.values())[:SHOWN]
    cited = {claim.evidence_id for claim in claims if claim.evidence.start is not None}
    return SourceUse(source_name(source), len(claims), shown, len(cited) - len(shown))
