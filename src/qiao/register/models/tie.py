from __future__ import annotations

from typing import Any

from django.db import models

from qiao.register.enums import TieKind
from qiao.register.models.claim import Claim
from qiao.register.models.entity import Entity


class Tie(Claim):
    """One row says that two parties stand in a relation, from when to when."""

    AUDIENCES = ("subject", "object", "evidence__source")
    VALUES = ("kind", "object_id", "role")

    kind = models.CharField(max_length=16, choices=TieKind)
    object = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="tie_objects")
    role = models.CharField(max_length=200, blank=True)  # the words for a post

    class Meta(Claim.Meta):
        indexes = [*Claim.Meta.indexes, models.Index(fields=["zone", "object"], name="tie_zone_object")]

    @property
    def question(self) -> tuple[Any, ...]:
        """Which post at this house; whose subsidiary; otherwise the tie itself.

        Posts are compared within a script: a title and its translation do not contradict each other.
        """
        if self.kind == TieKind.SUBSIDIARY_OF:
            return (self.kind,)
        han = any("\u4e00" <= char <= "\u9fff" for char in self.role)
        return (self.kind, self.object.canonical_id, han)

    @property
    def is_exclusive(self) -> bool:
        return self.kind in (TieKind.HOLDS_POST, TieKind.SUBSIDIARY_OF)

    @property
    def answer(self) -> tuple[Any, ...]:
        return (self.kind, self.object.canonical_id, self.role.casefold())

    def __str__(self) -> str:
        return f"{self.kind} {self.role}".strip()
