"""Caches of names, rebuilt from claims at the end of each action that touched them."""

from __future__ import annotations

from django.db import models

from qiao.register.models.entity import Entity
from qiao.zones.models import Zone, ZoneQuerySet, ZoneRow


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


class SearchEntry(models.Model):
    """One row holds the names under which an entity is found, and their tokens, for all who see it or for its circle.

    Its number, not a UUID, is the key: the full-text index of SQLite names rows by numbers that must last. Whoever
    sees the entity may see all names of its first row; station keepers and guests find it by the second, `is_own`,
    which an entity of a circle has beside the first and which holds the names of that circle alone.
    """

    number = models.BigAutoField(primary_key=True)
    zone = models.ForeignKey(Zone, on_delete=models.PROTECT, related_name="+", db_index=False)
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="search_entries", db_index=False)
    is_own = models.BooleanField(default=False)
    names = models.TextField()  # one name a line: see register/kept_names.py
    tokens = models.TextField()  # ASCII, with a space between: see engines/text/search_tokens.py
    fold_version = models.PositiveSmallIntegerField()

    objects = ZoneQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["zone", "entity", "is_own"], name="search_entry_once")]
        indexes = [models.Index(fields=["zone", "fold_version"], name="search_entry_zone_fold")]

    def __str__(self) -> str:
        return self.names[:60]
