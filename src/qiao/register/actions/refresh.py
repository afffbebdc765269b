"""Rebuild the caches of entities whose claims changed: labels, sort keys and search entries."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db.models import F, Q

from qiao.engines.text.names import FOLD_VERSION, search_forms, sort_key
from qiao.register.models import Entity, Label, Name, SearchEntry
from qiao.register.queries.labels import best_name
from qiao.register.signals import claims_changed
from qiao.zones.actions import Act


def refresh_caches(act: Act) -> None:
    """The ending of every action that changed claims."""
    groups = Entity.objects.filter(zone=act.zone, id__in=act.stale).values_list("canonical_id", flat=True)
    for canonical in set(groups):
        refresh_group(act.zone.pk, canonical)
    claims_changed.send(sender=None, act=act, entities=set(act.stale))


def refresh_group(zone_id: UUID, canonical_id: UUID) -> None:
    """Rebuild the label and search entry of one group.

    Only names from sources with the audience of the entity itself, or with none, go in: a cache must not say
    what its readers may not see.
    """
    names = list(
        Name.objects.live()
        .filter(zone_id=zone_id, subject__canonical_id=canonical_id)
        .filter(
            Q(evidence__source__audience__isnull=True)
            | Q(evidence__source__audience=F("subject__canonical__audience"))
        )
        .select_related("evidence__source", "recorded")
    )
    for language, _label in settings.LANGUAGES:
        _write_label(zone_id, canonical_id, language, best_name(names, language))
    _write_search_entry(zone_id, canonical_id, (name.text for name in names))


def _write_label(zone_id: UUID, entity_id: UUID, language: str, name: Name | None) -> None:
    text = name.text if name else ""
    Label.objects.update_or_create(
        zone_id=zone_id,
        entity_id=entity_id,
        language=language,
        defaults={
            "text": text,
            "text_language": name.language if name else "",
            "sort_key": sort_key(text)[:300],
        },
    )


def _write_search_entry(zone_id: UUID, entity_id: UUID, texts: Iterable[str]) -> None:
    forms = sorted({form for text in texts for form in search_forms(text)})
    SearchEntry.objects.update_or_create(
        zone_id=zone_id,
        entity_id=entity_id,
        defaults={"tokens": "\n".join(["", *forms, ""]), "fold_version": FOLD_VERSION},
    )
