"""Rebuild the caches of entities whose claims changed: labels, sort keys and search entries."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from uuid import UUID

from django.conf import settings

from qiao.engines.text.names import sort_key
from qiao.kit.ids import new_id
from qiao.kit.insert import insert_values
from qiao.register.actions.entries import write_entries
from qiao.register.models import Entity, Label
from qiao.register.queries.labels import best_name
from qiao.register.queries.preferred import preferred_ids
from qiao.register.queries.told_names import FOUND_BY_TOWN, ToldName, names_told, towns_told
from qiao.register.signals import claims_changed
from qiao.zones.actions import Act

AT_ONCE = 500  # groups rebuilt together

LabelKey = tuple[UUID, str]
LabelValue = tuple[str, str, str]  # text, its language, what it sorts by
NO_LABEL: LabelValue = ("", "", "")


def refresh_caches(act: Act) -> None:
    """The ending of every action that changed claims."""
    if act.stale:
        groups = Entity.objects.filter(zone=act.zone, id__in=act.stale).values_list("canonical_id", flat=True)
        refresh_groups(act.zone.pk, sorted(set(groups)))
    claims_changed.send(sender=None, act=act, entities=act.told | act.stale)


def refresh_group(zone_id: UUID, canonical_id: UUID) -> None:
    """The same for one group."""
    refresh_groups(zone_id, [canonical_id])


def refresh_groups(zone_id: UUID, canonical_ids: Iterable[UUID]) -> None:
    """Rebuild the labels and search entries of all records of many groups, writing only what differs.

    canonical_ids   the records that stand for the groups; any number: they are taken 500 at a time, each time with
                    one query for each table.

    Each record is found by the names whose subject and source have the audience of the record, or none. It is
    called by those of its own audience, where it has any: station keepers and guests see the circle's alone. A
    cache must not say what its readers may not know.
    """
    groups = list(canonical_ids)
    for start in range(0, len(groups), AT_ONCE):
        _refresh(zone_id, groups[start : start + AT_ONCE])


def _refresh(zone_id: UUID, groups: Collection[UUID]) -> None:
    records = list(Entity.objects.filter(zone_id=zone_id, canonical__in=groups).order_by("id"))
    names = names_told(zone_id, groups)
    _write_labels(zone_id, records, names)
    if any(record.kind in FOUND_BY_TOWN for record in records):
        for group, towns in towns_told(zone_id, groups).items():
            names[group] = [*names[group], *towns]
    write_entries(zone_id, [(record, *_findable(record, names[record.canonical_id])) for record in records])


def _findable(record: Entity, names: Sequence[ToldName]) -> tuple[list[ToldName], list[ToldName] | None]:
    """The names a record is found by, and those by which the confined members of its circle find it."""
    told = [name for name in names if not name.is_denied]
    circle = record.audience_id
    return _sayable(told, circle), None if circle is None else _own(told, circle)


def _sayable(names: Iterable[ToldName], circle: UUID | None) -> list[ToldName]:
    allowed = (None, circle)
    return [name for name in names if name.subject_audience in allowed and name.source_audience in allowed]


def _own(names: Iterable[ToldName], circle: UUID | None) -> list[ToldName]:
    return [name for name in names if name.subject_audience == name.source_audience == circle]


def _write_labels(zone_id: UUID, records: Sequence[Entity], names: Mapping[UUID, list[ToldName]]) -> None:
    ids = [record.pk for record in records]
    held = _labels_held(zone_id, ids)
    preferred = preferred_ids(zone_id, ids)
    wanted = {key: value for record in records for key, value in _labels(record, names[record.canonical_id], preferred)}
    changed = [(new_id(), zone_id, *key, *value) for key, value in wanted.items() if held.get(key, NO_LABEL) != value]
    said = ("text", "text_language", "sort_key")
    key = ("zone", "entity", "language")
    insert_values(Label, ("id", *key, *said), changed, over=key, update=said)


def _labels_held(zone_id: UUID, records: Sequence[UUID]) -> dict[LabelKey, LabelValue]:
    rows = Label.objects.filter(zone_id=zone_id, entity__in=records)
    columns = rows.values_list("entity_id", "language", "text", "text_language", "sort_key")
    return {(entity, language): (text, spoken, key) for entity, language, text, spoken, key in columns}


def _labels(record: Entity, names: Sequence[ToldName], preferred: Set[UUID]) -> Iterator[tuple[LabelKey, LabelValue]]:
    sayable = _sayable(names, record.audience_id)
    told = _own(sayable, record.audience_id) or sayable
    if len(told) < 2:  # of most records of a list: there is nothing to choose
        only = _label(told[0] if told and not told[0].is_denied else None)
        yield from (((record.pk, language), only) for language, _words in settings.LANGUAGES)
        return
    for language, _words in settings.LANGUAGES:
        yield (record.pk, language), _label(best_name(told, language, preferred))


def _label(name: ToldName | None) -> LabelValue:
    return (name.text, name.language, sort_key(name.text)[:300]) if name else NO_LABEL
