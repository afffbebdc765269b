"""Find parties however their names are typed: either Han script, pinyin, initials, accents or none."""

from __future__ import annotations

from django.db.models import F, Q, QuerySet

from qiao.engines.text.names import fold, search_forms
from qiao.register.enums import EntityKind
from qiao.register.models import Entity, SearchEntry
from qiao.zones.models import Membership, Zone


SHORT = 4


def search_entities(member: Membership, typed: str) -> QuerySet[Entity]:
    """Entities, one for each group the member may see, one of whose names contains what was typed.

    Each way of writing what was typed is tried as part of a folded name; several words must all be found.
    """
    found = Entity.objects.standing_for(member)
    folded = fold(typed)
    if not folded:
        return found.none()
    words = Q()
    for word in folded.split():
        words &= _holds(word)
    return found.filter(_holds(folded) | words)


def _holds(word: str) -> Q:
    """Entries with a form that holds a word; a very short Latin word must begin one, or it would be found everywhere."""
    if len(word) < SHORT and word.isascii():
        begins = Q(search_entries__tokens__contains=f"\n{word}")
        return begins | Q(search_entries__tokens__contains=f" {word}")
    return Q(search_entries__tokens__contains=word)


def entities_named(zone: Zone, kind: EntityKind, name: str) -> list[Entity]:
    """Open canonical entities of the zone one of whose names folds to the same form, at most two."""
    found: dict[object, Entity] = {}
    entries = SearchEntry.objects.filter(zone=zone, entity__kind=kind, entity__audience__isnull=True)
    entries = entries.filter(entity__canonical=F("entity"))
    for form in [*sorted(search_forms(name), key=len, reverse=True)[:1], fold(name)]:
        for entry in entries.filter(tokens__contains=f"\n{form}\n").select_related("entity")[:2]:
            found[entry.entity_id] = entry.entity
    return list(found.values())[:2]
