"""The live names of many groups at once, as far as caches of names ask: one query, and one for towns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from qiao.kit import show
from qiao.register.enums import EntityKind, Modality
from qiao.register.kept_names import PLACE
from qiao.register.models import Location, Name

FOUND_BY_TOWN = (EntityKind.MISSION, EntityKind.EVENT, EntityKind.STATION)


@dataclass(frozen=True, slots=True)
class ToldName:
    """One live name: whose it is, what it says, and which circles keep its subject and its source."""

    pk: UUID
    text: str
    language: str
    kind: str
    modality: str
    source_kind: str
    subject_audience: UUID | None
    source_audience: UUID | None

    @property
    def is_denied(self) -> bool:
        return self.modality == Modality.DENIAL


def names_told(zone_id: UUID, groups: Collection[UUID]) -> dict[UUID, list[ToldName]]:
    """Group -> its live names, in the order of their ids."""
    rows = Name.objects.live().filter(zone_id=zone_id, subject__canonical__in=groups).order_by("id")
    told: dict[UUID, list[ToldName]] = defaultdict(list)
    for group, pk, text, language, kind, modality, source_kind, subject, source in rows.values_list(
        "subject__canonical_id",
        "id",
        "text",
        "language",
        "kind",
        "modality",
        "evidence__source__kind",
        "subject__audience_id",
        "evidence__source__audience_id",
    ):
        told[group].append(ToldName(pk, text, language, kind, modality, source_kind, subject, source))
    return told


def towns_told(zone_id: UUID, groups: Collection[UUID]) -> dict[UUID, list[ToldName]]:
    """Group -> the towns of its journeys, events and stations, as each language of the interface calls them."""
    rows = Location.objects.live().filter(zone_id=zone_id, subject__canonical__in=groups).exclude(place="")
    rows = rows.filter(subject__kind__in=FOUND_BY_TOWN).order_by("id")
    told: dict[UUID, list[ToldName]] = defaultdict(list)
    for group, pk, place, modality, kind, subject, source in rows.values_list(
        "subject__canonical_id",
        "id",
        "place",
        "modality",
        "evidence__source__kind",
        "subject__audience_id",
        "evidence__source__audience_id",
    ):
        for text in _in_all_languages(place):
            told[group].append(ToldName(pk, text, "", PLACE, modality, kind, subject, source))
    return told


def _in_all_languages(place: str) -> Iterator[str]:
    yield from dict.fromkeys([place, *(show.place(place, language) for language, _words in settings.LANGUAGES)])
