"""Caches of names, rebuilt from claims at the end of each action that touched them."""

from __future__ import annotations

from django.db import models

from qiao.register.models.entity import Entity
from qiao.zones.models import ZoneRow


class Label(ZoneRow):
    """One row is what an entity is called in one language of the interface, and where it sorts there."""

    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="labels")
    language = models.CharField(max_length=10)  # a language of the interface
    text = models.CharField(max_length=300)
    text_language = models.CharField(max_length=10, blank=True)  # the language the text itself is in
    sort_key = models.CharField(max_length=300)

    class Meta(ZoneRow.Meta):
        constraints = [
            *ZoneRow.Meta.constraints,
            models.UniqueConstraint(fields=["zone", "entity", "language"], name="label_once"),
        ]
        indexes = [models.Index(fields=["zone", "language", "sort_key", "entity"], name="label_zone_sort")]

    def __str__(self) -> str:
        return self.text


class SearchEntry(ZoneRow):
    """One row holds the folded forms of all names of an entity, for finding it however it is typed."""

    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="search_entries")
    tokens = models.TextField()
    fold_version = models.PositiveSmallIntegerField()

    class Meta(ZoneRow.Meta):
        constraints = [
            *ZoneRow.Meta.constraints,
            models.UniqueConstraint(fields=["zone", "entity"], name="search_entry_once"),
        ]

    def __str__(self) -> str:
        return self.tokens[:60]
