"""Find parties however their names are typed: either Han script, pinyin, initials, accents or none."""

from __future__ import annotations

from uuid import UUID

from django.db.models import F, Q, QuerySet

from qiao.engines.text.names import fold, search_forms
from qiao.register.enums import EntityKind
from qiao.register.models import Entity, SearchEntry
from qiao.zones.models import Membership, Zone

SHORT = 4
LONGEST = 200  # characters typed that are looked for; a database refuses endless patterns


def search_entities(member: Membership, typed: str) -> QuerySet[Entity]:
    """Entities, one for each group the member may see, one of whose names contains what was typed.

    Each way of writing what was typed is tried as part of a folded name; several words must all be found.
    """
    return Entity.objects.standing_for(member).filter(id__in=entries_holding(member, typed))


def entries_holding(member: Membership, typed: str) -> QuerySet[SearchEntry, UUID]:
    """Ids of the records of the zone that answer to what was typed, whoever may see them; none for no letters."""
    folded = fold(typed[:LONGEST].replace("\0", " "))
    entries = SearchEntry.objects.visible_to(member)
    if not folded:
        return entries.none().values_list("entity_id", flat=True)
    words = Q()
    for word in folded.split():
        words &= _holds(word)
    return entries.filter(_holds(folded) | words).values_list("entity_id", flat=True)


def _holds(word: str) -> Q:
    """Entries that hold a word; a very short Latin one must begin a form, or it would be found everywhere."""
    if len(word) < SHORT and word.isascii():
        return Q(tokens__contains=f"\n{word}") | Q(tokens__contains=f" {word}")
    return Q(tokens__contains=word)


def entities_named(zone: Zone, kind: EntityKind, name: str) -> list[Entity]:
    """Open canonical entities of the zone one of whose names folds to the same form, at most two."""
    found: dict[object, Entity] = {}
    entries = SearchEntry.objects.filter(zone=zone, entity__kind=kind, entity__audience__isnull=True)
    entries = entries.filter(entity__canonical=F("entity"))
    for form in [*sorted(search_forms(name), key=len, reverse=True)[:1], fold(name)]:
        for entry in entries.filter(tokens__contains=f"\n{form}\n").select_related("entity")[:2]:
            found[entry.entity_id] = entry.entity
    return list(found.values())[:2]
