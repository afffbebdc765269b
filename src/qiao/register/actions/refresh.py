"""Rebuild the caches of entities whose claims changed: labels, sort keys and search entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.conf import settings

from qiao.engines.text.names import FOLD_VERSION, search_forms, sort_key
from qiao.register.models import Entity, Label, Name, SearchEntry
from qiao.register.queries.labels import best_name
from qiao.register.queries.preferred import preferred_ids
from qiao.register.signals import claims_changed
from qiao.zones.actions import Act


def refresh_caches(act: Act) -> None:
    """The ending of every action that changed claims."""
    groups = Entity.objects.filter(zone=act.zone, id__in=act.stale).values_list("canonical_id", flat=True)
    for canonical in sorted(set(groups)):
        refresh_group(act.zone.pk, canonical)
    claims_changed.send(sender=None, act=act, entities=set(act.stale))


def refresh_group(zone_id: UUID, canonical_id: UUID) -> None:
    """Rebuild the labels and search entries of all records of one group.

    Each record is found by the names whose subject and source have the audience of the record, or none. It is
    called by those of its own audience, where it has any: station keepers and guests see the circle's alone. A
    cache must not say what its readers may not know.
    """
    records = list(Entity.objects.filter(zone_id=zone_id, canonical_id=canonical_id).order_by("id"))
    names = list(
        Name.objects.live()
        .filter(zone_id=zone_id, subject__canonical_id=canonical_id)
        .select_related("subject", "evidence__source", "recorded")
    )
    sayable = {circle: _sayable(names, circle) for circle in {record.audience_id for record in records}}
    _write_labels(zone_id, records, sayable)
    _write_search_entries(zone_id, records, sayable)


def _sayable(names: Sequence[Name], circle: UUID | None) -> list[Name]:
    allowed = (None, circle)
    return [
        name for name in names if name.subject.audience_id in allowed and name.evidence.source.audience_id in allowed
    ]


def _own(names: Sequence[Name], circle: UUID | None) -> list[Name]:
    return [name for name in names if name.subject.audience_id == name.evidence.source.audience_id == circle]


def _write_labels(zone_id: UUID, records: Sequence[Entity], sayable: dict[UUID | None, list[Name]]) -> None:
    preferred = preferred_ids(zone_id, (record.pk for record in records))
    best = {
        (circle, language): best_name(_own(names, circle) or names, language, preferred)
        for circle, names in sayable.items()
        for language, _shown in settings.LANGUAGES
    }
    labels = [
        _label(zone_id, record.pk, language, best[(record.audience_id, language)])
        for record in records
        for language, _shown in settings.LANGUAGES
    ]
    Label.objects.bulk_create(
        labels,
        update_conflicts=True,
        unique_fields=["zone", "entity", "language"],
        update_fields=["text", "text_language", "sort_key"],
    )


def _label(zone_id: UUID, entity_id: UUID, language: str, name: Name | None) -> Label:
    text = name.text if name else ""
    return Label(
        zone_id=zone_id,
        entity_id=entity_id,
        language=language,
        text=text,
        text_language=name.language if name else "",
        sort_key=sort_key(text)[:300],
    )


def _write_search_entries(zone_id: UUID, records: Iterable[Entity], sayable: dict[UUID | None, list[Name]]) -> None:
    tokens = {circle: _tokens(name.text for name in names) for circle, names in sayable.items()}
    SearchEntry.objects.bulk_create(
        [
            SearchEntry(
                zone_id=zone_id,
                entity_id=record.pk,
                tokens=tokens[record.audience_id],
                fold_version=FOLD_VERSION,
            )
            for record in records
        ],
        update_conflicts=True,
        unique_fields=["zone", "entity"],
        update_fields=["tokens", "fold_version"],
    )


def _tokens(texts: Iterable[str]) -> str:
    """One folded form a line, with a line end on both sides of each, so that a whole form can be asked for."""
    return "\n".join(["", *sorted({form for text in texts for form in search_forms(text)}), ""])
